using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

// Rows of what one account alone says.
public sealed partial class Comparer
{
    // What one side alone says and no topic of the table covers; reports are left out, since all that a report adds is its own.
    private IEnumerable<ComparisonRow> LoneRows(List<ComparisonRow> rows)
    {
        var quoted = rows.Where(row => row.Proposition is null || row.Relation == RowRelation.Contradicting)
            .SelectMany(row => row.Cells)
            .Where(cell => cell.Raises)
            .Select(cell => (cell.Document, cell.Spans[0]))
            .ToHashSet();
        for (var i = 0; i < _tellings.Length; i++)
        {
            var telling = _tellings[i];
            if (!AccountOwner.IsParty(telling.Head))
                continue;
            // The clauses of one sentence are one row; of a sentence that is quoted already there is nothing to add.
            foreach (var sentence in _propositions[i].GroupBy(proposition => proposition.Sentence))
            {
                var whole = telling.Text.Sentences[sentence.Key].Span;
                if (quoted.Any(quote => quote.Document == telling.Id && whole.Contains(quote.Item2)))
                    continue;
                var lone = sentence
                    .Where(proposition =>
                        proposition.Topics.Length == 0
                        && !IsOfContact(proposition)
                        && proposition.Words.Length >= LoneWords
                        && !_met.Contains(proposition)
                    )
                    .ToList();
                if (lone.Count == 0)
                    continue;
                var span = lone.Skip(1).Aggregate(Readable(lone[0]), (all, proposition) => all.Cover(proposition.Span));
                var words = span.In(telling.Words).ToString();
                yield return new ComparisonRow(
                    "other",
                    words,
                    RowRelation.OnlyOne,
                    0.5,
                    [
                        .. _tellings.Select(
                            (other, j) =>
                                j == i
                                    ? new ComparisonCell(other.Id, SilenceState.Mentions, words, [span], null)
                                    : new ComparisonCell(
                                        other.Id,
                                        SilenceState.Silent,
                                        null,
                                        [],
                                        new Check(lone[0].Words, "no proposition with these words or words near to them in use")
                                    )
                        ),
                    ],
                    ""
                )
                {
                    About = Named(telling, lone, span),
                };
            }
        }
    }

    private static bool IsOfContact(Proposition proposition) =>
        proposition.Occurrence is not null && (proposition.Contact.Count > 0 || EventMention.IsContactWord(proposition.Predicate));

    // The first thing that the clauses name, as it is written there.
    private string? Named(Telling telling, List<Proposition> clauses, Span span)
    {
        foreach (var clause in clauses)
            foreach (var name in clause.Names.Where(name => name.Any(char.IsLetter)))
                if (span.In(telling.Words).IndexOf(name, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
                {
                    var whole = Whole(telling.Words, span, span.Start + at, name.Length);
                    // A party's capital is no matter of its own.
                    if (!(Citations.State(whole) is { } state && _parties.Contains(state)))
                        return whole;
                }

        return null;
    }

    // "Pastor Brunson": as far as capitals go.
    private static string Whole(string text, Span span, int start, int length)
    {
        var end = start + length;
        foreach (var word in TopicWord.Cut(text, new Span(end, span.End)))
        {
            if (!word.Capital || !word.Joined && word.Span.Start - end > 1)
                break;
            end = word.Span.End;
        }

        return text[start..end];
    }
}
