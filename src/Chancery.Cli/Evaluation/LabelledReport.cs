using System.Collections.Immutable;
using System.Text;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>A report in which it is marked whose words it gives where: <c>{KEN|…}</c>, <c>{KEN+SOM|…}</c>; what is unmarked is the reporter's.</summary>
/// <param name="Name">The file without its ending.</param>
/// <param name="Text">The report without its marks.</param>
/// <param name="Words">The marked stretches with the labels of their sides.</param>
internal sealed record LabelledReport(string Name, string Text, ImmutableArray<(Span Span, ImmutableArray<string> Sides)> Words)
{
    /// <summary>Reads every <c>.txt</c> file at a path, in the order of their names.</summary>
    /// <exception cref="FormatException">A mark is not closed, or names no side.</exception>
    public static IEnumerable<LabelledReport> At(string path) =>
        (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories) : [path])
            .Order(StringComparer.Ordinal)
            .Select(file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    /// <summary>Takes the marks out of a labelled report.</summary>
    /// <exception cref="FormatException">A mark is not closed, or names no side.</exception>
    public static LabelledReport Parse(string name, string marked)
    {
        var text = new StringBuilder();
        var words = ImmutableArray.CreateBuilder<(Span, ImmutableArray<string>)>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != '{')
            {
                text.Append(marked[at]);
                continue;
            }

            var (bar, end) = (marked.IndexOf('|', at), marked.IndexOf('}', at));
            if (bar <= at + 1 || end < bar)
                throw new FormatException(
                    $"{name}: a mark is not of the form {{SIDE|words}}: {marked[at..Math.Min(marked.Length, at + 40)]}"
                );
            words.Add((new Span(text.Length, text.Length + end - bar - 1), [.. marked[(at + 1)..bar].Split('+')]));
            text.Append(marked, bar + 1, end - bar - 1);
            at = end;
        }

        return new(name, text.ToString(), words.ToImmutable());
    }

    /// <summary>The labels of the sides whose word it is; empty for the reporter's.</summary>
    public ImmutableArray<string> Of(Span word) =>
        Words.FirstOrDefault(marked => marked.Span.Overlaps(word)).Sides is { IsDefault: false } sides ? sides : [];
}
