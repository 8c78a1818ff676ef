using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Finds the words by which a report says that an account leaves something out, and what it leaves out.</summary>
internal static class SilenceCues
{
    private static readonly ImmutableArray<(string Words, SilenceState State, string Scope)> Cues =
    [
        .. EmbeddedTable.Rows("codebook/accounts/silence.csv").Select(row => (row[0], Enum.Parse<SilenceState>(row[1]), row[2])),
    ];

    // A relative clause or a contrast after the topics tells of the world, not of the account.
    private static readonly ImmutableArray<string> Ends = [", where", ", which", ", who", ", but", ", although", ", while", ", even", ", as ", " but ", " although ", " while ", "; ", " despite "];

    /// <summary>The cue of a sentence, the stretch where its topics stand, and the state; null where the sentence has none.</summary>
    public static (Span Cue, Span Scope, SilenceState State)? In(string text, Span sentence)
        => First(text, sentence);

    /// <summary>Every cue of a sentence in order, each with its stretch and state; a stretch ends where the next cue begins.</summary>
    public static IEnumerable<(Span Cue, Span Scope, SilenceState State)> All(string text, Span sentence)
    {
        var rest = sentence;
        for (var found = First(text, rest); found is { } cue; found = First(text, rest))
        {
            var scope = cue.Scope;
            if (First(text, new Span(cue.Cue.End, sentence.End)) is { } next && scope.End > next.Cue.Start) scope = new Span(scope.Start, Math.Max(scope.Start, Clause(text, scope.Start, next.Cue.Start)));
            yield return (cue.Cue, scope, cue.State);
            rest = new Span(cue.Cue.End, sentence.End);
        }
    }

    // The cue that begins first; of two that begin together, the longer.
    private static (Span Cue, Span Scope, SilenceState State)? First(string text, Span sentence)
    {
        (Span Cue, Span Scope, SilenceState State)? first = null;
        var words = sentence.In(text);
        foreach (var (cue, state, scope) in Cues)
        {
            var at = words.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(words[at - 1]))) continue;
            var (start, end) = (sentence.Start + at, sentence.Start + at + cue.Length);
            // "Neither A nor B mentioned", "nothing in the statement about": the cue opens at the phrase that its row names.
            if (scope is not ("before" or "after"))
            {
                var opener = words[..at].LastIndexOf(scope + " ", StringComparison.OrdinalIgnoreCase);
                if (opener < 0 || (opener > 0 && char.IsLetter(words[opener - 1]))) continue;
                start = sentence.Start + opener;
            }

