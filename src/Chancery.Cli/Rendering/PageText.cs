using System.Text;
using Spectre.Console;

namespace Chancery.Cli.Rendering;

/// <summary>The styles of the page, and text made safe for a terminal.</summary>
internal static class PageText
{
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Deed { get; } = new(Color.Teal, decoration: Decoration.Bold);

    public static Style Faint { get; } = new(Color.Grey);

    public static Style Warning { get; } = new(Color.Olive);

    public static Style Heading { get; } = new(Color.Teal);

    public static Style Predicate { get; } = new(decoration: Decoration.Underline);

    /// <summary>Runs of white space as one blank; control characters, which could steer a terminal, as U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (gap)
                clean.Append(' ');
            gap = false;
            clean.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        if (gap)
            clean.Append(' ');
        return clean.ToString();
    }
}
