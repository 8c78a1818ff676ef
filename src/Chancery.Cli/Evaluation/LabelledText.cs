using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>A text whose mentions are marked in it: <c>[words|who|form|reading]</c>, after a head line <c>Published: day</c>.</summary>
internal sealed record LabelledText(string Name, string Text, DateOnly? Published, ImmutableArray<LabelledMention> Mentions)
{
    /// <summary>Reads every <c>.txt</c> file at a path, in the order of their names.</summary>
    public static IEnumerable<LabelledText> At(string path) =>
        (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories) : [path])
            .Order(StringComparer.Ordinal)
            .Select(file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    /// <summary>Takes the marks out of a labelled text.</summary>
    /// <exception cref="FormatException">A mark is not closed, or has too few parts.</exception>
    public static LabelledText Parse(string name, string marked)
    {
        DateOnly? published = null;
        var at = 0;
        if (marked.StartsWith("Published:", StringComparison.Ordinal))
        {
            var line = marked.IndexOf('\n', StringComparison.Ordinal);
            published = DateOnly.ParseExact(marked["Published:".Length..line].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            at = line + 1;
            while (at < marked.Length && marked[at] == '\n')
                at++;
        }

        var text = new StringBuilder();
        var mentions = ImmutableArray.CreateBuilder<LabelledMention>();
        while (at < marked.Length)
        {
            if (marked[at] != '[')
            {
                text.Append(marked[at++]);
                continue;
            }

            var end = marked.IndexOf(']', at);
            if (end < 0)
                throw new FormatException($"{name}: a mark is not closed: {marked[at..Math.Min(marked.Length, at + 40)]}");
            var parts = marked[(at + 1)..end].Split('|');
            if (parts.Length is < 3 or > 4)
                throw new FormatException($"{name}: a mark has {parts.Length} parts: {marked[at..(end + 1)]}");
            var start = text.Length;
            text.Append(parts[0]);
            mentions.Add(new(new Span(start, text.Length), [.. parts[1].Split('+')], parts[2], parts.Length > 3 ? parts[3] : ""));
            at = end + 1;
        }

        return new(name, text.ToString(), published, mentions.ToImmutable());
    }
}
