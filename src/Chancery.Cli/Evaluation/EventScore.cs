using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Chancery.Intake;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores the events of whole texts against labelled ones. An event is found where one is coded at the labelled word; what it is, who takes part,
/// how it stands and the rest are asked of those that are found. A word that tells two events may have two labels.
/// </summary>
internal sealed class EventScore
{
    private readonly SortedDictionary<string, (int Right, int Of)> _shares = new(StringComparer.Ordinal);
    private readonly List<(string Gold, string Said)> _types = [];
    private readonly TextWriter _errors;
    private readonly PartyNames _parties;
    private (int Gold, int Said, int Both) _contexts,
        _means,
        _harms,
        _document;
    private int _labelled,
        _coded,
        _found,
        _whole;

    private EventScore(Clerk clerk, TextWriter errors) => (_parties, _errors) = (new PartyNames(clerk), errors);

    /// <summary>The figures of a set: JSON lines as <c>test/gold/events/README.md</c> has them.</summary>
    /// <exception cref="InvalidDataException">The set, or a text that it names, cannot be used.</exception>
    public static IReadOnlyList<Figure> Of(string path, IReader reader, TextWriter errors)
    {
        var clerk = new Clerk(reader);
        var score = new EventScore(clerk, errors);
        foreach (var (file, rows) in LabelledRecord.Rows(path))
        {
            var document =
                new Door(new Declared { Published = Published(rows) }, () => Stream.Null).Receive([file]).First().Document
                ?? throw new InvalidDataException($"{file}: the text of the labels cannot be read.");
            var gold = rows.Where(row => row.GetProperty("kind").GetString() == "event")
                .Select(row => LabelledEvent.In(row, document.Text, file))
                .OrderBy(label => label.Word)
                .ToList();
            var entries = clerk.Read(document).Entries;
            score.Add(gold, [.. entries.OfType<Event>()], document.Text, Path.GetFileName(file));
            var contexts = rows.Where(row => row.GetProperty("kind").GetString() == "document_contexts")
                .SelectMany(row => row.GetProperty("contexts").EnumerateArray())
                .Select(context => context.GetString()!)
                .ToArray();
            if (contexts.Length > 0)
                Count(ref score._document, contexts, entries.OfType<DocumentEntry>().First().Contexts);
        }

        return score.Figures();
    }

    private void Add(List<LabelledEvent> gold, ImmutableArray<Event> events, string text, string file)
    {
        var left = events.ToList();
        (_labelled, _coded) = (_labelled + gold.Count, _coded + events.Length);
        foreach (var label in gold)
        {
            var here = left.Where(coded => coded.Spans[0].Overlaps(label.Word)).ToList();
            var coded = here.Find(candidate => candidate.Type.ToString() == label.Type) ?? here.FirstOrDefault();
            _types.Add((label.Type, coded?.Type.ToString() ?? "none"));
            if (coded is not null)
            {
                left.Remove(coded);
                _found++;
            }

            Compare(label, coded, text, file);
        }

        foreach (var coded in left)
        {
            _types.Add(("none", coded.Type.ToString()));
            _errors.WriteLine($"not labelled\t{coded.Spans[0].In(text)}\t{RecordFields.Shown(coded, text)}\t{file}");
        }
    }

