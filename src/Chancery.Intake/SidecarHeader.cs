namespace Chancery.Intake;

/// <summary>
/// The head that a text file may carry: lines such as <c>Published: 2024-02-08</c> before the first blank line. Only a head in which every
/// line is of that form is taken for one, so that a text that merely begins with a colon keeps its words.
/// </summary>
internal static class SidecarHeader
{
    private static readonly string[] Names = ["title", "published", "publisher", "kind", "url", "language", "note"];

    public static (Declared Declared, string Body) Split(string text, string origin)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd('\r');
            if (line.Length == 0)
            {
                if (fields.Count == 0 || end < 0)
                    break;
                return (Declared.From(fields, origin), text[(end + 1)..].TrimStart('\r', '\n'));
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 2000 || colon is < 3 or > 9 || end < 0 || !Names.Contains(line[..colon].ToLowerInvariant()))
                break;
            fields.Add(new(line[..colon], line[(colon + 1)..]));
            at = end + 1;
        }

        return (new Declared(), text);
    }
}
