using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores the comparison of accounts and the search for occurrences against labelled sets: a folder for each, with texts and <c>gold.json</c>, as
/// test/gold/accounts describes. Sets marked <c>look</c> are scored apart, under names that begin so; so are, among the measured sets, those that were
/// written <c>first</c>, whose figures can be held against earlier ones.
/// </summary>
internal sealed class AccountScore(TextWriter misses)
{
    private int _sets,
        _silenceRight,
        _silenceOurs,
        _silenceGold,
        _raisedRight,
        _raisedOurs,
        _raisedGold,
        _contradictions,
        _contradictionsFound,
        _contradictionsOurs,
        _contradictionsRight;
    private int _pairs,
        _pairsFound,
        _pairsOurs,
        _pairsRight,
        _claims,
        _claimsFound,
        _claimsRight,
        _spoken,
        _spokenRight;
    private readonly OccurrenceScore _occasions = new(misses);

    public static IReadOnlyList<Figure> Of(string path, IReader reader, TextWriter misses)
    {
        var clerk = new Clerk(reader);
        AccountScore measured = new(TextWriter.Null),
            first = new(TextWriter.Null),
            looked = new(misses);
        foreach (var file in Directory.EnumerateFiles(path, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var gold = JsonDocument.Parse(File.ReadAllBytes(file));
            var set = new LabelledAccounts(gold.RootElement, Path.GetDirectoryName(file)!, clerk);
            if (Marked(gold.RootElement, "split", "look"))
                looked.Add(set);
            else
                measured.Add(set);
            if (!Marked(gold.RootElement, "split", "look") && !Marked(gold.RootElement, "written", "second"))
                first.Add(set);
        }

        return
        [
            .. measured.Figures(""),
            .. first._sets is > 0 and var sets && sets < measured._sets ? first.Figures("first_") : [],
            .. looked._sets > 0 ? looked.Figures("look_") : [],
        ];
    }

    private static bool Marked(JsonElement set, string field, string value) =>
        set.TryGetProperty(field, out var mark) && mark.GetString() == value;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Harmonic(int right, int ours, int gold) => ours + gold == 0 ? 0 : 2.0 * right / (ours + gold);

    private IEnumerable<Figure> Figures(string prefix) =>
        new Figure[]
        {
            new("n", _sets),
            new("silence_precision", Share(_silenceRight, _silenceOurs)),
            new("silence_recall", Share(_silenceRight, _silenceGold)),
            new("topic_f1", Harmonic(_raisedRight, _raisedOurs, _raisedGold)),
            new("contradictions_found", Share(_contradictionsFound, _contradictions)),
            new("contradiction_precision", Share(_contradictionsRight, _contradictionsOurs)),
            new("proposition_recall", Share(_pairsFound, _pairs)),
            new("proposition_precision", Share(_pairsRight, _pairsOurs)),
            new("claims_found", Share(_claimsFound, _claims)),
            new("claims_right", Share(_claimsRight, _claimsFound)),
            new("spoken_silence", Share(_spokenRight, _spoken)),
            new("mentions_found", Share(_occasions.Found, _occasions.Mentions)),
            new("occurrences", _occasions.Occurrences),
            new("events_per_occurrence", Share(_occasions.Events, _occasions.Occurrences)),
            new("purity", Share(_occasions.Pure, _occasions.Found)),
        }.Select(figure => figure with { Name = prefix + figure.Name });

    private void Add(LabelledAccounts set)
    {
        _sets++;
        _occasions.Add(set, Occurrences.Of(set.Tellings));
        if (set.Topics.Length == 0 && set.Contradictions.Length == 0)
            return;
        var comparison = Comparer.Compare(set.Tellings, []);
        Contested(set, comparison);
        if (set.Topics.Length > 0)
            TopicCells(set, comparison);
        if (set.Propositions.Length > 0)
            Aligned(set, comparison);
        foreach (var (document, about, topic, holds) in set.Claims)
        {
            _claims++;
            if (
                comparison.Claims.FirstOrDefault(claim => claim.Document == document && claim.About == about && claim.Topic == topic)
                is not { } claim
            )
            {
                misses.WriteLine($"{set.Name}: claim about {topic} not found");
                continue;
            }
            _claimsFound++;
            if (claim.Holds == holds)
                _claimsRight++;
        }
    }

    private void TopicCells(LabelledAccounts set, Comparison comparison)
    {
        var rows = comparison.Rows.Where(row => row.Proposition is null && Topics.Standard.Named(row.Topic) is not null).ToList();
        foreach (var (name, states) in set.Topics)
        {
            var topic = Topics.Standard.Named(name)!;
            var same = rows.Where(row => row.Topic == name).ToList();
            if (same.Count == 0)
                same = [.. rows.Where(row => Topics.Standard.IsWithin(Topics.Standard.Named(row.Topic)!, topic))];
            for (var i = 0; i < set.Tellings.Length; i++)
            {
                var gold = states[i];
                var cells = same.Select(row => row.Cells[i]).ToList();
                var raised = cells.Any(cell => cell.State != SilenceState.Silent);
                if (gold == "silent")
                {
                    _silenceGold++;
                    if (cells.Count > 0 && !raised)
                        _silenceRight++;
                    if (raised)
                        misses.WriteLine(
                            $"{set.Name}: {name} in {set.Names[i]} is silent, we have: {cells.First(cell => cell.State != SilenceState.Silent).Quote}"
                        );
                }
                else
                {
                    _raisedGold++;
                    if (raised)
                        _raisedRight++;
                    else
                        misses.WriteLine($"{set.Name}: {name} in {set.Names[i]} is raised, we have none");
                    if (gold != "mentions")
                    {
                        _spoken++;
                        if (cells.Any(cell => EntryJson.Published(cell.State) == gold))
                            _spokenRight++;
                        else
                            misses.WriteLine($"{set.Name}: {name} in {set.Names[i]} {gold}");
                    }
                }

                if (raised)
                    _raisedOurs++;
                else if (cells.Count > 0)
                    _silenceOurs++;
            }
        }

        // A row on a topic that nobody raises by the labels, and none of whose narrower topics anybody does.
        foreach (
            var row in rows.Where(row =>
                row.Relation != RowRelation.Neither
                && !set.Topics.Any(topic => Topics.Standard.IsWithin(Topics.Standard.Named(topic.Name)!, Topics.Standard.Named(row.Topic)!))
            )
        )
            foreach (var cell in row.Cells.Where(cell => cell.State != SilenceState.Silent))
            {
                _raisedOurs++;
                misses.WriteLine($"{set.Name}: no {row.Topic} by the labels, we have: {cell.Quote}");
            }
    }

    private void Contested(LabelledAccounts set, Comparison comparison)
    {
        var ours = comparison.Rows.Where(row => row.Relation == RowRelation.Contradicting).ToList();
        foreach (var lines in set.Contradictions)
        {
            _contradictions++;
            if (ours.Any(row => Covers(row, lines)))
                _contradictionsFound++;
            else
                misses.WriteLine($"{set.Name}: contradiction not found: {set.Quote(lines[0])}");
        }

        _contradictionsOurs += ours.Count;
        _contradictionsRight += ours.Count(row => set.Contradictions.Any(lines => Covers(row, lines)));
        foreach (var row in ours.Where(row => !set.Contradictions.Any(lines => Covers(row, lines))))
            misses.WriteLine(
                $"{set.Name}: no contradiction by the labels ({row.Why}): {string.Join(" // ", row.Cells.Where(cell => cell.Raises).Select(cell => cell.Quote))}"
            );
    }

    private static bool Covers(ComparisonRow row, ImmutableArray<(string Document, Span Span)> lines) =>
        row.Cells.Count(cell => lines.Any(line => line.Document == cell.Document && cell.Spans.Any(span => span.Overlaps(line.Span)))) > 1;

    private void Aligned(LabelledAccounts set, Comparison comparison)
    {
        var rows = comparison.Rows.Where(row => row.Proposition is not null).ToList();
        foreach (var lines in set.Propositions)
            foreach (var (left, right) in Pairs(lines))
            {
                _pairs++;
                if (rows.Any(row => Joins(row, left, right)))
                    _pairsFound++;
                else
                    misses.WriteLine($"{set.Name}: not aligned: {set.Quote(left)} // {set.Quote(right)}");
            }

        foreach (var row in rows.Where(row => row.Relation != RowRelation.Contradicting))
            foreach (var left in row.Cells.Where(cell => cell.Raises))
                foreach (var right in row.Cells.Where(cell => cell.Raises && string.CompareOrdinal(left.Document, cell.Document) < 0))
                {
                    _pairsOurs++;
                    if (set.Propositions.Any(lines => Pairs(lines).Any(pair => Holds(left, right, pair) || Holds(right, left, pair))))
                        _pairsRight++;
                    else
                        misses.WriteLine($"{set.Name}: aligned, not by the labels: {left.Quote} // {right.Quote}");
                }
    }

    private static bool Joins(ComparisonRow row, (string Document, Span Span) left, (string Document, Span Span) right) =>
        row.Cells.Any(a => Lies(a, left)) && row.Cells.Any(b => Lies(b, right));

    private static bool Holds(
        ComparisonCell a,
        ComparisonCell b,
        ((string Document, Span Span) Left, (string Document, Span Span) Right) pair
    ) => Lies(a, pair.Left) && Lies(b, pair.Right);

    private static bool Lies(ComparisonCell cell, (string Document, Span Span) line) =>
        cell.Document == line.Document && cell.Spans.Any(span => span.Overlaps(line.Span));

    private static IEnumerable<((string Document, Span Span) Left, (string Document, Span Span) Right)> Pairs(
        ImmutableArray<(string Document, Span Span)> lines
    )
    {
        for (var i = 0; i < lines.Length; i++)
            for (var j = i + 1; j < lines.Length; j++)
                if (lines[i].Document != lines[j].Document)
                    yield return (lines[i], lines[j]);
    }
}
