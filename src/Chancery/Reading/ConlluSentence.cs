namespace Chancery.Reading;

/// <summary>One sentence of a treebank file in CoNLL-U, its contractions and empty nodes left out.</summary>
internal sealed class ConlluSentence
{
    /// <summary>The document that it belongs to.</summary>
    public required string Document { get; init; }

    /// <summary>Whether a paragraph begins with it.</summary>
    public required bool OpensParagraph { get; init; }

    /// <summary>The text as the file gives it.</summary>
    public required string Text { get; init; }

    public required string[] Forms { get; init; }

    public required string[] Lemmas { get; init; }

    public required UniversalTag[] Tags { get; init; }

    public required PennTag[] Penn { get; init; }

    /// <summary>The index of each head in the sentence, -1 for the root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>The relations as written.</summary>
    public required string[] Labels { get; init; }

    /// <summary>The last column.</summary>
    public required string[] Misc { get; init; }

    /// <summary>Whether white space follows each word; the inner words of a contraction have none.</summary>
    public required bool[] SpaceAfter { get; init; }

    public int Length => Forms.Length;

    /// <summary>Reads the lines of a file, a sentence at a time.</summary>
    public static IEnumerable<ConlluSentence> Read(IEnumerable<string> lines)
    {
        var rows = new List<string[]>();
        var space = new List<bool>();
        string document = "",
            text = "";
        var opens = true;
        int contractionEnd = 0;
        var contractionSpace = true;
        foreach (var line in lines.Append(""))
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0)
                    yield return Make(rows, space, document, text, opens);
                rows.Clear();
                space.Clear();
                opens = false;
                contractionEnd = 0;
                continue;
            }

            if (line[0] == '#')
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                {
                    document = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
                    opens = true;
                }
                else if (line.StartsWith("# newpar", StringComparison.Ordinal))
                    opens = true;
                else if (line.StartsWith("# text = ", StringComparison.Ordinal))
                    text = line[9..];
                continue;
            }

            var columns = line.Split('\t');
            var spaced = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            var dash = columns[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                contractionEnd = int.Parse(columns[0].AsSpan(dash + 1));
                contractionSpace = spaced;
                continue;
            }

            if (columns[0].Contains('.', StringComparison.Ordinal))
                continue;
            rows.Add(columns);
            space.Add(rows.Count > contractionEnd ? spaced : rows.Count == contractionEnd && contractionSpace);
        }
    }

    private static ConlluSentence Make(List<string[]> rows, List<bool> space, string document, string text, bool opens) =>
        new()
        {
            Document = document,
            Text = text,
            OpensParagraph = opens,
            Forms = [.. rows.Select(r => r[1])],
            Lemmas = [.. rows.Select(r => r[2])],
            Tags = [.. rows.Select(r => Enum.TryParse<UniversalTag>(r[3], out var tag) ? tag : UniversalTag.X)],
            Penn = [.. rows.Select(r => PennTags.Parse(r[4]))],
            Heads = [.. rows.Select(r => int.TryParse(r[6], out var head) ? head - 1 : -1)],
            Labels = [.. rows.Select(r => r[7])],
            Misc = [.. rows.Select(r => r[9])],
            SpaceAfter = [.. space],
        };
}
