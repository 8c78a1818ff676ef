using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

// Rows of topics: who raises which, and who is silent.
public sealed partial class Comparer
{
    private IEnumerable<ComparisonRow> TopicRows()
    {
        var literal = _evidence
            .SelectMany(evidence => evidence.Raised)
            .Distinct()
            .OrderBy(topic => topic.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var topic in literal)
        {
            if (literal.Any(other => other.Parent == topic.Name && SameCells(topic, other)))
                continue;
            var cells = _tellings.Select((_, i) => TopicCell(i, topic)).ToImmutableArray();
            yield return Row(topic.Name, null, cells);
        }
    }

    // A broader topic that no account raises apart from the narrower one would only say the same twice.
    private bool SameCells(Topic broad, Topic narrow) =>
        _evidence.All(evidence => evidence.For(broad).Length > 0 == evidence.For(narrow).Length > 0)
        && _evidence.All(evidence => evidence.Literally(broad).Length == 0);

    private ComparisonCell TopicCell(int account, Topic topic)
    {
        var telling = _tellings[account];
        var found = _evidence[account].For(topic);
        if (found.Length > 0)
        {
            var state = _evidence[account].StateOf(found[0].Topic);
            var clause = BestClause(account, topic, found);
            return new ComparisonCell(
                telling.Id,
                state,
                clause.In(telling.Words).ToString(),
                [clause, .. found.Select(match => match.Span).Where(span => span != clause).Distinct()],
                null
            );
        }

        foreach (var group in _aligned)
        {
            if (
                group.FirstOrDefault(p => p.Account != account && p.Topics.Length == 1 && Topics.Standard.IsWithin(p.Topics[0], topic))
                is not { } theirs
            )
                continue;
            if (
                group.FirstOrDefault(p =>
                    p.Account == account && p.Topics.Length == 0 && p.Occurrence is null && _alignment.Closeness(p, theirs) >= SameTopic
                ) is
                { } other
            )
                return new ComparisonCell(
                    telling.Id,
                    SilenceState.MentionsDifferently,
                    other.Span.In(telling.Words).ToString(),
                    [other.Span],
                    null
                );
        }

        return Silent(account, topic);
    }

    private ComparisonCell Silent(int account, Topic topic)
    {
        var telling = _tellings[account];
        var broader =
            topic.Parent is { } parent && _evidence[account].For(Topics.Standard.Named(parent)!).Length > 0
                ? $"; it raises only the broader {parent}"
                : "";
        var words = TopicWord.Cut(telling.Words, new Span(0, telling.Words.Length)).Count;
        return new ComparisonCell(
            telling.Id,
            SilenceState.Silent,
            null,
            [],
            new Check(
                topic.Patterns,
                $"none of the terms, nor wording near to what the others say, in the {words} words of the account{broader}"
            )
        );
    }

    private Span BestClause(int account, Topic topic, ImmutableArray<TopicMatch> found)
    {
        var clauses = _propositions[account].Where(p => found.Any(match => p.Span.Overlaps(match.Span))).ToList();
        if (clauses.Count == 0)
            return Sentence(account, found[0].Span);
        var best = clauses
            .OrderByDescending(p =>
                _aligned.Any(group =>
                    group.Contains(p) && group.Any(q => q.Account != account && q.Topics.Any(t => Topics.Standard.IsWithin(t, topic)))
                )
            )
            .ThenBy(p => p.Span)
            .First();
        return best.Span;
    }

    private Span Sentence(int account, Span words)
    {
        foreach (var sentence in _tellings[account].Text.Sentences)
            if (sentence.Span.Overlaps(words))
                return sentence.Span;
        return words;
    }
}
