using System.Runtime.InteropServices;
using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// What is a name once in a document is one throughout: the same words elsewhere are taken for it where they were missed or cut short,
/// and so are its initials. Addresses stand alone, a Roman numeral goes with the name before it, and a person is parted from the body that follows with "of".
/// </summary>
internal static class NameRepeats
{
    // Names that open alike, of which the longest are tried.
    private const int MostAlike = 8;

    /// <summary>The names of a document, mended.</summary>
    public static List<NameDraft> Mend(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<Sentence> sentences,
        List<NameDraft> names,
        NameTyper typer
    )
    {
        if (names.Count == 0)
            return names;
        var cut = Cut(text, tokens, sentences, names, typer);
        var alike = new Dictionary<string, List<NameDraft>>(StringComparer.Ordinal);
        var initials = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in cut)
            Know(text, tokens, name, alike, initials);
        var (byOpening, byInitials) = (alike.GetAlternateLookup<ReadOnlySpan<char>>(), initials.GetAlternateLookup<ReadOnlySpan<char>>());
        var mended = new List<NameDraft>(cut.Count);
        var next = 0;
        foreach (var sentence in sentences)
        {
            var from = next;
            while (next < cut.Count && cut[next].FirstToken < sentence.EndToken)
                next++;
            var own = CollectionsMarshal.AsSpan(cut)[from..next];
            for (int i = sentence.FirstToken, at = 0; i < sentence.EndToken;)
            {
                while (at < own.Length && own[at].EndToken <= i)
                    at++;
                var form = tokens[i].Span.In(text);
                var found = default(NameDraft);
                if (char.IsUpper(form[0]))
                {
                    if (byOpening.TryGetValue(form, out var candidates))
                        found = Repeat(text, tokens, sentence, own[at..], i, candidates);
                    if (found.EndToken == 0 && byInitials.Contains(form) && Alone(tokens, sentence, own[at..], i))
                        found = new NameDraft(i, i + 1, -1);
                }

                if (found.EndToken == 0 && at < own.Length && own[at].FirstToken == i)
                    found = own[at];
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

    private static List<NameDraft> Cut(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<Sentence> sentences,
        List<NameDraft> names,
        NameTyper typer
    )
    {
        var cut = new List<NameDraft>(names.Count);
        var s = 0;
        for (var n = 0; n < names.Count; n++)
        {
            var (first, end, shares) = names[n];
            while (sentences[s].EndToken <= first)
                s++;
            var from = first;
            for (var i = first; i < end; i++)
            {
                if (!tokens[i].Span.In(text).Contains('@'))
                    continue;
                if (i > from)
                    cut.Add(new NameDraft(from, i, shares));
                cut.Add(new NameDraft(i, i + 1, shares));
                from = i + 1;
            }

            if (from == end)
                continue;
            var free = n + 1 < names.Count ? Math.Min(names[n + 1].FirstToken, sentences[s].EndToken) : sentences[s].EndToken;
            if (end < free && IsNumeral(text, tokens[end]))
                end++;
            var of = EndOfPerson(text, tokens, from, end, typer);
            cut.Add(new NameDraft(from, of, shares));
            if (of == end)
                continue;
            from = tokens[of + 1].Span.In(text) is "the" ? of + 2 : of + 1;
            if (from < end)
                cut.Add(new NameDraft(from, end, -1));
        }

        return cut;
    }

    // "Miriam Batiz of the Union of Growers" is a person and a body: where what stands before "of" is a person's by itself.
    private static int EndOfPerson(string text, ReadOnlySpan<Token> tokens, int first, int end, NameTyper typer)
    {
        for (var of = first + 2; of + 1 < end; of++)
            if (tokens[of].Span.In(text) is "of")
                return IsPerson(text, tokens, first, of, typer) ? of : end;
        return end;
    }

    private static bool IsPerson(string text, ReadOnlySpan<Token> tokens, int first, int end, NameTyper typer)
    {
        ulong opening = FormFeatures.KeyOf(tokens[first].Span.In(text)),
            closing = FormFeatures.KeyOf(tokens[end - 1].Span.In(text));
        var surname = (typer.Lexicon.ListsOf(NameLexicon.Follow(0, closing)) & NameLists.Surname) != NameLists.None;
        // Titles and offices end in a common noun; some surnames are known as one bearer's.
        if (typer.Lexicon.SensesOf(closing).Length > (surname ? 1 : 0))
            return false;
        if (surname || (typer.Lexicon.ListsOf(NameLexicon.Follow(0, opening)) & NameLists.Given) != NameLists.None)
            return true;
        Span<uint> room = stackalloc uint[NameFeatures.Most];
        Span<int> sums = stackalloc int[NameTyper.Choices];
        var features = new NameFeatures(room, typer.Lexicon);
        features.AddWords(text, tokens, first, end);
        typer.Add(sums, room[..features.Count]);
        foreach (var sum in sums)
            if (sum > sums[(int)NameType.Person])
                return false;
        return true;
    }

    private static bool IsNumeral(string text, Token token)
    {
        var form = token.Span.In(text);
        return form.Length <= 5 && !form.ContainsAnyExcept("IVX") && (form is not "I" || IsName(token));
    }

    private static void Know(
        string text,
        ReadOnlySpan<Token> tokens,
        NameDraft name,
        Dictionary<string, List<NameDraft>> alike,
        HashSet<string> initials
    )
    {
        var opening = tokens[name.FirstToken].Span.In(text).ToString();
        if (!alike.TryGetValue(opening, out var list))
            alike[opening] = list = [];
        var length = name.EndToken - name.FirstToken;
        var known = false;
        foreach (var other in list)
            known |= other.EndToken - other.FirstToken == length && Same(text, tokens, other.FirstToken, name.FirstToken, length);
        if (known)
            return;
        var at = list.FindIndex(other => other.EndToken - other.FirstToken < length);
        list.Insert(at < 0 ? list.Count : at, name);
        if (list.Count > MostAlike)
            list.RemoveAt(MostAlike);
        if (length > 1 && Initials(text, tokens, name) is { Length: > 1 } letters)
            initials.Add(letters);
    }

    /// <summary>The capitals that open the words of a name.</summary>
    public static string Initials(string text, ReadOnlySpan<Token> tokens, NameDraft name)
    {
        Span<char> letters = stackalloc char[16];
        var count = 0;
        for (var i = name.FirstToken; i < name.EndToken && count < letters.Length; i++)
            if (char.IsUpper(text[tokens[i].Span.Start]))
                letters[count++] = text[tokens[i].Span.Start];
        return letters[..count].ToString();
    }

    private static bool Same(string text, ReadOnlySpan<Token> tokens, int a, int b, int length)
    {
        for (var i = 0; i < length; i++)
            if (!tokens[a + i].Span.In(text).SequenceEqual(tokens[b + i].Span.In(text)))
                return false;
        return true;
    }

    // The longest known name whose words stand here, unless it is found already or would cut another.
    private static NameDraft Repeat(
        string text,
        ReadOnlySpan<Token> tokens,
        Sentence sentence,
        ReadOnlySpan<NameDraft> own,
        int at,
        List<NameDraft> candidates
    )
    {
        foreach (var candidate in candidates)
        {
            var length = candidate.EndToken - candidate.FirstToken;
            var end = at + length;
            if (end > sentence.EndToken || !Same(text, tokens, candidate.FirstToken, at, length))
                continue;
            var within = 0;
            foreach (var name in own)
            {
                if (name.FirstToken >= end)
                    break;
                if (name.FirstToken < at || name.EndToken > end || (name.FirstToken == at && name.EndToken == end))
                    return default;
                within++;
            }

            if (length == 1 ? within > 0 || !Alone(tokens, sentence, own, at) : within == 0 && !IsName(tokens[at]))
                return default;
            return new NameDraft(at, end, -1);
        }

        return default;
    }

    // A single word, tagged as a name, in no name and with no part of one beside it that was not found.
    private static bool Alone(ReadOnlySpan<Token> tokens, Sentence sentence, ReadOnlySpan<NameDraft> own, int at) =>
        IsName(tokens[at])
        && tokens[at].Span.Length > 1
        && (own.IsEmpty || own[0].FirstToken > at)
        && !(at + 1 < sentence.EndToken && IsName(tokens[at + 1]) && (own.IsEmpty || own[0].FirstToken > at + 1))
        && !(at > sentence.FirstToken && IsName(tokens[at - 1]));

    private static bool IsName(Token token) => token.Tag == UniversalTag.PROPN || token.Penn is PennTag.NNP or PennTag.NNPS;
}
