using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class OccurrencesTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    private static readonly Document[] Reports =
    [
        Text(
            "Japanese Prime Minister Fumio Kishida spoke by phone with South Korean President Yoon Suk Yeol on Tuesday. The call lasted half an hour.",
            2024,
            6,
            5
        ),
        Text("South Korean President Yoon Suk Yeol spoke by telephone with Japanese Prime Minister Fumio Kishida on June 4.", 2024, 6, 5),
        Text("Fumio Kishida met Yoon Suk Yeol in Seoul on May 26.", 2024, 6, 5),
    ];

    [Fact]
    public void A_call_told_in_two_documents_is_one_and_a_meeting_is_another()
    {
        var contacts = Of(Reports).Where(occurrence => occurrence.Type == EventType.CONSULT).ToList();
        var call = Assert.Single(contacts, occurrence => occurrence.Mode == "phone");
        Assert.Equal(2, call.Documents);
        Assert.True(call.Mentions.Length >= 3);
        Assert.NotEmpty(call.Why);
        Assert.Single(contacts, occurrence => occurrence.Mode != "phone" && occurrence.Documents == 1);
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter() =>
        Assert.Equal(Of(Reports).Select(occurrence => occurrence.Id), Of([.. Reports.Reverse()]).Select(occurrence => occurrence.Id));

    [Fact]
    public void The_talks_and_the_two_leaders_go_back_to_the_meeting_and_an_earlier_call_does_not()
    {
        var contacts = Of([
            Text(
                "Narendra Modi met Emmanuel Macron in Paris on Monday. The talks lasted two hours. The two leaders had last spoken by phone in March.",
                2025,
                2,
                11
            ),
        ]);
        var meeting = Assert.Single(contacts, occurrence => occurrence.Mentions.Length > 1);
        Assert.Equal(["met", "talks"], Words(meeting, "Narendra Modi met Emmanuel Macron in Paris on Monday. The talks lasted two hours."));
    }

    [Theory]
    [InlineData(
        "Iran launched missiles at Israel on Tuesday. The attack lasted an hour.",
        "Israel condemned the Iranian missile strike of October 1.",
        1
    )]
    [InlineData(
        "The European Union adopted an eighteenth package of sanctions on Russia on Friday.",
        "In July 2024 the European Union adopted a fourteenth package of sanctions on Russia.",
        2
    )]
    [InlineData(
        "Rwanda signed an accord with Uganda on Tuesday.",
        "The deal that Rwanda and Uganda signed on October 1 ends a dispute.",
        1
    )]
    public void Words_of_one_family_may_tell_of_one_thing_and_numbers_of_a_run_of_two(string one, string other, int occurrences) =>
        Assert.Equal(
            occurrences,
            Of([Text(one, 2024, 10, 2), Text(other, 2024, 10, 3)])
                .Count(occurrence => occurrence.Type is EventType.ASSAULT or EventType.SANCTION or EventType.SUPPORT)
        );

    [Theory]
    [InlineData(
        "Olaf Scholz spoke by phone with Vladimir Putin on Friday. Scholz spoke with Volodymyr Zelensky before the call. The call lasted an hour.",
        "spoke",
        "call",
        "call"
    )]
    [InlineData(
        "Joe Biden spoke by phone with Rishi Sunak on Friday. A British official said that London had asked for the conversation.",
        "spoke",
        "conversation"
    )]
    [InlineData("Takeshi Iwaya met Wang Yi in Tokyo on Friday. The two sides also exchanged views on North Korea.", "met", "exchanged")]
    [InlineData(
        "Kassym-Jomart Tokayev met Ilham Aliyev in Astana on Friday. A week before the meeting, Tokayev had visited Tashkent.",
        "met",
        "meeting"
    )]
    public void A_noun_that_tells_when_and_the_sides_of_the_news_go_back_to_the_contact(string text, params string[] words)
    {
        var main = Of([Text(text, 2024, 11, 16)])
            .First(occurrence => occurrence.Type == EventType.CONSULT && occurrence.Mentions.Any(mention => mention.Span.Start < 70));
        Assert.Equal(words, Words(main, text));
    }

    [Fact]
    public void A_meeting_of_two_beside_one_of_three_on_the_same_day_is_another()
    {
        var contacts = Of([
                Text(
                    "Badr Abdelatty met the foreign ministers of Jordan and Iraq in Cairo on Monday. Abdelatty also met Ayman Safadi of Jordan separately on Monday.",
                    2025,
                    3,
                    4
                ),
                Text("The foreign ministers of Egypt, Jordan and Iraq met in Cairo on Monday.", 2025, 3, 4),
            ])
            .Where(occurrence => occurrence.Type == EventType.CONSULT)
            .ToList();
        Assert.Equal(2, contacts.Count);
        Assert.Single(contacts, occurrence => occurrence.Documents == 2);
    }

    [Fact]
    public void A_visit_of_some_days_holds_the_dinner_and_the_talks() =>
        Assert.Single(
            Of([
                Text(
                    "Narendra Modi paid an official visit to Russia on July 8-9. Vladimir Putin hosted a dinner for Narendra Modi on July 8. Vladimir Putin and Narendra Modi held talks in the Kremlin on July 9.",
                    2024,
                    7,
                    10
                ),
            ]),
            occurrence => occurrence.Type == EventType.CONSULT
        );

    private static IEnumerable<string> Words(Occurrence occurrence, string text) =>
        occurrence.Mentions.Select(mention => mention.Span.In(text).ToString());

    private static IReadOnlyList<Occurrence> Of(Document[] documents) =>
        Occurrences.Of(documents.Select(document => Clerk.Read(document).Telling));

    private static Document Text(string text, int year, int month, int day) => Document.Of(text, published: new DateOnly(year, month, day));
}
