namespace Chancery.Reading;

/// <summary>
/// The named entities of a sentence from the entity layer of GUM: mentions whose head is a name, cut to the name itself, the widest
/// where they nest.
/// </summary>
internal static class EntityLayer
{
    /// <summary>The names of a sentence, with token indices in it; empty where the layer says nothing.</summary>
    public static List<NameSpan> Names(ConlluSentence sentence)
    {
        var mentions = new List<(int First, int End, string Type)>();
        var open = new List<(string Id, int First, string Type)>();
        for (var i = 0; i < sentence.Length; i++)
        {
            var misc = sentence.Misc[i];
            var at = misc.IndexOf("Entity=", StringComparison.Ordinal);
            if (at >= 0) Follow(misc.AsSpan(at + 7), i, open, mentions);
        }

        var names = new List<NameSpan>();
        foreach (var (first, end, type) in mentions.OrderByDescending(m => m.End - m.First).ThenBy(m => m.First))
        {
            if (NameOf(sentence, first, end, type) is { } name && !names.Exists(n => n.FirstToken < name.EndToken && name.FirstToken < n.EndToken))
                names.Add(name);
        }

        names.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        return names;
    }

    private static void Follow(
        ReadOnlySpan<char> layer, int token, List<(string Id, int First, string Type)> open, List<(int First, int End, string Type)> mentions)
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
            if (opens) i++;
            var length = layer[i..].IndexOfAny("()|");
            var body = length < 0 ? layer[i..] : layer.Slice(i, length);
            i += body.Length;
            var closes = i < layer.Length && layer[i] == ')';
            var parts = body.ToString().Split('-');
            if (opens && closes) mentions.Add((token, token + 1, parts.ElementAtOrDefault(1) ?? ""));
            else if (opens) open.Add((parts[0], token, parts.ElementAtOrDefault(1) ?? ""));
            else if (open.FindLastIndex(o => o.Id == parts[0]) is var k and >= 0)
            {
                mentions.Add((open[k].First, token + 1, open[k].Type));
                open.RemoveAt(k);
            }
        }
    }

    private static NameSpan? NameOf(ConlluSentence sentence, int first, int end, string type)
    {
        var head = first;
        for (var i = first; i < end; i++)
            if (sentence.Heads[i] < first || sentence.Heads[i] >= end) head = i;
        if (!IsName(sentence, head)) return null;
        int from = head, to = head + 1;
        while (from > first && (IsName(sentence, from - 1) || (from - 1 > first && Joins(sentence, from - 1) && IsName(sentence, from - 2)))) from--;
        while (to < end && (IsName(sentence, to) || IsNumber(sentence, to) || (Links(sentence, to) && GoesOn(sentence, to, end)))) to++;
        var plural = sentence.Penn[head] == PennTag.NNPS;
        NameType? named = type switch
        {
            "person" => plural ? NameType.Group : NameType.Person,
            "organization" => NameType.Organisation,
            "place" => NameType.Place,
            "event" => NameType.Event,
            "object" or "abstract" or "substance" or "plant" or "animal" => NameType.Other,
            _ => null,
        };
        return named is { } kind ? new NameSpan(from, to, kind) : null;
    }

    private static bool IsName(ConlluSentence sentence, int token)
        => sentence.Tags[token] == UniversalTag.PROPN || sentence.Penn[token] is PennTag.NNP or PennTag.NNPS;

    private static bool IsNumber(ConlluSentence sentence, int token)
        => sentence.Penn[token] == PennTag.CD && char.IsDigit(sentence.Forms[token][0]) && token > 0 && IsName(sentence, token - 1);

    private static bool Joins(ConlluSentence sentence, int token) => sentence.Forms[token] is "-" or "&" or "'" or "’";

    private static bool Links(ConlluSentence sentence, int token)
        => Joins(sentence, token) || sentence.Forms[token] is "of" or "for" or "the" or "de" or "and" or "al" or "on" or "in" or "to";

    private static bool GoesOn(ConlluSentence sentence, int token, int end)
        => token + 1 < end && (IsName(sentence, token + 1)
            || (sentence.Forms[token + 1] == "the" && token + 2 < end && IsName(sentence, token + 2)));
}