            if (first is { } held && (held.Cue.Start < start || (held.Cue.Start == start && held.Cue.End >= end))) continue;
            first = (new Span(start, end), scope == "before" ? Opened(text, sentence.Start, start) : Missing(text, end, Close(text, end, sentence.End, IsRelative(text, sentence, start)), cue), state);
        }

        return first;
    }

    // "Ankara said that jets were raised, while Paris said that the issue did not come up": what the last clause before the cue holds.
    private static Span Opened(string text, int from, int to)
    {
        var stretch = text.AsSpan(from, to - from);
        var cut = 0;
        foreach (var mark in (ReadOnlySpan<string>)[" that ", " said ", " saying ", ", while ", "; ", ": "])
            if (stretch.LastIndexOf(mark, StringComparison.Ordinal) is var at and >= 0) cut = Math.Max(cut, at + mark.Length);
        return new Span(from + cut, to);
    }

    // "Missing from the Japanese readout was any mention of tariffs": what is missing stands behind the verb.
    private static Span Missing(string text, int from, int to, string cue)
    {
        if (!cue.EndsWith(" from", StringComparison.Ordinal)) return new Span(from, to);
        var stretch = text.AsSpan(from, to - from);
        foreach (var verb in (ReadOnlySpan<string>)[" was ", " were ", " is ", " are "])
            if (stretch.IndexOf(verb, StringComparison.Ordinal) is var at and >= 0) return new Span(from + at + verb.Length, to);
        return new Span(from, to);
    }

    // A second cue opens its clause at the last comma or "and" before it.
    private static int Clause(string text, int from, int to)
    {
        var stretch = text.AsSpan(from, Math.Max(0, to - from));
        var cut = Math.Max(stretch.LastIndexOf(", and ", StringComparison.Ordinal), stretch.LastIndexOf(", ", StringComparison.Ordinal));
        return cut < 0 ? to : from + cut;
    }

    /// <summary>
    /// The topics of a scope: those that the table knows, and a conjunct that it does not know by its own words. Of a scope that only points back
    /// ("did not mention them", "the issue did not come up") the topics of what stands before it, in its sentence or the one before.
    /// </summary>
    public static IEnumerable<(string Topic, Span Span)> Topics(string text, Span scope, Span sentence, Span? before)
    {
        var whole = Trim(text, scope);
        if (!AccountWords.Anaphors.Contains(whole.In(text).ToString().ToLowerInvariant())) return Topics(text, scope);
        var within = scope.Start > sentence.Start ? Knowledge.Topics.Standard.Find(text, new Span(sentence.Start, scope.Start)) : [];
        if (within.Length == 0 && before is { } last) within = Knowledge.Topics.Standard.Find(text, last);
        return within.Length == 0 ? [] : [(within[^1].Topic.Name, whole)];
    }

    private static IEnumerable<(string Topic, Span Span)> Topics(string text, Span scope)
    {
        var start = scope.Start;
        for (var i = scope.Start; i <= scope.End; i++)
        {
            var (parted, width) = Parting(text, i, scope.End);
            if (!parted) continue;
            foreach (var topic in Conjunct(text, new Span(start, i))) yield return topic;
            start = i + width;
            i = Math.Max(i, start - 1);
        }
    }

    private static IEnumerable<(string Topic, Span Span)> Conjunct(string text, Span part)
    {
        var span = Trim(text, part);
        if (span.Length == 0) yield break;
        var found = Knowledge.Topics.Standard.Find(text, span);
        foreach (var match in found) yield return (match.Topic.Name, match.Span);
        if (found.Length == 0 && span.Length is > 2 and < 60 && !AccountWords.Anaphors.Contains(span.In(text).ToString().ToLowerInvariant()) && span.In(text).IndexOf('\n') < 0) yield return (span.In(text).ToString(), span);
    }

    private static (bool Parted, int Width) Parting(string text, int at, int end)
    {
        if (at == end) return (true, 0);
        var rest = text.AsSpan(at, end - at);
        foreach (var mark in (ReadOnlySpan<string>)[", or ", ", and ", ", nor ", " or ", " and ", " nor ", ", "])
            if (rest.StartsWith(mark, StringComparison.Ordinal)) return (true, mark.Length);
        return (false, 0);
    }

    private static Span Trim(string text, Span part)
    {
        var (start, end) = (part.Start, part.End);
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        foreach (var lead in (ReadOnlySpan<string>)["of ", "to ", "on ", "about ", "the ", "any ", "either ", "both ", "a ", "issue of ", "question of ", "mention of ", "reference to ", "word on ", "word about ", "talk of "])
            if (text.AsSpan(start, end - start).StartsWith(lead, StringComparison.OrdinalIgnoreCase)) start += lead.Length;
        return new Span(start, end);
    }

    // "the statement, which did not refer to Ukraine, praised": the clause ends with its comma.
    private static bool IsRelative(string text, Span sentence, int cue)
    {
        var before = text.AsSpan(sentence.Start, cue - sentence.Start).TrimEnd();
        return before.EndsWith(", which", StringComparison.Ordinal) || before.EndsWith(", that", StringComparison.Ordinal);
    }

    private static int Close(string text, int from, int end, bool relative)
    {
        if (relative && text.IndexOf(", ", from, end - from, StringComparison.Ordinal) is var comma and >= 0) end = comma;
        var rest = text.AsSpan(from, end - from);
        var close = rest.Length;
        foreach (var mark in Ends)
            if (rest.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 && at < close) close = at;
        return from + close;
    }
}
