namespace Chancery.Cli.Evaluation;

/// <summary>Two labellings of the status of events: the share of the same status, and Cohen's kappa.</summary>
internal static class StatusAgreement
{
    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var rows = Agreement.ByName(first, LabelledStatus.Read(first), row => row.Id);
        var (one, other) = (new List<string>(), new List<string>());
        foreach (var row in Agreement.ByName(second, LabelledStatus.Read(second), row => row.Id).Values)
        {
            if (!rows.TryGetValue(row.Id, out var same) || same.Text != row.Text || same.Predicate != row.Predicate)
                throw new InvalidDataException($"{second}: {row.Id} is not the event of the first labelling.");
            one.Add(same.Status);
            other.Add(row.Status);
            if (same.Status != row.Status)
                differences.WriteLine($"{same.Status}\t{row.Status}\t{row.Id}\t{row.Text}");
        }

        return [new("status", Kappa.Share(one, other)), new("kappa", Kappa.Of(one, other)), new("n", one.Count)];
    }
}
