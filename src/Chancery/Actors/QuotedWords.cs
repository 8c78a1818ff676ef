using Chancery.Reading;

namespace Chancery.Actors;

/// <summary>Which words stand between quotation marks. A paragraph that leaves them open closes them at its end.</summary>
internal static class QuotedWords
{
    /// <summary>For each token whether it is quoted.</summary>
    public static bool[] Of(ParsedText text)
    {
        var quoted = new bool[text.Tokens.Length];
        var open = false;
        var paragraph = -1;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                open = false;
            paragraph = sentence.Paragraph;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                quoted[i] = open = text.Form(i) switch
                {
                    "“" or "«" or "``" => true,
                    "”" or "»" or "''" => false,
                    "\"" => !open,
                    _ => open,
                };
        }

        return quoted;
    }
}
