using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Finds what is ascribed by a mark alone: "SILVA: We will not pay." at the head of a paragraph, and "“We will not pay.” – Commissioner Silva".
/// </summary>
internal sealed class ScriptFinder(ParsedText text, Quotations quotations)
{
    private const int LongestName = 8;
    private static readonly CueWord Script = new("script", "communication", Mood.Asserted, "any", "none");

    public IEnumerable<Ascription> Find()
    {
        var people = new bool[text.Tokens.Length];
        // Transcripts set the speaker in capitals, in which names are hard to tell; datelines name places so.
        for (var i = 0; i < people.Length; i++)
            people[i] = text.Tokens[i].Span.Length > 2 && Capitals(text.Form(i));
        foreach (var name in text.Names)
            if (name.Type is NameType.Person or NameType.Place)
                Array.Fill(people, name.Type == NameType.Person, name.FirstToken, name.EndToken - name.FirstToken);
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            if (s == 0 && Desk(people) is { } letter)
                yield return letter;
            else if (Colon(s, people) is { } spoken)
                yield return spoken;
            else if (Dash(text.Sentences[s], people) is { } signed)
                yield return signed;
        }
    }

    // "From the desk of Chairwoman Maria Silva" heads a text that is all hers.
    private Ascription? Desk(bool[] people)
    {
        var heading = text.Sentences[0];
        if (
            text.Sentences.Length < 2
            || heading.EndToken - heading.FirstToken is < 5 or > LongestName + 4
            || !heading.Span.In(text.Document.Text).StartsWith("From the desk of ", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        return Any(people, 4, heading.EndToken) ? Of(0, 4, heading.EndToken, heading.EndToken, text.Tokens.Length) : null;
    }

    private Ascription? Colon(int s, bool[] people)
    {
        var sentence = text.Sentences[s];
        if (s > 0 && text.Sentences[s - 1].Paragraph == sentence.Paragraph)
            return null;
        if (sentence.Role == SentenceRole.Speaker)
            return Label(s, sentence);
        int first = sentence.FirstToken,
            last = s;
        if (quotations.Inside(first))
            first++;
        var colon = first;
        while (
            colon < sentence.EndToken
            && colon - first < LongestName
            && text.Tokens[colon].Tag is UniversalTag.PROPN or UniversalTag.NOUN or UniversalTag.ADJ
        )
            colon++;
        if (colon == first || colon + 1 >= sentence.EndToken || text.Form(colon) is not ":" || !Any(people, first, colon))
            return null;
        while (last + 1 < text.Sentences.Length && text.Sentences[last + 1].Paragraph == sentence.Paragraph)
            last++;
        return Of(colon, first, colon, colon + 1, text.Sentences[last].EndToken);
    }

    // All that follows a label up to the next one is that speaker's.
    private Ascription? Label(int s, Sentence label)
    {
        var last = s;
        while (last + 1 < text.Sentences.Length && text.Sentences[last + 1].Role != SentenceRole.Speaker)
            last++;
        return last == s
            ? null
            : Of(label.EndToken - 1, label.FirstToken, label.EndToken - 1, label.EndToken, text.Sentences[last].EndToken);
    }

    private Ascription? Dash(Sentence sentence, bool[] people)
    {
        // A quotation that closes with a stop, and its speaker after a dash: the name is a sentence of its own to the eye.
        var (start, open) = (sentence.FirstToken, sentence.FirstToken);
        if (
            start > 0
            && text.Form(start) is "–" or "—" or "―" or "-" or "--"
            && sentence.EndToken - start is > 1 and <= LongestName + 2
            && quotations.Inside(start - 1)
            && Any(people, start + 1, sentence.EndToken)
            && !HasVerb(sentence)
        )
        {
            while (open > 0 && quotations.Inside(open - 1))
                open--;
            return Of(start, start + 1, sentence.EndToken, open, start);
        }

        for (var i = Math.Max(sentence.FirstToken + 3, sentence.EndToken - LongestName - 1); i < sentence.EndToken - 1; i++)
        {
            if (
                text.Form(i) is not ("–" or "—" or "―" or "-" or "--")
                || !quotations.Inside(i - 1)
                || quotations.Inside(i)
                || !Any(people, i + 1, sentence.EndToken)
            )
                continue;
            return Of(i, i + 1, sentence.EndToken, sentence.FirstToken, i);
        }

        return null;
    }

    private bool HasVerb(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (text.Tokens[i].IsVerb)
                return true;
        return false;
    }

    private static bool Capitals(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
            if (!char.IsUpper(c))
                return false;
        return true;
    }

    private static bool Any(bool[] marked, int first, int end) => Array.IndexOf(marked, true, first, end - first) >= 0;

    private Ascription Of(int cue, int first, int end, int from, int to)
    {
        while (end > first + 1 && text.Tokens[end - 1].Tag == UniversalTag.PUNCT)
            end--;
        var head = first;
        for (var i = first; i < end; i++)
            if (text.Tokens[i].Head < first || text.Tokens[i].Head >= end)
                head = i;
        return new Ascription(Script, cue, text.Tokens[cue].Span, [head], [text.SpanOf(from, to)], Negated: false, Hedged: false)
        {
            SourceWords = [text.SpanOf(first, end)],
        };
    }
}
