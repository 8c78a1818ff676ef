using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Coding;

/// <summary>Who takes part where the sentence leaves it out, and words that news reports use for deeds.</summary>
public sealed class TellingAgainTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("On Monday Chad accused Libya of arming rebels. Chad also demanded an apology.", "demanded", "Chad > Libya")]
    [InlineData(
        "The rebels killed four soldiers near the town. Two of the soldiers were killed on a road, an officer said.",
        "killed",
        "rebels > soldiers"
    )]
    [InlineData("Canada applied sanctions against Belarus.", "applied", "Canada > Belarus")]
    [InlineData("The death toll rose after a rebel ambush near the market.", "ambush", "rebel > ")]
    [InlineData("Two soldiers killed in ambush", "killed", " > soldiers")]
    [InlineData("Kenya called all sides to hold talks.", "called", "Kenya > ")]
    public void The_parties_are_found(string text, string word, string parties)
    {
        var coded = Events(text).LastOrDefault(entry => entry.Spans[0].In(text).Equals(word, StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(coded);
        var (actors, recipients) = (parties.Split(" > ")[0], parties.Split(" > ")[1]);
        if (actors.Length > 0)
            Assert.Contains(coded.Actors, actor => actor.Name.Contains(actors, StringComparison.OrdinalIgnoreCase));
        if (recipients.Length > 0)
            Assert.Contains(coded.Recipients, recipient => recipient.Name.Contains(recipients, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Norway demanded the release of two reporters. ", "reporters")]
    [InlineData("Norway thanked Malawi for its aid. Norway stressed the need for a ceasefire.", "Malawi")]
    public void Nobody_asks_those_who_are_held(string text, string held) =>
        Assert.DoesNotContain(
            Events(text).Where(entry => entry.Type == EventType.REQUEST).SelectMany(entry => entry.Recipients),
            recipient => recipient.Name.Contains(held, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Chad closed its border with Libya, and Libya imposed tariffs. The sanctions imposed by Canada on Chad hurt.", 1)]
    public void A_participle_on_the_noun_for_the_deed_tells_no_second_one(string text, int canadian) =>
        Assert.Equal(
            canadian,
            Events(text).Count(entry => entry.Type == EventType.SANCTION && entry.Actors.Any(actor => actor.Id == "state/CAN"))
        );

    private static IEnumerable<Event> Events(string text) => Clerk.Read(Document.Of(text)).Entries.OfType<Event>();
}
