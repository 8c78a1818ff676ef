using System.Runtime.InteropServices;

namespace Chancery.Reading.Naming;

/// <summary>
/// What is a name once in a document is one throughout: the same words elsewhere are taken for it where they were missed or cut short,
/// and so are its initials. Addresses stand alone, and a Roman numeral goes with the name before it.
/// </summary>
internal static class NameRepeats
{
    // Names that open alike, of which the longest are tried.
    private const int MostAlike = 8;

    /// <summary>The names of a document, mended.</summary>
    public static List<NameDraft> Mend(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<NameDraft> names)
    {
        if (names.Count == 0) return names;
        var cut = Cut(text, tokens, sentences, names);
        var alike = new Dictionary<string, List<NameDraft>>(StringComparer.Ordinal);
        var initials = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in cut) Know(text, tokens, name, alike, initials);
        var (byOpening, byInitials) = (alike.GetAlternateLookup<ReadOnlySpan<char>>(), initials.GetAlternateLookup<ReadOnlySpan<char>>());
        var mended = new List<NameDraft>(cut.Count);
        var next = 0;
        foreach (var sentence in sentences)
        {
            var from = next;
            while (next < cut.Count && cut[next].FirstToken < sentence.EndToken) next++;
            var own = CollectionsMarshal.AsSpan(cut)[from..next];
            for (int i = sentence.FirstToken, at = 0; i < sentence.EndToken;)
            {
                while (at < own.Length && own[at].EndToken <= i) at++;
                var form = tokens[i].Span.In(text);
                var found = default(NameDraft);
                if (char.IsUpper(form[0]))
                {
                    if (byOpening.TryGetValue(form, out var candidates)) found = Repeat(text, tokens, sentence, own[at..], i, candidates);
                    if (found.EndToken == 0 && byInitials.Contains(form) && Alone(tokens, sentence, own[at..], i)) found = new NameDraft(i, i + 1, -1);
                }

                if (found.EndToken == 0 && at < own.Length && own[at].FirstToken == i) found = own[at];
                if (found.EndToken == 0)
                {
                    i++;
                    continue;
                }

                mended.Add(found);
                i = found.EndToken;
            }
        }

        return mended;
    }

    private static List<NameDraft> Cut(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<NameDraft> names)
    {
        var cut = new List<NameDraft>(names.Count);
        var s = 0;
        for (var n = 0; n < names.Count; n++)
        {
            var (first, end, shares) = names[n];
            while (sentences[s].EndToken <= first) s++;
            var from = first;
            for (var i = first; i < end; i++)
            {
                if (!tokens[i].Span.In(text).Contains('@')) continue;
                if (i > from) cut.Add(new NameDraft(from, i, shares));
                cut.Add(new NameDraft(i, i + 1, shares));
                from = i + 1;
            }

            if (from == end) continue;
            var free = n + 1 < names.Count ? Math.Min(names[n + 1].FirstToken, sentences[s].EndToken) : sentences[s].EndToken;
            cut.Add(new NameDraft(from, end < free && IsNumeral(text, tokens[end]) ? end + 1 : end, shares));
        }

        return cut;
    }

    private static bool IsNumeral(string text, Token token)
    {
        var form = token.Span.In(text);
        return form.Length <= 5 && !form.ContainsAnyExcept("IVX") && (form is not "I" || IsName(token));
    }

    private static void Know(string text, ReadOnlySpan<Token> tokens, NameDraft name, Dictionary<string, List<NameDraft>> alike, HashSet<string> initials)
    {
        var opening = tokens[name.FirstToken].Span.In(text).ToString();
        if (!alike.TryGetValue(opening, out var list)) alike[opening] = list = [];
        var length = name.EndToken - name.FirstToken;
        var known = false;
        foreach (var other in list) known |= other.EndToken - other.FirstToken == length && Same(text, tokens, other.FirstToken, name.FirstToken, length);
        if (known) return;
        var at = list.FindIndex(other => other.EndToken - other.FirstToken < length);
        list.Insert(at < 0 ? list.Count : at, name);
        if (list.Count > MostAlike) list.RemoveAt(MostAlike);
        if (length > 1 && Initials(text, tokens, name) is { Length: > 1 } letters) initials.Add(letters);
    }

    /// <summary>The capitals that open the words of a name.</summary>
    public static string Initials(string text, ReadOnlySpan<Token> tokens, NameDraft name)
    {
        Span<char> letters = stackalloc char[16];
        var count = 0;
        for (var i = name.FirstToken; i < name.EndToken && count < letters.Length; i++)
            if (char.IsUpper(text[tokens[i].Span.Start])) letters[count++] = text[tokens[i].Span.Start];
        return letters[..count].ToString();
    }

    private static bool Same(string text, ReadOnlySpan<Token> tokens, int a, int b, int length)
    {
        for (var i = 0; i < length; i++)
            if (!tokens[a + i].Span.In(text).SequenceEqual(tokens[b + i].Span.In(text))) return false;
        return true;
    }

    // The longest known name whose words stand here, unless it is found already or would cut another.
    private static NameDraft Repeat(string text, ReadOnlySpan<Token> tokens, Sentence sentence, ReadOnlySpan<NameDraft> own, int at, List<NameDraft> candidates)
    {
        foreach (var candidate in candidates)
        {
            var length = candidate.EndToken - candidate.FirstToken;
            var end = at + length;
            if (end > sentence.EndToken || !Same(text, tokens, candidate.FirstToken, at, length)) continue;
            var within = 0;
            foreach (var name in own)
            {
                if (name.FirstToken >= end) break;
                if (name.FirstToken < at || name.EndToken > end || (name.FirstToken == at && name.EndToken == end)) return default;
                within++;
            }

            if (length == 1 ? within > 0 || !Alone(tokens, sentence, own, at) : within == 0 && !IsName(tokens[at])) return default;
            return new NameDraft(at, end, -1);
        }

        return default;
    }

    // A single word, tagged as a name, in no name and with no part of one beside it that was not found.
    private static bool Alone(ReadOnlySpan<Token> tokens, Sentence sentence, ReadOnlySpan<NameDraft> own, int at)
        => IsName(tokens[at]) && tokens[at].Span.Length > 1 && (own.IsEmpty || own[0].FirstToken > at)
            && !(at + 1 < sentence.EndToken && IsName(tokens[at + 1]) && (own.IsEmpty || own[0].FirstToken > at + 1))
            && !(at > sentence.FirstToken && IsName(tokens[at - 1]));

    private static bool IsName(Token token) => token.Tag == UniversalTag.PROPN || token.Penn is PennTag.NNP or PennTag.NNPS;
}
