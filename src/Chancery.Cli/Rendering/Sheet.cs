using System.Text;

namespace Chancery.Cli.Rendering;

/// <summary>Lays lines on a page of a given width, wrapped at words with a hanging indent; styles are written only for a terminal.</summary>
internal sealed class Sheet(bool plain, int width)
{
    private readonly StringBuilder _page = new();

    public int Width => width;

    public void Blank() => _page.Append('\n');

    /// <summary>Writes pieces of text, each with an ANSI style ("" for none), after an indent.</summary>
    public void Line(int indent, params ReadOnlySpan<(string Text, string Style)> pieces)
    {
        _page.Append(' ', indent);
        var column = indent;
        var fresh = true;
        foreach (var (text, style) in pieces)
        {
            var open = false;
            void Style(string code)
            {
                if (!plain && style.Length > 0)
                    _page.Append("\u001b[").Append(code).Append('m');
            }

            foreach (var word in text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (!fresh && column + 1 + word.Length > width)
                {
                    if (open)
                        Style("0");
                    open = false;
                    _page.Append('\n').Append(' ', indent + 2);
                    column = indent + 2;
                    fresh = true;
                }

                if (!fresh)
                {
                    _page.Append(' ');
                    column++;
                }
                if (!open)
                    Style(style);
                open = true;
                foreach (var c in word)
                    _page.Append(char.IsControl(c) ? '\uFFFD' : c);
                column += word.Length;
                fresh = false;
            }

            if (open)
                Style("0");
        }

        _page.Append('\n');
    }

    public override string ToString() => _page.ToString();
}
