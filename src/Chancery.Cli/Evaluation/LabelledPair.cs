using System.Security.Cryptography;
using System.Text;
using Chancery.Record;
using Sylvan.Data.Csv;

namespace Chancery.Cli.Evaluation;

/// <summary>A sentence with two parties marked and the type of event between them.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Source">Where the source stands.</param>
/// <param name="Target">Where the target stands.</param>
/// <param name="Root">The root label, such as <c>YIELD</c>.</param>
/// <param name="Quad">The quad label of the set, 1 to 4; null where it has none.</param>
internal sealed record LabelledPair(string Sentence, Span Source, Span Target, string Root, string? Quad)
{
    // The seed of the split below; changing it would open what has been held back.
    private const string Seed = "chancery-plover-1\n";

    /// <summary>
    /// Reads a table of tab-separated columns: sentence, source, target, gold_root, and if there gold_penta and marked_sentence, whose
    /// marks say which of several places is meant.
    /// </summary>
    public static List<LabelledPair> Read(string path)
    {
        using var text = new StreamReader(path, Encoding.UTF8);
        using var rows = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = '\t', Quote = '"' });
        var columns = rows.GetColumnSchema()
            .ToDictionary(column => column.ColumnName, column => column.ColumnOrdinal!.Value, StringComparer.Ordinal);
        var pairs = new List<LabelledPair>();
        while (rows.Read())
        {
            var (sentence, source, target) = (Field("sentence")!, Field("source")!, Field("target")!);
            var (from, to) = Field("marked_sentence") is { } marked
                ? Marked(marked, ref sentence)
                : (Place(sentence, source), Place(sentence, target));
            // A party that the sentence does not name ("a recipient") is anybody: the whole sentence stands for it.
            var anybody = new Span(0, sentence.Length);
            pairs.Add(new LabelledPair(sentence, from ?? anybody, to ?? anybody, Field("gold_root")!, Field("gold_penta")));
        }

        return pairs;

        string? Field(string name) =>
            columns.TryGetValue(name, out var ordinal) && rows.GetString(ordinal) is { Length: > 0 } value ? value : null;
    }

    /// <summary>
    /// Parts the rows by sentence: <c>held</c>, the first 350 rows in the order of the SHA-256 of a seed and the sentence, which nobody
    /// looks at and nothing is fitted on, and <c>learn</c>, the rest; <c>all</c> keeps every row.
    /// </summary>
    public static List<LabelledPair> Part(List<LabelledPair> pairs, string part)
    {
        if (part == "all")
            return pairs;
        var held = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (
            var group in pairs
                .GroupBy(pair => pair.Sentence, StringComparer.Ordinal)
                .OrderBy(group => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + group.Key))), StringComparer.Ordinal)
        )
        {
            if (count >= 350)
                break;
            held.Add(group.Key);
            count += group.Count();
        }

        return pairs.FindAll(pair => held.Contains(pair.Sentence) == (part == "held"));
    }

    private static Span? Place(string sentence, string words) =>
        sentence.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? new Span(at, at + words.Length) : null;

    private static (Span? Source, Span? Target) Marked(string marked, ref string sentence)
    {
        var plain = new StringBuilder();
        Span? source = null,
            target = null;
        var (from, to) = (-1, -1);
        for (var i = 0; i < marked.Length; i++)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("<s>"))
                (from, i) = (plain.Length, i + 2);
            else if (rest.StartsWith("<t>"))
                (to, i) = (plain.Length, i + 2);
            else if (rest.StartsWith("</s>"))
                (source, i) = (source ?? new Span(from, plain.Length), i + 3);
            else if (rest.StartsWith("</t>"))
                (target, i) = (target ?? new Span(to, plain.Length), i + 3);
            else
                plain.Append(marked[i]);
        }

        sentence = plain.ToString();
        return (source, target);
    }
}
