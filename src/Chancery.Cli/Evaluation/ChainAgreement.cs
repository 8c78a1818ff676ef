using System.Collections.Immutable;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Two labellings of statements: the same chain, the same addressees. Names are the same by the measure of <see cref="ChainScore"/>, half of
/// the words of the longer one cut to five letters; a chain is the same where it has as many links and every link the same names.
/// </summary>
internal static class ChainAgreement
{
    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var rows = Numbered(first);
        int all = 0,
            chains = 0,
            nested = 0,
            nestedSame = 0,
            addressed = 0,
            addressedSame = 0;
        foreach (var (key, other) in Numbered(second))
        {
            if (!rows.TryGetValue(key, out var one))
                throw new InvalidDataException($"{second}: no statement of the first labelling: {other.Cue} in {other.Text}");
            var chain = one.Links.Length == other.Links.Length && one.Links.Zip(other.Links).All(pair => AreSame(pair.First, pair.Second));
            var heard = AreSame(one.Addressees, other.Addressees);
            all++;
            chains += chain ? 1 : 0;
            if (one.Links.Length > 1 || other.Links.Length > 1)
            {
                nested++;
                nestedSame += chain ? 1 : 0;
            }

            if (one.Addressees.Length > 0 || other.Addressees.Length > 0)
            {
                addressed++;
                addressedSame += heard ? 1 : 0;
            }

            if (!chain || !heard)
                differences.WriteLine($"{one.Line}\t{other.Line}\t{one.Text.ReplaceLineEndings(" ")}");
        }

        return
        [
            new("chain", Agreement.Share(chains, all)),
            new("nested_chain", Agreement.Share(nestedSame, nested)),
            new("nested.n", nested),
            new("addressee", Agreement.Share(addressedSame, addressed)),
            new("addressed.n", addressed),
            new("n", all),
        ];
    }

    private static bool AreSame(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.Length == other.Length
        && one.All(name => other.Any(named => IsSame(name, named)))
        && other.All(name => one.Any(named => IsSame(name, named)));

    private static bool IsSame(string one, string other)
    {
        var (a, b) = (ChainScore.Stems(one), ChainScore.Stems(other));
        return a.Count(b.Contains) * 2 >= Math.Max(a.Count, b.Count);
    }

    /// <summary>The statements by text, cue, and which of the same cue in the text it is.</summary>
    private static Dictionary<(string Text, string Cue, int Number), LabelledStatement> Numbered(string path) =>
        LabelledStatement
            .Read(path)
            .GroupBy(row => (row.Text, row.Cue))
            .SelectMany(group => group.Select((row, number) => (Key: (row.Text, row.Cue, number), Row: row)))
            .ToDictionary(pair => pair.Key, pair => pair.Row);
}