    private void Compare(LabelledEvent label, Event? coded, string text, string file)
    {
        var wanted =
            $"{label.Type} {label.Mode} {string.Join('+', label.Actors)} > {string.Join('+', label.Recipients)} {label.Status} {label.Start}";
        if (coded is null)
        {
            _errors.WriteLine($"missed\t{label.Word.In(text)}\t{wanted}\t\t{file}");
            return;
        }

        var wrong = new List<string>();
        bool Ask(string what, bool right)
        {
            Tally(what, right);
            if (!right)
                wrong.Add(what);
            return right;
        }

        void Tally(string what, bool right)
        {
            var (was, of) = _shares.GetValueOrDefault(what);
            _shares[what] = (was + (right ? 1 : 0), of + 1);
        }

        var type = Ask("type", coded.Type.ToString() == label.Type);
        var actors = Ask("actors", _parties.Same(label.Actors, coded.Actors));
        var recipients = Ask("recipients", _parties.Same(label.Recipients, coded.Recipients));
        Tally("actors_as_worded", _parties.Same(label.Actors, coded.Actors, text));
        Tally("recipients_as_worded", _parties.Same(label.Recipients, coded.Recipients, text));
        var status = Ask("status", EntryJson.Published(coded.Status) == label.Status);
        if (label.Status is "hypothetical" or "denied" or "negated")
            Ask("not_told_as_occurred", coded.Status is not EntryStatus.Occurred);
        if (label.Start is { } start)
            Ask("date", RecordFields.Day(coded.Date.Start) == start);
        if (type && (label.Mode ?? coded.Mode) is not null && label.Type != "ACCUSE")
            Ask("mode", coded.Mode == label.Mode);
        Count(ref _contexts, label.Contexts, coded.Contexts);
        Count(
            ref _harms,
            label.Harms,
            [
                .. coded.Casualties.Select(harm =>
                    harm.Harm + (harm.Best is { } best ? " " + best.ToString(CultureInfo.InvariantCulture) : "")
                ),
            ]
        );
        var (wants, has) = (label.Instrument is not null, coded.Instrument is not null);
        _means = (
            _means.Gold + (wants ? 1 : 0),
            _means.Said + (has ? 1 : 0),
            _means.Both
                + (
                    wants
                    && has
                    && label.Instrument!.Contains(coded.Instrument!.Span.In(text).ToString(), StringComparison.OrdinalIgnoreCase)
                        ? 1
                        : 0
                )
        );
        if (type && actors && recipients && status)
            _whole++;
        if (wrong.Count > 0)
            _errors.WriteLine($"{string.Join(',', wrong)}\t{label.Word.In(text)}\t{wanted}\t{RecordFields.Shown(coded, text)}\t{file}");
    }

    private static void Count(ref (int Gold, int Said, int Both) tally, IReadOnlyCollection<string> gold, ImmutableArray<string> said) =>
        tally = (tally.Gold + gold.Count, tally.Said + said.Length, tally.Both + said.Count(gold.Contains));

    private static DateOnly? Published(IReadOnlyList<JsonElement> rows) =>
        rows.Where(row => row.GetProperty("kind").GetString() == "published")
            .Select(row => (DateOnly?)DateOnly.ParseExact(row.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .FirstOrDefault();

    private List<Figure> Figures()
    {
        var figures = new List<Figure> { new("n", _labelled) };
        Append(figures, "found_", (_labelled, _coded, _found));
        Append(figures, "", (_labelled, _coded, _whole));
        foreach (var (what, (right, of)) in _shares)
        {
            figures.Add(new Figure(what, of == 0 ? 0 : (double)right / of));
            figures.Add(new Figure(what + ".n", of));
        }

        Append(figures, "contexts_", _contexts);
        Append(figures, "instrument_", _means);
        Append(figures, "casualties_", _harms);
        Append(figures, "document_contexts_", _document);
        foreach (var type in _types.Select(pair => pair.Gold).Where(type => type != "none").Distinct().Order(StringComparer.Ordinal))
            figures.Add(
                new Figure(
                    type.ToLowerInvariant() + "_f1",
                    PloverScore.F1([.. _types.Select(pair => pair.Gold)], [.. _types.Select(pair => pair.Said)], type)
                )
            );
        foreach (
            var group in _types
                .Where(pair => pair.Gold != pair.Said)
                .GroupBy(pair => pair)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.Gold, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Said, StringComparer.Ordinal)
        )
            _errors.WriteLine($"confusion\t{group.Key.Gold}\t{group.Key.Said}\t{group.Count()}");
        return figures;
    }

    private static void Append(List<Figure> figures, string name, (int Gold, int Said, int Both) tally)
    {
        var precision = tally.Said == 0 ? 0 : (double)tally.Both / tally.Said;
        var recall = tally.Gold == 0 ? 0 : (double)tally.Both / tally.Gold;
        figures.Add(new Figure(name + "precision", precision));
        figures.Add(new Figure(name + "recall", recall));
        figures.Add(new Figure(name + "f1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
    }
}
