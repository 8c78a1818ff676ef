using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>A word as the topic table sees it: letters and digits only, lower case.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lower">Its form in lower case without accents being touched.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
/// <param name="Joined">Whether nothing but a space, hyphen, apostrophe or quotation mark parts it from the word before.</param>
internal readonly record struct TopicWord(Span Span, string Lower, bool Capital, bool Joined)
{
    /// <summary>Cuts a stretch of text into words in one pass. The possessive "'s" is no word of its own.</summary>
    public static List<TopicWord> Cut(string text, Span range)
    {
        var words = new List<TopicWord>();
        var joined = false;
        var at = range.Start;
        while (at < range.End)
        {
            var c = text[at];
            if (!char.IsLetterOrDigit(c))
            {
                joined &=
                    c is ' ' or '-' or '\u2011' or '\u2013' or '\'' or '\u2019' or '"' or '\u201c' or '\u201d' or '\u00a0'
                    || (c == '.' && Initial(words, at, text, range.End));
                at++;
                continue;
            }

            var start = at;
            while (at < range.End && (char.IsLetterOrDigit(text[at]) || Within(text, at, range.End)))
                at++;
            var possessive = at - start == 1 && text[start] is 's' && start > range.Start && text[start - 1] is '\'' or '\u2019';
            if (possessive)
                continue;
            words.Add(
                new TopicWord(new Span(start, at), text[start..at].ToLowerInvariant(), char.IsUpper(text[start]), joined && words.Count > 0)
            );
            joined = true;
        }

        return words;
    }

    /// <summary>Whether the word is this dictionary form or its plural; a star at the end of the form stands for any ending.</summary>
    public bool Is(string form)
    {
        if (form[^1] == '*')
            return Lower.AsSpan().StartsWith(form.AsSpan(0, form.Length - 1), StringComparison.Ordinal);
        if (Lower.Length == form.Length)
            return string.Equals(Lower, form, StringComparison.Ordinal);
        if (Lower.Length < form.Length || Lower[^1] != 's')
            return false;
        if (Lower.Length == form.Length + 1)
            return Lower.StartsWith(form, StringComparison.Ordinal);
        return Lower.Length == form.Length + 2 && Lower.EndsWith("es", StringComparison.Ordinal)
            ? Lower.StartsWith(form, StringComparison.Ordinal)
                || (form[^1] == 'y' && Lower[^3] == 'i' && Lower.AsSpan(0, form.Length - 1).SequenceEqual(form.AsSpan(0, form.Length - 1)))
            : Lower.Length == form.Length + 2 && Plural(form);
    }

    private bool Plural(string form) =>
        form[^1] == 'y'
        && Lower.EndsWith("ies", StringComparison.Ordinal)
        && Lower.AsSpan(0, form.Length - 1).SequenceEqual(form.AsSpan(0, form.Length - 1));

    // A number's inner point or comma ("1.5", "2,000") belongs to it.
    private static bool Within(string text, int at, int end) =>
        text[at] is '.' or ',' && at + 1 < end && char.IsDigit(text[at + 1]) && char.IsDigit(text[at - 1]);

    private static bool Initial(List<TopicWord> words, int at, string text, int end) =>
        words.Count > 0
        && words[^1].Span.End == at
        && words[^1].Span.Length <= 2
        && words[^1].Capital
        && at + 1 < end
        && text[at + 1] != '\n';
}
