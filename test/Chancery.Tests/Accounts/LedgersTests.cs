using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class LedgersTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Fact]
    public void The_opposite_of_an_earlier_stance_contradicts_it()
    {
        var ledger = PositionLedger.Of([
            Read("Norway supports a ceasefire in Gaza.", 2023, 11, 1, "A paper", TextKind.News),
            Read("Norway supports a ceasefire in Gaza.", 2024, 1, 1, "A paper", TextKind.News),
            Read("Norway opposes a ceasefire in Gaza.", 2024, 3, 1, "A paper", TextKind.News),
        ]);
        var changes = ledger
            .Where(entry => entry.Holder.Id == "state/NOR" && entry.Issue.Contains("ceasefire", StringComparison.Ordinal))
            .Select(entry => entry.Change)
            .ToList();
        if (changes.Count == 0)
            changes = [.. ledger.Where(entry => entry.Holder.Id == "state/NOR").Select(entry => entry.Change)];
        Assert.Equal([PositionChange.First, PositionChange.Repeats, PositionChange.Contradicts], changes);
    }

    [Fact]
    public void A_phrase_said_again_word_for_word_is_a_formula_and_one_left_off_is_missing()
    {
        var formulas = Formulas.Of(
            [
                Read(
                    "The two sides will build a community with a shared future. They noted progress.",
                    2022,
                    1,
                    1,
                    "Chinese Foreign Ministry",
                    TextKind.Readout
                ),
                Read(
                    "Both will build a community with a shared future for the region.",
                    2023,
                    1,
                    1,
                    "Chinese Foreign Ministry",
                    TextKind.Readout
                ),
                Read("They reviewed projects in rail and ports.", 2024, 1, 1, "Chinese Foreign Ministry", TextKind.Readout),
            ],
            2
        );
        var formula = Assert.Single(formulas);
        Assert.Equal("build a community with a shared future", formula.Words);
        Assert.Equal(
            (new DateOnly(2022, 1, 1), new DateOnly(2023, 1, 1), 3, 1),
            (formula.First!.Value, formula.Last!.Value, formula.Texts, formula.Missing)
        );
    }

    private static Telling Read(string text, int year, int month, int day, string publisher, TextKind kind) =>
        Clerk.Read(Document.Of(text, publisher: publisher, published: new DateOnly(year, month, day), kind: kind)).Telling;
}
