using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

/// <summary>What two ministries say of one thing, compared.</summary>
internal static class TwoReadouts
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    public static void Contradict(string brazil, string chile, string why) =>
        Assert.Contains(
            Compare(brazil, chile),
            row => row.Relation == RowRelation.Contradicting && row.Why.Contains(why, StringComparison.Ordinal)
        );

    public static void Agree(string brazil, string chile) =>
        Assert.DoesNotContain(Compare(brazil, chile), row => row.Relation == RowRelation.Contradicting);

    public static ImmutableArray<ComparisonRow> Compare(string one, string other) =>
        Comparer.Compare([Read(one, "Brazilian Foreign Ministry"), Read(other, "Chilean Foreign Ministry")], []).Rows;

    public static Telling Read(string text, string publisher) =>
        Clerk.Read(Document.Of(text, publisher: publisher, published: new DateOnly(2024, 6, 5), kind: TextKind.Readout)).Telling;
}
