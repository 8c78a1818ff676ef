using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

/// <summary>What a text goes on telling, what names, days and clauses keep apart or bring together; all words are of texts of 23 August 2024.</summary>
public sealed class OccurrenceStructureTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    // The passage has left the news.
    [InlineData(
        "Narendra Modi arrived in Kyiv on Friday for talks with Volodymyr Zelensky. In June, Modi and Zelensky met in Italy. They discussed the war.",
        "met",
        "discussed",
        true
    )]
    [InlineData(
        "Narendra Modi arrived in Kyiv on Friday for talks with Volodymyr Zelensky. In June, Modi and Zelensky met in Italy. They discussed the war.",
        "arrived",
        "discussed",
        false
    )]
    // What somebody does where he goes is part of the going.
    [InlineData("Narendra Modi arrived in Kyiv on Friday, where he will hold talks with Volodymyr Zelensky.", "arrived", "talks", true)]
    // Each has a day of its own.
    [InlineData(
        "Lloyd Austin spoke with Sergei Shoigu on August 20.|Lloyd Austin spoke with Sergei Shoigu on August 22. Their call lasted an hour.",
        "spoke",
        "call",
        false
    )]
    // One ship has one name, and what something comes after is another.
    [InlineData("Iran seized the tanker Niovi on Thursday.|Iran's navy seized the tanker Saint Nikolas.", "seized", "*seized", false)]
    [InlineData("Iran seized a tanker on Thursday. The seizure comes after Iran captured a ship of Greece.", "seizure", "captured", false)]
    [InlineData("Iran seized a tanker on Thursday. The seizure comes after Iran captured a ship of Greece.", "seized", "seizure", true)]
    // Somebody told to go is expelled.
    [InlineData(
        "Burkina Faso ordered three French diplomats to leave the country on Thursday.|The expulsion of the three diplomats by Burkina Faso angered Paris.",
        "ordered",
        "expulsion",
        true
    )]
    // Those between whom it took place take part.
    [InlineData(
        "On August 22 a call took place between Lloyd Austin and Sergei Shoigu.|Sergei Shoigu telephoned Lloyd Austin on August 22.",
        "call",
        "telephoned",
        true
    )]
    // Nobody is named, and the texts tell of the same state.
    [InlineData(
        "A suicide bomber attacked a railway station in Pakistan on Thursday.|Pakistan mourns those who died in Thursday's attack on the station.",
        "attacked",
        "attack",
        true
    )]
    // A recent meeting lies before the news.
    [InlineData(
        "Sergei Lavrov met Kim Jong Un in Pyongyang on Thursday. Lavrov said that the recent meeting of Vladimir Putin and Kim Jong Un had been a success.",
        "met",
        "meeting",
        false
    )]
    // What is talked about is not where it is.
    [InlineData(
        "Mohammed bin Salman received Antony Blinken in Riyadh on Thursday. Their discussions focused on the situation in Gaza.",
        "received",
        "discussions",
        true
    )]
    // Who somebody was is told besides.
    [InlineData(
        "Two bombs exploded in Iran on Thursday at a ceremony for Qassem Soleimani, who was killed by the United States in 2020. The explosions were the deadliest in years.",
        "killed",
        "explosions",
        false
    )]
    public void Words_are_of_one_occurrence_or_not(string texts, string left, string right, bool one)
    {
        var documents = texts.Split('|').Select(text => Document.Of(text, published: new DateOnly(2024, 8, 23))).ToArray();
        var occurrences = Occurrences.Of(documents.Select(document => Clerk.Read(document).Telling));
        var (first, second) = (Place(documents, left, last: false), Place(documents, right.TrimStart('*'), last: true));
        var holding = occurrences.FirstOrDefault(occurrence => Holds(occurrence, first));
        Assert.NotNull(holding);
        Assert.Equal(one, Holds(holding, second));
    }

    private static bool Holds(Occurrence occurrence, (string Document, int Start) place) =>
        occurrence.Mentions.Any(mention => mention.Document == place.Document && mention.Span.Start == place.Start);

    private static (string Document, int Start) Place(Document[] documents, string word, bool last)
    {
        var found = documents
            .Select(document => (document.Id, Start: document.Text.IndexOf(word, StringComparison.Ordinal)))
            .Where(at => at.Start >= 0)
            .ToList();
        return last ? found[^1] : found[0];
    }
}
