using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Finds the words by which a report says that an account leaves something out, and what it leaves out.</summary>
internal static class SilenceCues
{
    // What is left out is named by its own words up to so many characters.
    private const int LongestMatter = 100;

    /// <summary>The first cue of a sentence; null where the sentence has none.</summary>
    public static SilenceCue? In(string text, Span sentence)
    {
        foreach (var cue in All(text, sentence))
            return cue;
        return null;
    }

    /// <summary>Every cue of a sentence in order, each with its stretch and state; a stretch ends where the next cue begins.</summary>
    public static IEnumerable<SilenceCue> All(string text, Span sentence)
    {
        var words = TopicWord.Cut(text, sentence);
        var found = SilencePhrases.Find(words, 0);
        while (found is { } phrase)
        {
            found = SilencePhrases.Find(words, phrase.End);
            var cue = new Span(words[phrase.First].Span.Start, words[phrase.End - 1].Span.End);
            var scope =
                phrase.Opened >= 0
                    ? Between(text, words, phrase.First, phrase.Opened)
                    : Scope(text, sentence, cue, words[phrase.End - 1].Lower, phrase.Before);
            if (found is { } next && words[next.First].Span.Start is var limit && scope.End > limit)
                scope = new Span(scope.Start, Math.Max(scope.Start, Clause(text, scope.Start, limit)));
            yield return new SilenceCue(cue, scope, phrase.State) { OfAccount = phrase.OfAccount, IsAfter = phrase.Before };
        }
    }

    // "left Ukraine out of its version", "nothing about fisheries appeared in": what stands within the phrase, its opening words left out.
    private static Span Between(string text, List<TopicWord> words, int first, int at)
    {
        var from = first + 1;
        while (from < at && words[from].Lower is "about" or "on")
            from++;
        return from < at ? words[from].Span.Cover(words[at - 1].Span) : new Span(words[first].Span.End, words[first].Span.End);
    }

    private static Span Scope(string text, Span sentence, Span cue, string last, bool before)
    {
        if (before)
            return Asked(text, sentence.Start, cue.Start) ?? Opened(text, sentence.Start, cue.Start);
        var after = Missing(text, cue.End, Close(text, cue.End, sentence.End, IsRelative(text, sentence, cue.Start)), last);
        // "an offer that the Chinese readout did not mention", "a point which Beijing left out": what is left out is what the clause hangs on.
        if (!IsBlank(text, Trim(text, after)) && (cue.End >= text.Length || text[cue.End] != ','))
            return after;
        return Hung(text, sentence, cue.Start) ?? Fronted(text, sentence, cue.Start) ?? after;
    }

    private static bool IsBlank(string text, Span scope)
    {
        foreach (var c in scope.In(text))
            if (char.IsLetterOrDigit(c))
                return false;
        return true;
    }

    // "oil it skipped altogether": what is left out opens the clause, before the pronoun.
    private static Span? Fronted(string text, Span sentence, int cue)
    {
        var words = TopicWord.Cut(text, Opened(text, sentence.Start, cue));
        return
            words.Count is > 1 and < 8
            && words[^1].Lower is "it" or "they" or "he" or "she"
            && !AccountWords.Telling.Contains(words[^2].Lower)
            ? words[0].Span.Cover(words[^2].Span)
            : null;
    }

