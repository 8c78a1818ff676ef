namespace Chancery.Cli.Evaluation;

/// <summary>
/// Compares two labellings of the same texts, of which the second may cover a share. No reader takes part: the figures are of the labels alone.
/// What the layer is tells the form of the set: a file of JSON lines holds events (where its lines name their kind) or status, another file statements, a
/// folder with JSON accounts, one with braces in its texts whose words a report gives where, and another folder mentions.
/// </summary>
internal static class Agreement
{
    /// <summary>The figures; <paramref name="differences"/> gets a line a case that the two label otherwise.</summary>
    /// <exception cref="InvalidDataException">The second labels what the first does not hold, or nothing at all.</exception>
    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var figures = File.Exists(second)
            ? second.EndsWith(".jsonl", StringComparison.Ordinal)
                ? IsOfEvents(second)
                    ? EventAgreement.Of(first, second, differences)
                    : StatusAgreement.Of(first, second, differences)
                : ChainAgreement.Of(first, second, differences)
            : Directory.EnumerateFiles(second, "*.json", SearchOption.AllDirectories).Any()
                ? AccountAgreement.Of(first, second, differences)
                : Directory
                    .EnumerateFiles(second, "*.txt", SearchOption.AllDirectories)
                    .Any(file => File.ReadAllText(file).Contains('{', StringComparison.Ordinal))
                    ? ReportedAgreement.Of(first, second, differences)
                    : MentionAgreement.Of(first, second, differences);
        return figures[^1].Value > 0 ? figures : throw new InvalidDataException($"{second}: no label here.");
    }

    private static bool IsOfEvents(string path) =>
        File.ReadLines(path).FirstOrDefault() is { } line && line.Contains("\"kind\"", StringComparison.Ordinal);

    /// <summary>The labelled things of a set by name.</summary>
    /// <exception cref="InvalidDataException">Two have one name.</exception>
    public static IReadOnlyDictionary<string, T> ByName<T>(string path, IEnumerable<T> rows, Func<T, string> name)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (!named.TryAdd(name(row), row))
                throw new InvalidDataException($"{path}: {name(row)} stands there twice.");
        return named;
    }

    /// <summary>Part of a whole, 0 where there is no whole.</summary>
    public static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    /// <summary>F1 of what two lists of these lengths have in common: the same whichever is taken for the measure of the other.</summary>
    public static double Harmonic(int both, int first, int second) => first + second == 0 ? 0 : 2.0 * both / (first + second);
}
