using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>Scores the status of events against labelled ones: the event that the reader codes at the labelled predicate, or none.</summary>
internal static class StatusScore
{
    /// <summary>The figures over a part of the rows.</summary>
    public static IReadOnlyList<Figure> Of(string path, string part, IReader reader, TextWriter? errors = null)
    {
        var clerk = new Clerk(reader);
        var (gold, found) = (new List<string>(), new List<string>());
        int types = 0,
            unreal = 0,
            told = 0;
        foreach (
            var (_, _, published, text, predicate, type, status) in LabelledStatus
                .Read(path)
                .Where(row => part == "all" || row.Part == part)
        )
        {
            var dossier = clerk.Read(Document.Of(text, published: published));
            var events = dossier.Entries.OfType<Event>().Where(coded => coded.Spans[0].Overlaps(predicate)).ToArray();
            var coded = Array.Find(events, candidate => candidate.Type.ToString() == type) ?? events.FirstOrDefault();
            var said = coded is null ? "missing" : EntryJson.Published(coded.Status);
            gold.Add(status);
            found.Add(said);
            if (coded?.Type.ToString() == type)
                types++;
            if (status is "hypothetical" or "denied" or "negated")
            {
                unreal++;
                if (said == "occurred")
                    told++;
            }

            if (said != status)
                errors?.WriteLine($"{status}\t{said}\t{type}\t{text[predicate.Start..predicate.End]}\t{text}");
        }

        var (labels, answers) = (gold.ToArray(), found.ToArray());
        var figures = new List<Figure>
        {
            new("status_macro_f1", PloverScore.Macro(labels, answers)),
            new("accuracy", labels.Length == 0 ? 0 : labels.Zip(answers).Count(pair => pair.First == pair.Second) / (double)labels.Length),
            new("occurred_for_unreal", unreal == 0 ? 0 : told / (double)unreal),
            new("found", labels.Length == 0 ? 0 : answers.Count(answer => answer != "missing") / (double)labels.Length),
            new("type_accuracy", labels.Length == 0 ? 0 : types / (double)labels.Length),
            new("n", labels.Length),
        };
        foreach (var status in labels.Distinct().Order(StringComparer.Ordinal))
            figures.Add(new(status + "_f1", PloverScore.F1(labels, answers, status)));
        return figures;
    }
}
