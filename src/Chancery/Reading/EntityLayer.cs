namespace Chancery.Reading;

/// <summary>
/// The named entities of a sentence from the entity layer of GUM: mentions whose head is a name or is followed by one ("researcher Mu
/// Li", "the island of Busuanga"), cut to the name itself, the widest where they nest. Names joined by "and" that are mentions of their
/// own are names of their own.
/// </summary>
internal static class EntityLayer
{
    /// <summary>The names of a sentence, with token indices in it; empty where the layer says nothing.</summary>
    public static List<NameSpan> Names(ConlluSentence sentence)
    {
        var mentions = Mentions(sentence);
        var names = new List<NameSpan>();
        foreach (var mention in mentions)
        {
            if (RangeOf(sentence, mention, mentions) is not { } range || TypeOf(sentence, range.Head, mention) is not { } type)
                continue;
            if (!names.Exists(n => n.FirstToken < range.End && range.First < n.EndToken))
                names.Add(new NameSpan(range.First, range.End, type));
        }

        names.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        return names;
    }

    /// <summary>The names of days, months and ages, which are of none of the types and overlap no name.</summary>
    public static List<(int First, int End)> Times(ConlluSentence sentence)
    {
        var mentions = Mentions(sentence);
        var names = Names(sentence);
        var times = new List<(int First, int End)>();
        foreach (var mention in mentions.Where(m => m.Type == "time"))
        {
            if (
                RangeOf(sentence, mention, mentions) is not { } range
                || names.Exists(n => n.FirstToken < range.End && range.First < n.EndToken)
            )
                continue;
            if (!times.Exists(t => t.First < range.End && range.First < t.End))
                times.Add((range.First, range.End));
        }

        return times;
    }

    // The widest first.
    private static List<(int First, int End, string Type)> Mentions(ConlluSentence sentence)
    {
        var mentions = new List<(int First, int End, string Type)>();
        var open = new List<(string Id, int First, string Type)>();
        for (var i = 0; i < sentence.Length; i++)
        {
            var misc = sentence.Misc[i];
            var at = misc.IndexOf("Entity=", StringComparison.Ordinal);
            if (at >= 0)
                Follow(misc.AsSpan(at + 7), i, open, mentions);
        }

        return [.. mentions.OrderByDescending(m => m.End - m.First).ThenBy(m => m.First)];
    }

    private static void Follow(
        ReadOnlySpan<char> layer,
        int token,
        List<(string Id, int First, string Type)> open,
        List<(int First, int End, string Type)> mentions
    )
    {
        var i = 0;
        while (i < layer.Length && layer[i] != '|')
        {
            if (layer[i] == ')')
            {
                i++;
                continue;
            }

            var opens = layer[i] == '(';
            if (opens)
                i++;
            var length = layer[i..].IndexOfAny("()|");
            var body = length < 0 ? layer[i..] : layer.Slice(i, length);
            i += body.Length;
            var closes = i < layer.Length && layer[i] == ')';
            var parts = body.ToString().Split('-');
            if (opens && closes)
                mentions.Add((token, token + 1, parts.ElementAtOrDefault(1) ?? ""));
            else if (opens)
                open.Add((parts[0], token, parts.ElementAtOrDefault(1) ?? ""));
            else if (open.FindLastIndex(o => o.Id == parts[0]) is var k and >= 0)
            {
                mentions.Add((open[k].First, token + 1, open[k].Type));
                open.RemoveAt(k);
            }
        }
    }

    private static (int First, int End, int Head)? RangeOf(
        ConlluSentence sentence,
        (int First, int End, string Type) mention,
        List<(int First, int End, string Type)> mentions
    )
    {
        var (first, end, _) = mention;
        if (HeadOf(sentence, first, end, mentions) is not { } head)
            return null;
        int from = head,
            to = head + 1;
        while (
            from > first && (IsName(sentence, from - 1) || (from - 1 > first && Joins(sentence, from - 1) && IsName(sentence, from - 2)))
        )
            from--;
        while (
            to < end
            && (IsName(sentence, to) || IsNumber(sentence, to) || (Links(sentence, to) && GoesOn(sentence, to, end, head, mentions)))
        )
            to++;
        return (from, to, head);
    }

    private static NameType? TypeOf(ConlluSentence sentence, int head, (int First, int End, string Type) mention)
    {
        var following = sentence.Penn[head] == PennTag.NNPS || sentence.Forms[mention.First] is "a" or "an" or "A" or "An";
        return mention.Type switch
        {
            "person" => following ? NameType.Group : NameType.Person,
            "organization" => NameType.Organisation,
            "place" => NameType.Place,
            "event" => NameType.Event,
            "object" or "abstract" or "substance" or "plant" or "animal" => NameType.Other,
            _ => null,
        };
    }

    // The word that the mention turns on, or the name that follows it: flat, or after "of" where that is no mention of its own.
    private static int? HeadOf(ConlluSentence sentence, int first, int end, List<(int First, int End, string Type)> mentions)
    {
        var head = first;
        while (head < end && sentence.Heads[head] >= first && sentence.Heads[head] < end)
            head++;
        if (head == end)
            return null;
        if (IsName(sentence, head))
            return head;
        for (var i = head + 1; i < end && i <= head + 3; i++)
        {
            if (sentence.Heads[i] != head || !IsName(sentence, i))
                continue;
            if (sentence.Labels[i] == "flat" && i == head + 1)
                return i;
            if (
                sentence.Labels[i] == "nmod"
                && sentence.Forms[head + 1] == "of"
                && !mentions.Exists(m => m.First > head && m.First <= i && m.End > i)
            )
                return i;
        }

        return null;
    }

    private static bool IsName(ConlluSentence sentence, int token) =>
        sentence.Tags[token] == UniversalTag.PROPN || sentence.Penn[token] is PennTag.NNP or PennTag.NNPS;

    // Figures and Roman numerals: Cyclone 31, World War II.
    private static bool IsNumber(ConlluSentence sentence, int token) =>
        sentence.Penn[token] == PennTag.CD
        && token > 0
        && IsName(sentence, token - 1)
        && (char.IsDigit(sentence.Forms[token][0]) || !sentence.Forms[token].AsSpan().ContainsAnyExcept("IVX"));

    private static bool Joins(ConlluSentence sentence, int token) => sentence.Forms[token] is "-" or "&" or "'" or "’";

    private static bool Links(ConlluSentence sentence, int token) =>
        Joins(sentence, token) || sentence.Forms[token] is "of" or "for" or "the" or "de" or "and" or "al" or "on" or "in" or "to";

    private static bool GoesOn(ConlluSentence sentence, int token, int end, int head, List<(int First, int End, string Type)> mentions) =>
        token + 1 < end
        && !(sentence.Forms[token] == "and" && OpensAnother(sentence, token + 1, head, mentions))
        && (IsName(sentence, token + 1) || (sentence.Forms[token + 1] == "the" && token + 2 < end && IsName(sentence, token + 2)));

    // What "and" adds to the head is another name where it is a mention of its own.
    private static bool OpensAnother(ConlluSentence sentence, int token, int head, List<(int First, int End, string Type)> mentions) =>
        mentions.Exists(m =>
            m.First == token
            && Enumerable.Range(m.First, m.End - m.First).Any(i => sentence.Heads[i] == head && sentence.Labels[i] == "conj")
        );
}
