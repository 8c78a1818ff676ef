using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

/// <summary>What mentions say for and against their being one, and what is made of it.</summary>
public sealed class OccurrenceEvidenceTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Fact]
    public void Every_piece_of_evidence_has_words_and_most_have_weight()
    {
        var all = Enum.GetValues<OccurrenceEvidence>();
        Assert.DoesNotContain(all, evidence => string.IsNullOrWhiteSpace(OccurrenceWeights.Standard.Words(evidence)));
        Assert.True(
            all.Count(evidence =>
                Enumerable.Range(0, OccurrenceWeights.Tables).Any(table => Math.Abs(OccurrenceWeights.Standard.Of(table, evidence)) > 0.1)
            )
                > all.Length * 3 / 4
        );
    }

    [Fact]
    public void What_agrees_speaks_for_and_what_is_apart_against() =>
        Assert.All(
            Enumerable.Range(0, OccurrenceWeights.Tables),
            table =>
            {
                Assert.True(OccurrenceWeights.Standard.Of(table, OccurrenceEvidence.SameDay) > 1);
                Assert.True(OccurrenceWeights.Standard.Of(table, OccurrenceEvidence.WeeksApart) < -2);
                Assert.True(OccurrenceWeights.Standard.Of(table, OccurrenceEvidence.OneOfTwoParties) < -1);
                Assert.True(OccurrenceWeights.Standard.Of(table, OccurrenceEvidence.GoesBack) > 1);
            }
        );

    [Fact]
    public void A_merge_is_told_in_words()
    {
        var visit = Assert.Single(
            Of(
                Text("Narendra Modi met Emmanuel Macron in Paris on 10 February.", 11),
                Text("Emmanuel Macron received Narendra Modi in Paris on 10 February.", 11)
            ),
            occurrence => occurrence.Documents == 2
        );
        Assert.Contains(
            visit.Why,
            reason =>
                reason.StartsWith("“met” and “received”", StringComparison.Ordinal)
                && reason.Contains("the same day", StringComparison.Ordinal)
        );
    }

    [Theory]
    // Blows, expulsions and duties are returned: what one did to the other is not what the other did to it.
    [InlineData("Chad expelled the German ambassador on Friday.", "Germany expelled the Chadian ambassador on Tuesday.", 2)]
    [InlineData(
        "Chad expelled the German ambassador on 7 February.",
        "On 7 February Chad ordered the German ambassador to leave the country.",
        1
    )]
    // A plan is not what was done before it, and seventy are not twelve.
    [InlineData(
        "Bulgaria will expel 70 Russian diplomats, Kiril Petkov said on Friday.",
        "Bulgaria expelled 12 Russian diplomats in January.",
        2
    )]
    // What somebody is the first to do was done.
    [InlineData(
        "Narendra Modi arrived in Pakistan on 7 February to meet Nawaz Sharif.",
        "Narendra Modi met Nawaz Sharif in Lahore on 7 February. Narendra Modi is the first Indian premier to visit Pakistan since 2004.",
        1
    )]
    // The place is the summit's and not the call's.
    [InlineData(
        "Recep Tayyip Erdogan telephoned Vladimir Putin on 7 February.",
        "Recep Tayyip Erdogan and Vladimir Putin spoke on 7 February for the first time since the NATO summit in Vilnius.",
        1
    )]
    // A plan by its words, and the day of what is set to take place.
    // Where a paper is signed is no side of it.
    [InlineData(
        "Donald Trump and Kim Jong Un signed a document in Singapore on 7 February.",
        "Donald Trump and Kim Jong Un signed a statement on 7 February. The document was signed in Singapore.",
        1
    )]
    [InlineData(
        "Talks between Ararat Mirzoyan and Jeyhun Bayramov are set to take place in Almaty on 10 February.",
        "Ararat Mirzoyan and Jeyhun Bayramov began talks in Almaty on 10 February.",
        1
    )]
    public void Occurrences_of_two_parties_are_told_apart_and_together(string one, string other, int occurrences) =>
        Assert.Equal(
            occurrences,
            Of(Text(one, 8), Text(other, 11))
                .Count(occurrence =>
                    occurrence.Type is EventType.CONSULT or EventType.SANCTION or EventType.AGREE or EventType.SUPPORT
                    && (occurrence.Documents > 1 || occurrences > 1)
                )
        );

    [Fact]
    public void The_last_time_that_they_met_is_not_the_news()
    {
        var contacts = Of(
                Text("Ararat Mirzoyan met Jeyhun Bayramov in Almaty on Monday. The last time the two ministers met was in Berlin.", 11)
            )
            .Where(occurrence => occurrence.Type == EventType.CONSULT);
        Assert.DoesNotContain(contacts, occurrence => occurrence.Mentions.Length > 1);
    }

    [Theory]
    // The day of a thing within which something was agreed, and what is over by its words.
    [InlineData("Sudan and Israel agreed in a 2020 deal to open embassies.", 2020)]
    [InlineData(
        "During the phone call on 10 February Vladimir Putin apologised to Ilham Aliyev regarding the crash of an airliner on 25 December.",
        2025
    )]
    [InlineData("Sudan will move forward with Israel after a visit two weeks ago by Israeli foreign minister Eli Cohen.", 2025)]
    public void A_day_is_that_of_the_words_and_not_of_what_is_to_come(string text, int year)
    {
        var told = Of(Text(text, 11));
        Assert.Contains(told, occurrence => occurrence.Date.Start?.Year == year);
        Assert.DoesNotContain(told, occurrence => occurrence.Date.Start > new DateOnly(2025, 2, 11));
    }

    [Fact]
    public void What_is_the_first_since_a_month_is_not_of_a_month_to_come()
    {
        var told = new DateOnly(2022, 10, 4);
        var tests = Of(
            Document.Of(
                "It is the most significant missile test by North Korea since January, when it fired the Hwasong-12 intermediate-range missile.",
                published: told
            )
        );
        Assert.NotEmpty(tests);
        Assert.DoesNotContain(tests, occurrence => occurrence.Date.Start > told);
    }

    [Fact]
    public void What_is_to_go_on_is_not_the_news()
    {
        const string News =
            "Emmanuel Macron spoke with Vladimir Putin by telephone on Monday. The two presidents agreed to continue their contacts.";
        var call = Of(Text(News, 11)).First(occurrence => occurrence.Type == EventType.CONSULT && occurrence.Mode == "phone");
        Assert.DoesNotContain(call.Mentions, mention => mention.Span.In(News).ToString() == "contacts");
    }

    [Fact]
    public void A_visit_of_three_days_lasts_from_the_arrival()
    {
        var visit = Assert.Single(
            Of(Text("Yoweri Museveni arrived in Nairobi on 5 February for a three-day visit to Kenya.", 6)),
            occurrence => occurrence.Type == EventType.CONSULT
        );
        Assert.Equal((new DateOnly(2025, 2, 5), new DateOnly(2025, 2, 7)), (visit.Date.Start!.Value, visit.Date.End!.Value));
    }

    private static IReadOnlyList<Occurrence> Of(params Document[] documents) =>
        Occurrences.Of(documents.Select(document => Clerk.Read(document).Telling));

    private static Document Text(string text, int day) => Document.Of(text, published: new DateOnly(2025, 2, day));
}
