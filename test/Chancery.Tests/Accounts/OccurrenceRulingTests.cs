using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

/// <summary>What people decide of mentions goes before what the mentions say.</summary>
public sealed class OccurrenceRulingTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    private static readonly Document[] Reports =
    [
        Document.Of(
            "Fumio Kishida met Yoon Suk Yeol in Seoul on Tuesday. The talks lasted two hours.",
            published: new DateOnly(2024, 6, 5)
        ),
        Document.Of("Yoon Suk Yeol held talks with Fumio Kishida in Seoul on June 4.", published: new DateOnly(2024, 6, 5)),
        Document.Of("Fumio Kishida spoke by phone with Yoon Suk Yeol on May 26.", published: new DateOnly(2024, 6, 5)),
    ];

    private static readonly ImmutableArray<Telling> Tellings = [.. Reports.Select(report => Clerk.Read(report).Telling)];

    [Fact]
    public void A_mention_that_is_split_off_is_in_no_occurrence_with_the_others_and_both_say_so()
    {
        var (met, talks, held) = (At(0, "met"), At(0, "talks"), At(1, "talks"));
        Assert.Same(Of(met), Of(held));
        var findings = Find(Split(held, met, talks));
        Assert.NotSame(Of(held, findings), Of(met, findings));
        Assert.Same(Of(talks, findings), Of(met, findings));
        Assert.Contains(
            Of(held, findings)!.KeptApart,
            kept => kept.EndsWith("by a decision of Ann: two meetings", StringComparison.Ordinal)
        );
        Assert.Contains(Of(met, findings)!.KeptApart, kept => kept.Contains("a decision of Ann", StringComparison.Ordinal));
        Assert.Empty(findings.Unmet);
    }

    [Fact]
    public void Mentions_that_are_ruled_one_are_one_whatever_keeps_them_apart()
    {
        var (met, spoke) = (At(0, "met"), At(2, "spoke"));
        Assert.NotSame(Of(met), Of(spoke));
        var findings = Find(Merge(met, spoke));
        Assert.Same(Of(met, findings), Of(spoke, findings));
        Assert.Contains(Of(met, findings)!.Why, why => why.Contains("one by a decision of Ann: one contact", StringComparison.Ordinal));
        // Nothing else has changed its place.
        Assert.Same(Of(At(1, "talks"), findings), Of(met, findings));
    }

    [Fact]
    public void Of_two_rulings_on_the_same_mentions_the_later_counts()
    {
        var (met, spoke) = (At(0, "met"), At(2, "spoke"));
        var first = Find(Merge(met, spoke), Split(met, spoke));
        Assert.NotSame(Of(met, first), Of(spoke, first));
        var second = Find(Split(met, spoke), Merge(met, spoke));
        Assert.Same(Of(met, second), Of(spoke, second));
    }

    [Fact]
    public void A_ruling_on_one_word_of_an_act_is_one_on_the_act()
    {
        Document[] reports =
        [
            Document.Of("Rwanda signed an accord with Uganda on Tuesday.", published: new DateOnly(2024, 10, 2)),
            Document.Of("The accord that Rwanda and Uganda signed on October 1 ends a dispute.", published: new DateOnly(2024, 10, 3)),
        ];
        ImmutableArray<Telling> tellings = [.. reports.Select(report => Clerk.Read(report).Telling)];
        Assert.Equal(4, Assert.Single(Occurrences.Of(tellings)).Mentions.Length);
        MentionPlace accord = new(reports[0].Id, 17, 23),
            signed = new(reports[1].Id, 34, 40);
        var findings = Occurrences.Of(tellings, [Split(accord, signed)]);
        Assert.Empty(findings.Unmet);
        Assert.All(findings.Occurrences, occurrence => Assert.Equal((1, 2), (occurrence.Documents, occurrence.Mentions.Length)));
    }

    [Fact]
    public void What_only_goes_back_to_a_mention_goes_where_that_goes_unless_it_is_named_itself()
    {
        var (met, talks, held) = (At(0, "met"), At(0, "talks"), At(1, "talks"));
        var findings = Find(Split(met, talks, held));
        Assert.Same(Of(talks, findings), Of(met, findings));
        Assert.NotSame(Of(held, findings), Of(met, findings));
        Assert.NotSame(Of(talks, Find(Split(talks, met, held))), Of(met, findings));
    }

    [Fact]
    public void A_ruling_whose_mention_is_read_no_more_is_told_and_one_on_another_document_is_not()
    {
        var lost = new MentionPlace(Reports[0].Id, 0, 1);
        var unmet = Assert.Single(Find(Split(lost, At(1, "talks"))).Unmet);
        Assert.Contains(lost.ToString(), unmet.Why, StringComparison.Ordinal);
        Assert.Empty(Find(Split(new MentionPlace("d-0", 3, 7), At(1, "talks"))).Unmet);
    }

    [Fact]
    public void Rulings_that_cannot_all_be_followed_are_told()
    {
        var (met, held, spoke) = (At(0, "met"), At(1, "talks"), At(2, "spoke"));
        var findings = Find(Merge(met, held), Merge(held, spoke), Split(met, spoke));
        Assert.NotSame(Of(met, findings), Of(spoke, findings));
        Assert.Contains("at odds", Assert.Single(findings.Unmet).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter()
    {
        var rulings = ImmutableArray.Create(Split(At(1, "talks"), At(0, "met"), At(0, "talks")), Merge(At(0, "met"), At(2, "spoke")));
        var (one, other) = (Occurrences.Of(Tellings, rulings), Occurrences.Of(Tellings.Reverse(), rulings));
        Assert.Equal(one.Occurrences.Select(occurrence => occurrence.Id), other.Occurrences.Select(occurrence => occurrence.Id));
        Assert.Equal(
            one.Occurrences.SelectMany(occurrence => occurrence.KeptApart.Concat(occurrence.Why)),
            other.Occurrences.SelectMany(occurrence => occurrence.KeptApart.Concat(occurrence.Why))
        );
    }

    [Fact]
    public void Without_rulings_nothing_changes() =>
        Assert.Equal(Occurrences.Of(Tellings).Select(occurrence => occurrence.Id), Find().Occurrences.Select(occurrence => occurrence.Id));

    [Theory]
    [InlineData("d-3e0cfeb4c6aa7078cbe2@308-313", true)]
    [InlineData("d-3e0cfeb4c6aa7078cbe2", false)]
    [InlineData("d-1@5-5", false)]
    [InlineData("d-1@-5", false)]
    [InlineData("@1-2", false)]
    [InlineData("d-1@1-99999999999", false)]
    public void A_place_is_written_and_read(string written, bool isPlace) =>
        Assert.Equal(isPlace ? written : null, MentionPlace.Parse(written)?.ToString());

    private static OccurrenceRuling Split(params MentionPlace[] places) =>
        new("r-1", false, [.. places], "a decision of Ann: two meetings");

    private static OccurrenceRuling Merge(params MentionPlace[] places) => new("r-2", true, [.. places], "a decision of Ann: one contact");

    private static OccurrenceFindings Find(params OccurrenceRuling[] rulings) => Occurrences.Of(Tellings, [.. rulings]);

    private static MentionPlace At(int report, string word)
    {
        var start = Reports[report].Text.IndexOf(word, StringComparison.Ordinal);
        return new MentionPlace(Reports[report].Id, start, start + word.Length);
    }

    private static Occurrence? Of(MentionPlace place, OccurrenceFindings? findings = null) =>
        (findings ?? Plain).Occurrences.FirstOrDefault(occurrence =>
            occurrence.Mentions.Any(mention => mention.Document == place.Document && mention.Span.Start == place.Start)
        );

    private static readonly OccurrenceFindings Plain = Occurrences.Of(Tellings, []);
}