    // "Asked about the collision, the ministry offered no comment."
    private static Span? Asked(string text, int from, int to)
    {
        const string Opening = "asked about ";
        var at = text.IndexOf(Opening, from, to - from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var comma = text.IndexOf(", ", at, to - at, StringComparison.Ordinal);
        return comma < 0 ? null : new Span(at + Opening.Length, comma);
    }

    private static Span? Hung(string text, Span sentence, int cue)
    {
        var stretch = text.AsSpan(sentence.Start, cue - sentence.Start);
        var at = -1;
        foreach (var mark in AccountWords.Hanging)
            at = Math.Max(at, stretch.LastIndexOf(mark, StringComparison.Ordinal));
        return at <= 0 ? null : Opened(text, sentence.Start, sentence.Start + at);
    }

    // "Ankara said that jets were raised, while Paris said that the issue did not come up": what the last clause before the cue holds.
    private static Span Opened(string text, int from, int to)
    {
        var stretch = text.AsSpan(from, to - from);
        var cut = 0;
        foreach (var mark in (ReadOnlySpan<string>)[" that ", " said ", " saying ", ", while ", "; ", ": "])
            if (stretch.LastIndexOf(mark, StringComparison.Ordinal) is var at and >= 0)
                cut = Math.Max(cut, at + mark.Length);
        return new Span(from + cut, to);
    }

    // "Missing from the Japanese readout was any mention of tariffs": what is missing stands behind the verb.
    private static Span Missing(string text, int from, int to, string last)
    {
        if (last != "from")
            return new Span(from, to);
        var stretch = text.AsSpan(from, to - from);
        foreach (var verb in (ReadOnlySpan<string>)[" was ", " were ", " is ", " are "])
            if (stretch.IndexOf(verb, StringComparison.Ordinal) is var at and >= 0)
                return new Span(from + at + verb.Length, to);
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
        if (!IsAnaphor(text, whole))
            return Topics(text, scope);
        var within =
            scope.Start > sentence.Start ? Chancery.Knowledge.Topics.Standard.Find(text, new Span(sentence.Start, scope.Start)) : [];
        if (within.Length == 0 && before is { } last)
            within = Chancery.Knowledge.Topics.Standard.Find(text, last);
        if (within.Length == 0)
            return [];
        return AccountWords.PluralAnaphors.Contains(whole.In(text).ToString().ToLowerInvariant()) || whole.Length == 0
            ? within.Select(match => match.Topic.Name).Distinct(StringComparer.Ordinal).TakeLast(2).Select(name => (name, whole))
            : [(within[^1].Topic.Name, whole)];
    }

    // "them", "the issue", "this aspect", "that part of the conversation".
    private static bool IsAnaphor(string text, Span part)
    {
        var words = TopicWord.Cut(text, part);
        if (words.Count is 4 or 5 && words[^3].Lower == "of" && words[^2].Lower is "the" && AccountWords.Talks.Contains(words[^1].Lower))
            words.RemoveRange(words.Count - 3, 3);
        if (words.Count == 0 || AccountWords.PluralAnaphors.Contains(part.In(text).ToString().ToLowerInvariant()))
            return true;
        return words.Count is 1 or 2
                && AccountWords.Anaphors.Contains(words[^1].Lower)
                && (words.Count == 1 || AccountWords.Pointing.Contains(words[0].Lower))
            || AccountWords.Anaphors.Contains(part.In(text).ToString().ToLowerInvariant());
    }

    private static IEnumerable<(string Topic, Span Span)> Topics(string text, Span scope)
    {
        var start = scope.Start;
        for (var i = scope.Start; i <= scope.End; i++)
        {
            var (parted, width) = Parting(text, i, scope.End);
            if (!parted)
                continue;
            foreach (var topic in Conjunct(text, new Span(start, i)))
                yield return topic;
            start = i + width;
            i = Math.Max(i, start - 1);
        }
    }

    private static IEnumerable<(string Topic, Span Span)> Conjunct(string text, Span part)
    {
        var span = Trim(text, part);
        if (span.Length == 0)
            yield break;
        var found = Chancery.Knowledge.Topics.Standard.Find(text, span);
        foreach (var match in found)
            yield return (match.Topic.Name, match.Span);
        if (
            found.Length == 0
            && span.Length is > 2 and < LongestMatter
            && !IsAnaphor(text, span)
            && !IsAside(text, span)
            && span.In(text).IndexOf('\n') < 0
        )
            yield return (span.In(text).ToString(), span);
    }

    // "Notably, …", "…, the White House said": no matter that could be left out.
    private static bool IsAside(string text, Span part)
    {
        var words = TopicWord.Cut(text, part);
        // "In Beijing's telling, …": whose account it is.
        if (
            words.Count > 1
            && words[0].Lower is "in"
            && words.Exists(word => AccountWords.Texts.Contains(word.Lower) || word.Lower is "telling" or "view" or "words")
            && words[1].Capital
        )
            return true;
        return words.Count == 0
            || words[0].Lower is "which" or "who" or "whose" or "asked"
            || (words.Count == 1 && words[0].Lower.EndsWith("ly", StringComparison.Ordinal))
            || AccountWords.Telling.Contains(words[^1].Lower)
            || AccountWords.Empty.Contains(words[^1].Lower);
    }

    private static (bool Parted, int Width) Parting(string text, int at, int end)
    {
        if (at == end)
            return (true, 0);
        var rest = text.AsSpan(at, end - at);
        foreach (var mark in (ReadOnlySpan<string>)[", or ", ", and ", ", nor ", " or ", " and ", " nor ", ", "])
            if (rest.StartsWith(mark, StringComparison.Ordinal))
                return (true, mark.Length);
        return (false, 0);
    }

    private static Span Trim(string text, Span part)
    {
        var (start, end) = (part.Start, part.End);
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        foreach (var lead in AccountWords.Leads)
            if (
                end - start > lead.Length
                && text[start + lead.Length] == ' '
                && text.AsSpan(start, end - start).StartsWith(lead, StringComparison.OrdinalIgnoreCase)
            )
                start += lead.Length + 1;
        // "whether the two leaders discussed the border": what was discussed.
        var words = TopicWord.Cut(text, new Span(start, end));
        for (var i = 1; i < Math.Min(words.Count - 1, 6); i++)
            if (
                !words[i].Capital
                && (
                    AccountWords.Discussing.Contains(words[i].Lower)
                    || (
                        words[i].Lower.EndsWith("ed", StringComparison.Ordinal)
                        && (
                            AccountWords.Discussing.Contains(words[i].Lower[..^2]) || AccountWords.Discussing.Contains(words[i].Lower[..^1])
                        )
                    )
                )
            )
                return Trim(text, new Span(words[i + 1].Span.Start, end));
        foreach (var tail in AccountWords.Tails)
            if (text.AsSpan(start, end - start).Equals(tail, StringComparison.OrdinalIgnoreCase))
                return new Span(start, start);
        foreach (var tail in AccountWords.Tails)
            if (
                end - start > tail.Length
                && text[end - tail.Length - 1] == ' '
                && text.AsSpan(start, end - start).EndsWith(tail, StringComparison.OrdinalIgnoreCase)
            )
                end -= tail.Length + 1;
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
        if (relative && text.IndexOf(", ", from, end - from, StringComparison.Ordinal) is var comma and >= 0)
            end = comma;
        var rest = text.AsSpan(from, end - from);
        var close = rest.Length;
        foreach (var mark in AccountWords.Ends)
            if (rest.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 && at < close)
                close = at;
        return from + Math.Min(close, Turned(text, from, from + close) - from);
    }

    // "…, calling for talks", "…, and only quoted Mr Xi": where the sentence goes on with what the account does say.
    private static int Turned(string text, int from, int end)
    {
        for (
            var at = text.IndexOf(", ", from, end - from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(", ", at + 2, end - at - 2, StringComparison.Ordinal)
        )
        {
            var words = TopicWord.Cut(text, new Span(at + 2, Math.Min(end, at + 40)));
            var next = 0;
            var joined = words.Count > 0 && words[0].Lower is "and";
            if (joined)
                next++;
            if (
                next < words.Count
                && (words[next].Lower.EndsWith("ly", StringComparison.Ordinal) || AccountWords.Fillers.Contains(words[next].Lower))
            )
                next++;
            if (next >= words.Count || words[next].Capital)
                continue;
            if (
                joined
                    ? words[next].Lower.EndsWith("ed", StringComparison.Ordinal) || AccountWords.Telling.Contains(words[next].Lower)
                    : next == 0 && words[0].Lower.EndsWith("ing", StringComparison.Ordinal)
            )
                return at;
        }

        // "mentioned no tariffs and referred merely to farms"
        for (
            var at = text.IndexOf(" and ", from, end - from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(" and ", at + 5, end - at - 5, StringComparison.Ordinal)
        )
            if (
                TopicWord.Cut(text, new Span(at + 5, Math.Min(end, at + 40))) is [{ Capital: false } said, var next, ..]
                && said.Lower.EndsWith("ed", StringComparison.Ordinal)
                && (
                    AccountWords.Fillers.Contains(next.Lower)
                    || next.Lower is "to" or "that" or "on" or "only"
                    || next.Lower.EndsWith("ly", StringComparison.Ordinal)
                )
            )
                return at;
        return end;
    }
}
