using Chancery.Actors;
using Chancery.Reading;

namespace Chancery.Tests.Actors;

public sealed class ActorCoderTests
{
    private static readonly NeuralReader Reader = NeuralReader.Load(ReaderSize.Fast);

    [Theory]
    [InlineData("Beijing", "CHN", "")]
    [InlineData("the Pentagon", "USA", "MIL")]
    [InlineData("Egypt's former foreign minister", "EGY", "ELI")]
    [InlineData("French soldiers", "FRA", "MIL")]
    [InlineData("Nigerian lawmakers", "NGA", "LEG")]
    [InlineData("the Supreme Court of India", "IND", "JUD")]
    [InlineData("Kosovo police", "XKX", "COP")]
    [InlineData("Boko Haram", "NGA", "REB")]
    [InlineData("UN Secretary-General Antonio Guterres", "IGO", "IGO")]
    [InlineData("German Chancellor Angela Merkel", "DEU", "GOV")]
    [InlineData("US Secretary of State Condoleezza Rice", "USA", "ELI")]
    [InlineData("Russian opposition leader Alexei Navalny", "RUS", "OPP")]
    [InlineData("Syrian refugees", "SYR", "CVL")]
    [InlineData("Police (Colombia)", "COL", "COP")]
    [InlineData("Head of Government (Italy)", "ITA", "GOV")]
    [InlineData("Members of Parliament (Ghana)", "GHA", "LEG")]
    [InlineData("Former Minister (Ecuador)", "ECU", "ELI")]
    [InlineData("Serbian opposition leader", "SRB", "OPP")]
    [InlineData("Governor of Texas", "USA", "GOV")]
    [InlineData("Royal Danish Navy", "DNK", "MIL")]
    [InlineData("Bolivian coca growers", "BOL", "CVL")]
    [InlineData("UN Special Envoy for Libya", "IGO", "IGO")]
    [InlineData("Liberian General Workers Union", "LBR", "CVL")]
    [InlineData("Inkatha Freedom Party", "ZAF", "PTY")]
    [InlineData("Uzbeks", "UZB", "CVL")]
    [InlineData("Dutch farmers", "NLD", "CVL")]
    [InlineData("National Congress of Ecuador", "ECU", "LEG")]
    [InlineData("Leader of the opposition (Sri Lanka)", "LKA", "OPP")]
    [InlineData("Inspector General of Police (Kenya)", "KEN", "COP")]
    [InlineData("Muslim villagers", "", "CVL")]
    [InlineData("", "", "")]
    [InlineData("\ud800 ((( the of", "", "")]
    public void Words_get_their_country_and_sector_as_of_the_day(string words, string country, string sector)
    {
        var coded = ActorCoder.Code(words, new DateOnly(2018, 5, 1), Reader);
        Assert.Equal((country, sector), (coded.Country, coded.Sector));
    }
}
