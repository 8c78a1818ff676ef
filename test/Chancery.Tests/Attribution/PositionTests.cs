using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

/// <summary>Where actors stand, through the whole reader.</summary>
public sealed class PositionTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("Kenya opposes the sale of grain to Ethiopia.", "Kenya opposes the sale of grain to Ethiopia")]
    [InlineData(
        "President William Ruto said that Ethiopia should open its ports.",
        "William Ruto calls for Ethiopia should open its ports"
    )]
    [InlineData(
        "President William Ruto said that Ethiopia should not close its ports.",
        "William Ruto opposes Ethiopia should not close its ports"
    )]
    [InlineData("Kenya reaffirmed its support for the peace process.", "Kenya supports the peace process")]
    [InlineData("Kenya is opposed to new tariffs.", "Kenya opposes new tariffs")]
    [InlineData("Kenya is against any blockade.", "Kenya opposes any blockade")]
    [InlineData("Kenya does not recognise the annexation.", "Kenya does not recognise the annexation")]
    [InlineData("President William Ruto stressed the need for a ceasefire.", "William Ruto calls for a ceasefire")]
    [InlineData("The blockade is unacceptable, President William Ruto said.", "William Ruto rejects The blockade")]
    [InlineData("Kenya called on Ethiopia to lift the blockade.", "Kenya calls for Ethiopia to lift the blockade")]
    public void A_stance_is_read_with_its_holder_and_object(string text, string position) =>
        Assert.Equal(
            position,
            Assert.Single(Read(text).Select(p => $"{string.Join("+", p.Actors.Select(e => e.Name))} {p.Stance} {p.Object}"))
        );

    [Theory]
    [InlineData("President William Ruto met the envoys and praised the harvest.")]
    [InlineData("The road should be wide, an engineer said.")]
    [InlineData("President William Ruto said the roads which should have been built were closed.")]
    [InlineData("President William Ruto welcomed Prime Minister Abiy Ahmed in Nairobi.")]
    [InlineData("Kenyan troops defended the bridge.")]
    public void What_is_no_stance_gives_none(string text) => Assert.Empty(Read(text));

    [Fact]
    public void What_two_states_should_do_is_the_position_of_who_says_so()
    {
        var positions = Read("Kenya and Ethiopia should deepen their cooperation and respect the treaty, President William Ruto said.")
            .ToList();
        Assert.Equal(2, positions.Count);
        Assert.All(
            positions,
            position => Assert.Equal(("William Ruto", "calls for"), (Assert.Single(position.Actors).Name, position.Stance))
        );
        Assert.All(
            positions,
            position => Assert.Equal(["this report", "William Ruto"], position.Sources.SelectMany(s => s.Entities).Select(e => e.Name))
        );
    }

    private static IEnumerable<Position> Read(string text) => Clerk.Read(Document.Of(text)).Entries.OfType<Position>();
}
