using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Finds formulas: runs of words that one speaker repeats exactly in several texts. A speaker is the side whose account a text is, and whoever a text
/// quotes or reports. Only whole phrases count: a run neither begins nor ends with a function word, holds two words of weight, and is not part of
/// a longer run of the same uses.
/// </summary>
public static class Formulas
{
    private const int Shortest = 3,
        Longest = 12;

    /// <summary>The formulas of all speakers, most used first.</summary>
    /// <param name="tellings">The texts.</param>
    /// <param name="least">In how many texts of a speaker a phrase must stand; 2 or more.</param>
    public static ImmutableArray<Formula> Of(IEnumerable<Telling> tellings, int least)
    {
        var speakers = new SortedDictionary<string, (Entity Speaker, List<(Telling Telling, List<Span> Said)> Texts)>(
            StringComparer.Ordinal
        );
        foreach (
            var telling in tellings
                .DistinctBy(telling => telling.Id, StringComparer.Ordinal)
                .OrderBy(Day)
                .ThenBy(telling => telling.Id, StringComparer.Ordinal)
        )
            foreach (var (speaker, said) in Said(telling))
            {
                if (!speakers.TryGetValue(speaker.Id, out var held))
                    speakers[speaker.Id] = held = (speaker, []);
                held.Texts.Add((telling, said));
            }

        return
        [
            .. speakers
                .Values.SelectMany(held => Of(held.Speaker, held.Texts, Math.Max(2, least)))
                .OrderByDescending(formula => formula.Uses.Length)
                .ThenByDescending(formula => formula.Words.Length)
                .ThenBy(formula => formula.Words, StringComparer.Ordinal)
                .ThenBy(formula => formula.Speaker.Id, StringComparer.Ordinal),
        ];
    }

    private static DateOnly Day(Telling telling) => telling.Head.Published ?? telling.Head.Date.Start ?? DateOnly.MaxValue;

    private static IEnumerable<(Entity Speaker, List<Span> Said)> Said(Telling telling)
    {
        var said = new SortedDictionary<string, (Entity Speaker, List<Span> Said)>(StringComparer.Ordinal);
        void Add(Entity speaker, Span span)
        {
            if (!said.TryGetValue(speaker.Id, out var held))
                said[speaker.Id] = held = (speaker with { Span = null }, []);
            held.Said.Add(span);
        }

        if (AccountOwner.IsParty(telling.Head) && AccountOwner.Of(telling.Head) is { } owner)
            foreach (var passage in Passages.Of(telling.Text))
                Add(owner, passage);
        foreach (
            var statement in telling
                .Entries.OfType<Statement>()
                .Where(statement => statement.Speakers.Length == 1 && statement.Speakers[0].Type == EntityType.Person)
        )
            foreach (var content in statement.Content)
                Add(statement.Speakers[0], content);
        return said.Values;
    }

    private static IEnumerable<Formula> Of(Entity speaker, List<(Telling Telling, List<Span> Said)> texts, int least)
    {
        var runs = new Dictionary<string, List<(int Text, Span Span)>>(StringComparer.Ordinal);
        for (var t = 0; t < texts.Count; t++)
            foreach (var passage in texts[t].Said)
                Gather(texts[t].Telling.Words, passage, t, runs);
        var kept = runs.Where(run => run.Value.Count >= least).ToDictionary(run => run.Key, run => run.Value, StringComparer.Ordinal);
        foreach (var (key, uses) in kept.OrderBy(run => run.Key, StringComparer.Ordinal))
        {
            if (
                kept.Any(other =>
                    other.Value.Count == uses.Count
                    && other.Key.Length > key.Length
                    && $" {other.Key} ".Contains($" {key} ", StringComparison.Ordinal)
                )
            )
                continue;
            yield return new Formula(
                speaker,
                uses[0].Span.In(texts[uses[0].Text].Telling.Words).ToString(),
                [.. uses.Select(use => new FormulaUse(texts[use.Text].Telling.Id, Known(texts[use.Text].Telling), use.Span))],
                texts.Count - uses[0].Text,
                texts.Count - 1 - uses[^1].Text
            );
        }
    }

    private static DateOnly? Known(Telling telling) => Day(telling) is var day && day == DateOnly.MaxValue ? null : day;

    private static void Gather(string text, Span passage, int at, Dictionary<string, List<(int Text, Span Span)>> runs)
    {
        var words = TopicWord.Cut(text, passage);
        for (var first = 0; first < words.Count; first++)
        {
            if (AccountWords.Function.Contains(words[first].Lower))
                continue;
            var weight = 0;
            for (var last = first; last < Math.Min(words.Count, first + Longest); last++)
            {
                if (last > first && !words[last].Joined)
                    break;
                if (AccountWords.Function.Contains(words[last].Lower))
                    continue;
                if (!AccountWords.Plain.Contains(words[last].Lower) && !words[last].Capital)
                    weight++;
                if (last - first + 1 < Shortest || weight < 2)
                    continue;
                var key = string.Join(' ', words[first..(last + 1)].Select(word => word.Lower));
                if (!runs.TryGetValue(key, out var uses))
                    runs[key] = uses = [];
                if (uses.Count == 0 || uses[^1].Text != at)
                    uses.Add((at, words[first].Span.Cover(words[last].Span)));
            }
        }
    }
}
