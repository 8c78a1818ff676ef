using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Coding;

/// <summary>Who did what to whom, where the parties stand apart from the word that tells the event.</summary>
public sealed class PartyTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    // Those without a name, told again by a pronoun.
    [InlineData("Rebels said on Monday that they had seized a Chadian post.", "seized", "rebels", "Chad")]
    [InlineData("Bandits freed 20 girls whom they had kidnapped in May.", "kidnapped", "bandits", "girls")]
    [InlineData("Soldiers in Chad said that they had dissolved the parliament.", "dissolved", "soldiers", "Chadian Parliament")]
    // Two peoples before one noun.
    [InlineData("Thai and Cambodian troops clashed on Saturday.", "clashed", "Cambodian Armed Forces+Thai Armed Forces", "")]
    // Of one that is accused, what he is accused of.
    [InlineData("Canada sanctioned three businessmen accused of bankrolling a militia.", "bankrolling", "businessmen", "militia")]
    // The objects joined share what is said of the last.
    [InlineData(
        "Australia slapped a travel ban and other sanctions against the Fijian army.",
        "slapped",
        "Australia",
        "Fijian Armed Forces"
    )]
    [InlineData("China condemned a joint drill by Japan and the Philippines.", "condemned", "China", "Japan+Philippines")]
    // Whom a blow harmed, and who dealt it.
    [InlineData("Seven villagers were killed in an Israeli airstrike on Tuesday.", "killed", "Israel", "villagers")]
    [InlineData("Two students were wounded in clashes with police.", "wounded", "police", "students")]
    [InlineData("A rebel ambush that targeted villagers drew outrage.", "ambush", "rebels", "villagers")]
    // The stance of those who act.
    [InlineData("Lawyers walked out on Monday in support of the students.", "support", "lawyers", "students")]
    [InlineData("Nigerien troops seized rifles from Boko Haram.", "seized", "Nigerien Armed Forces", "Boko Haram")]
    // Only whoever rules there arrests and sends away.
    [InlineData("A Swiss teacher was detained in Iran on Monday.", "detained", "Iran", "teacher")]
    [InlineData("Two nuns were expelled from Nicaragua.", "expelled", "Nicaragua", "nuns")]
    // One agent for passives that are joined.
    [InlineData("The students were arrested and beaten by police.", "arrested", "police", "students")]
    [InlineData("The Chadian army has been locked in a war with rebels.", "war", "Chadian Armed Forces+rebels", "")]
    [InlineData("Eritrea accused Ethiopia of aggression.", "aggression", "Ethiopia", "")]
    // People are themselves, and not those whose they are.
    [InlineData("Supporters of Laurent Gbagbo attacked a French convoy.", "attacked", "supporters", "France")]
    [InlineData("Colombia's last rebel group freed two policemen.", "freed", "rebel group", "policemen")]
    [InlineData("Bolivia rejected an appeal by Peruvian traders.", "rejected", "Bolivia", "traders")]
    // Where the report comes from is no subject.
    [InlineData("GOMA: Rebels killed two soldiers.", "killed", "rebels", "soldiers")]
    // What is done to an embassy is done to its state.
    [InlineData("Students stormed the Italian embassy in Belgrade.", "stormed", "students", "Italy")]
    [InlineData("Algeria protested to Spain.", "protested", "Algeria", "Spain")]
    [InlineData("The Sri Lankan army attacked rebel boats.", "attacked", "Sri Lankan Armed Forces", "rebels")]
    public void The_parties_are_found_where_they_stand(string text, string word, string actors, string recipients)
    {
        var found = Events(text);
        Assert.Contains(found, coded => Words(text, coded) == word && Are(coded.Actors, actors) && Are(coded.Recipients, recipients));
    }

    [Theory]
    [InlineData("Chadian soldiers clashed with rebels on Monday. The fighting went on at night.", "fighting")]
    [InlineData("Chadian soldiers attacked rebels on Monday. The battle lasted two hours.", "battle")]
    [InlineData("Chadian soldiers clashed with rebels on Monday. Clashes near the border left many dead.", "Clashes")]
    public void What_goes_on_between_known_sides_has_both_for_its_actors(string text, string word) =>
        Assert.Contains(Events(text), coded => Words(text, coded) == word && coded is { Actors.Length: 2, Recipients.IsEmpty: true });

    [Fact]
    public void Whose_diplomats_were_expelled_was_said_before()
    {
        const string Text = "Venezuela accused Colombia of meddling. It expelled three diplomats on Monday.";
        Assert.Contains(Events(Text), coded => Words(Text, coded) == "expelled" && coded.Recipients is [{ Id: "state/COL" }]);
    }

    [Theory]
    [InlineData("Seven villagers were killed in an Israeli airstrike.")]
    [InlineData("Rebels attacked the convoy, burning two trucks and killing six soldiers.")]
    [InlineData("Fiji slapped a travel ban and other sanctions on Samoa.")]
    public void One_deed_told_by_several_words_is_one_event(string text) =>
        Assert.Single(
            Events(text),
            coded =>
                coded.Rule.Contains("kill", StringComparison.Ordinal)
                || coded.Type is EventType.SANCTION or EventType.ASSAULT && !coded.Rule.Contains("burn", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Rebels killed two soldiers and wounded five policemen.", "wounded")]
    [InlineData("Two soldiers were killed and three injured on Monday.", "injured")]
    [InlineData("Kenyan police fired tear gas to disperse the crowd.", "disperse")]
    [InlineData("Thousands of villagers fled from the town.", "fled")]
    public void What_is_part_of_another_deed_or_no_deed_is_no_event(string text, string word) =>
        Assert.DoesNotContain(Events(text), coded => Words(text, coded) == word);

    [Fact]
    public void Whom_a_visit_is_to_meet_is_an_event_to_come()
    {
        const string Text = "Modi flew to Paris to meet the French president.";
        Assert.Contains(Events(Text), coded => Words(Text, coded) == "meet");
    }

    private static bool Are(IReadOnlyCollection<Entity> parties, string names) =>
        names.Split('+', StringSplitOptions.RemoveEmptyEntries) is var wanted
        && wanted.Length == parties.Count
        && wanted.All(name =>
            parties.Any(party =>
                party.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || party.Name.EndsWith(" " + name, StringComparison.Ordinal)
            )
        );

    private static string Words(string text, Event coded) => coded.Spans[0].In(text).ToString();

    private static List<Event> Events(string text) => [.. Clerk.Read(Document.Of(text)).Entries.OfType<Event>()];
}
