using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Finds the phrases by which a report cites an account: a written statement of somebody ("the Turkish Defence Ministry readout"), or an
/// organ that is said to have said something ("the Kremlin said", "according to Downing Street"). Who is meant comes from the knowledge pack; a
/// phrase that nobody is known for is no citation.
/// </summary>
internal static class Citations
{
    private const int Reach = 7;

    /// <summary>The citations of one sentence in order.</summary>
    public static ImmutableArray<Citation> In(string text, Span sentence)
    {
        var words = TopicWord.Cut(text, sentence);
        var found = ImmutableArray.CreateBuilder<Citation>();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsText(words[i]) && (Before(text, words, i) ?? After(text, words, i) ?? Issued(text, words, i)) is { } citation)
                found.Add(citation);
            else if (AccountWords.Telling.Contains(words[i].Lower) && Organ(text, words, i) is { } organ)
                found.Add(organ);
            else if (
                words[i].Lower == "according"
                && i + 1 < words.Count
                && words[i + 1].Lower == "to"
                && According(text, words, i + 2) is { } source
            )
                found.Add(source);
        }

        return found.ToImmutable();
    }

    /// <summary>The states and organs named in a stretch of a sentence, in order; persons and those set apart by "unlike" left out.</summary>
    public static ImmutableArray<Citation> Parties(string text, Span sentence, Span stretch)
    {
        var words = TopicWord.Cut(text, stretch);
        var found = ImmutableArray.CreateBuilder<Citation>();
        for (var i = 0; i < words.Count; i++)
        {
            if (
                !words[i].Capital
                || Longest(text, words, i) is not var (issuer, end)
                || issuer.Type is EntityType.Person or EntityType.Outlet
            )
                continue;
            if (!Apart(text, sentence, words[i].Span.Start))
                found.Add(new Citation(issuer, words[i].Span.Cover(words[end - 1].Span)));
            i = end - 1;
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a silence is said of all accounts at once: "none of the statements mentioned", "in both statements".</summary>
    public static bool IsOfAll(string text, Span sentence)
    {
        var words = sentence.In(text);
        foreach (var phrase in AccountWords.All)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Whether a stretch speaks of a written account at all, of whomever: "the statement".</summary>
    public static bool TellsOfText(string text, Span stretch)
    {
        var words = TopicWord.Cut(text, stretch);
        for (var i = 1; i < words.Count; i++)
            if (IsText(words[i]) && AccountWords.Pointing.Contains(words[i - 1].Lower))
                return true;
        return false;
    }

    /// <summary>Whether a stretch names a text or somebody who gives accounts: "Chinese reports", "the spokesman".</summary>
    public static bool TellsOfGiver(string text, Span stretch)
    {
        foreach (var word in TopicWord.Cut(text, stretch))
            if (
                IsText(word)
                || AccountWords.Givers.Contains(word.Lower)
                || (word.Lower[^1] == 's' && AccountWords.Givers.Contains(word.Lower[..^1]))
            )
                return true;
        return false;
    }

    /// <summary>Whether a name stands as the one from whom words come: "from the ministry", "by Moscow".</summary>
    public static bool IsSource(string text, Span sentence, Citation citation)
    {
        var before = TopicWord.Cut(text, new Span(sentence.Start, citation.Span.Start));
        var last = before.Count - 1;
        if (last >= 0 && before[last].Lower is "the")
            last--;
        return last >= 0 && AccountWords.From.Contains(before[last].Lower);
    }

    /// <summary>The one of several citations that a cue is about: the last before it, or, where what is left out stands before the cue, the first after it.</summary>
    public static ImmutableArray<Citation> Nearest(string text, Span sentence, ImmutableArray<Citation> cited, Span cue, bool after)
    {
        cited = cited.RemoveAll(citation => Apart(text, sentence, citation.Span.Start));
        if (cited.Length < 2)
            return cited;
        var near = cited.Where(citation => after ? citation.Span.Start >= cue.End : citation.Span.End <= cue.Start).ToList();
        return near.Count == 0 ? cited : [after ? near[0] : near[^1]];
    }

    /// <summary>Whether a name stands between dashes or brackets that close before a place: "the readout — issued after India's — had".</summary>
    public static bool IsAside(string text, Span sentence, Span name, int place)
    {
        if (name.Start < sentence.Start || name.End > place)
            return false;
        var before = text.AsSpan(sentence.Start, name.Start - sentence.Start);
        var after = text.AsSpan(name.End, place - name.End);
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('—', '—'), ('–', '–'), ('(', ')')])
            if (
                before.Contains(open)
                && after.Contains(close)
                && (open == close ? before.Count(open) % 2 == 1 : before.LastIndexOf(open) > before.LastIndexOf(close))
            )
                return true;
        return false;
    }

    // "unlike the French readout": named for contrast.
    private static bool Apart(string text, Span sentence, int at)
    {
        if (at < sentence.Start)
            return false;
        var before = text.AsSpan(sentence.Start, at - sentence.Start).TrimEnd();
        if (before.EndsWith(" the", StringComparison.OrdinalIgnoreCase))
            before = before[..^4].TrimEnd();
        foreach (var phrase in AccountWords.SetApart)
            if (before.EndsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Who is meant by words such as "Chinese Foreign Ministry" or "Beijing": the longest known name that ends or begins them.</summary>
    public static Entity? Named(string words, Span span)
    {
        var world = World.Default;
        // "U.S", cut before its last stop, is written "US" in the tables.
        if (words.Contains('.', StringComparison.Ordinal))
            words = words.Replace(".", "", StringComparison.Ordinal);
        // "to release": a small word is nobody's name, though "To" is.
        if (world.Named(words) is { } whole && (whole.Type != EntityType.Person || char.IsUpper(words[0]) && words.Length > 3))
            return Use(whole, span);
        foreach (var (organ, code) in Organs)
        {
            if (!words.EndsWith(organ, StringComparison.OrdinalIgnoreCase))
                continue;
            var owner = words[..^organ.Length].Trim();
            if (owner.EndsWith("'s", StringComparison.Ordinal) || owner.EndsWith("’s", StringComparison.Ordinal))
                owner = owner[..^2];
            if (State(owner) is not { } state)
                continue;
            return new Entity
            {
                Id = $"organ/{state}.{code}",
                Name = $"{world.AdjectiveOf(state)} {Title(organ)}",
                Type = EntityType.Organ,
                State = state,
                Span = span,
            };
        }

        return State(words) is { } only && world.Find("state/" + only) is { } bare ? Use(bare, span) : null;
    }

    /// <summary>The ISO code of the state that words name: by its name, adjective or capital.</summary>
    public static string? State(string words) =>
        words.Length > 0 && World.Default.Named(words) is { } named && (named.Type != EntityType.Person || char.IsUpper(words[0]))
            ? named.State
            : null;

    private static readonly ImmutableArray<(string Phrase, string Code)> Organs =
    [
        .. EmbeddedTable
            .Rows("knowledge/organ-patterns.csv")
            .SelectMany(row => row[2].Split(';', StringSplitOptions.TrimEntries).Select(phrase => (phrase, row[0])))
            .OrderByDescending(pair => pair.Item1.Length)
            .ThenBy(pair => pair.Item1, StringComparer.Ordinal),
    ];

    private static bool IsText(TopicWord word) =>
        AccountWords.Texts.Contains(word.Lower) || (word.Lower[^1] == 's' && AccountWords.Texts.Contains(word.Lower[..^1]));

    private static Citation? Before(string text, List<TopicWord> words, int noun)
    {
        for (var first = Math.Max(0, noun - Reach); first < noun; first++)
        {
            if (!Chained(words, first, noun))
                continue;
            var span = words[first].Span.Cover(words[noun - 1].Span);
            if (Named(span.In(text).ToString(), span) is not { } issuer)
                continue;
            var from = first > 0 && words[first].Joined && words[first - 1].Lower is "a" or "the" or "an" ? first - 1 : first;
            return new Citation(issuer, words[from].Span.Cover(words[noun].Span));
        }

        return null;
    }

    private static Citation? After(string text, List<TopicWord> words, int noun)
    {
        var at = noun + 1;
        if (at >= words.Count || !words[at].Joined || !AccountWords.Owners.Contains(words[at].Lower))
            return null;
        while (at < words.Count && (AccountWords.Owners.Contains(words[at].Lower) || words[at].Lower is "the"))
            at++;
        return Longest(text, words, at) is var (issuer, end) ? new Citation(issuer, words[noun].Span.Cover(words[end - 1].Span)) : null;
    }

    // "The White House released a short readout": who issued it stands before the verb.
    private static Citation? Issued(string text, List<TopicWord> words, int noun)
    {
        for (var verb = noun - 1; verb > 0 && noun - verb <= 4; verb--)
        {
            if (!words[verb + 1].Joined)
                return null;
            if (AccountWords.Owners.Contains(words[verb].Lower) && words[verb].Lower.EndsWith("ed", StringComparison.Ordinal))
                return
                    verb > 0
                    && Organ(text, words, words[verb - 1].Lower is "also" or "later" or "then" or "has" or "had" ? verb - 1 : verb)
                        is { } organ
                    ? organ
                    : null;
        }

        return null;
    }

    private static Citation? According(string text, List<TopicWord> words, int at)
    {
        while (at < words.Count && words[at].Lower is "the" or "a" or "an")
            at++;
        if (Longest(text, words, at) is not var (issuer, end) || issuer.Type is EntityType.Person or EntityType.Outlet or EntityType.Place)
            return null;
        return end < words.Count && words[end].Joined && IsText(words[end])
            ? null
            : new Citation(issuer, words[at].Span.Cover(words[end - 1].Span));
    }

    private static Citation? Organ(string text, List<TopicWord> words, int verb)
    {
        if (!words[verb].Joined)
            return null;
        for (var first = Math.Max(0, verb - Reach); first < verb; first++)
        {
            if (!Chained(words, first, verb))
                continue;
            var span = words[first].Span.Cover(words[verb - 1].Span);
            if (Named(span.In(text).ToString(), span) is { Type: EntityType.Organ } organ)
                return new Citation(organ, span);
        }

        return null;
    }

    private static (Entity Issuer, int End)? Longest(string text, List<TopicWord> words, int first)
    {
        for (var end = Math.Min(words.Count, first + Reach); end > first; end--)
        {
            if (!Chained(words, first, end - 1))
                continue;
            var span = words[first].Span.Cover(words[end - 1].Span);
            if (Named(span.In(text).ToString(), span) is { } issuer)
                return (issuer, end);
        }

        return null;
    }

    private static bool Chained(List<TopicWord> words, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
            if (!words[i].Joined)
                return false;
        return true;
    }

    private static Entity Use(KnownEntity known, Span span) =>
        new()
        {
            Id = known.Id,
            Name = known.Name,
            Type = known.Type,
            State = known.State,
            Span = span,
        };

    private static string Title(string organ) =>
        string.Join(' ', organ.Split(' ').Select(word => word.Length > 3 ? char.ToUpperInvariant(word[0]) + word[1..] : word));
}
