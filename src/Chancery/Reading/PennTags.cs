namespace Chancery.Reading;

/// <summary>The written forms of <see cref="PennTag"/>.</summary>
public static class PennTags
{
    /// <summary>The tag of a written label; an unknown one is <see cref="PennTag.None"/>.</summary>
    public static PennTag Parse(string label) =>
        label switch
        {
            "PRP$" => PennTag.PRPP,
            "WP$" => PennTag.WPP,
            "." => PennTag.Stop,
            "," => PennTag.Comma,
            ":" => PennTag.Colon,
            "``" => PennTag.OpenQuote,
            "''" => PennTag.CloseQuote,
            "-LRB-" => PennTag.LeftBracket,
            "-RRB-" => PennTag.RightBracket,
            "$" => PennTag.Currency,
            _ => Enum.TryParse<PennTag>(label, out var tag) ? tag : PennTag.None,
        };

    /// <summary>The label as treebanks write it.</summary>
    public static string Label(this PennTag tag) =>
        tag switch
        {
            PennTag.None => "_",
            PennTag.PRPP => "PRP$",
            PennTag.WPP => "WP$",
            PennTag.Stop => ".",
            PennTag.Comma => ",",
            PennTag.Colon => ":",
            PennTag.OpenQuote => "``",
            PennTag.CloseQuote => "''",
            PennTag.LeftBracket => "-LRB-",
            PennTag.RightBracket => "-RRB-",
            PennTag.Currency => "$",
            _ => tag.ToString(),
        };
}
