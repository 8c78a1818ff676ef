using System.Collections.Immutable;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// A labelled statement. In its file a text stands on a line that begins with <c>=</c> ("/" in it begins a new paragraph), and under it a
/// line a statement: <c>cue | outermost &lt; ... &lt; speaker | addressees</c>, <c>-</c> where nobody is addressed; a line that begins with
/// <c>#</c> is a remark.
/// </summary>
/// <param name="Text">The text, in paragraphs.</param>
/// <param name="Cue">The words that carry the statement.</param>
/// <param name="Links">The chain from the outermost source to the speaker; of each link the names of those who speak together.</param>
/// <param name="Addressees">The names of those addressed.</param>
/// <param name="Line">The line of the file.</param>
internal sealed record LabelledStatement(
    string Text,
    string Cue,
    ImmutableArray<ImmutableArray<string>> Links,
    ImmutableArray<string> Addressees,
    string Line
)
{
    /// <summary>Reads a set, in its order.</summary>
    public static IEnumerable<LabelledStatement> Read(string path)
    {
        var text = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('='))
            {
                text = line[1..].Trim().Replace(" / ", "\n", StringComparison.Ordinal);
                continue;
            }

            var cells = line.StartsWith('#') ? [] : line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 3)
                yield return new(text, cells[0], [.. cells[1].Split('<').Select(Names)], cells[2] == "-" ? [] : Names(cells[2]), line);
        }
    }

    private static ImmutableArray<string> Names(string cell) => [.. cell.Split('+', StringSplitOptions.TrimEntries)];
}
