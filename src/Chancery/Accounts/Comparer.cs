using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Sets accounts of one event side by side. Silence is decided on the whole of an account: neither a term of the topic nor a proposition that says
/// what the others say of it. The order of the accounts changes the order of the columns and nothing else.
/// </summary>
public sealed partial class Comparer
{
    private const double SameTopic = 0.6,
        Alike = 0.25;
    private const int LoneWords = 3;
    private readonly ImmutableArray<Telling> _tellings;
    private readonly ImmutableArray<Telling> _previous;
    private readonly ImmutableHashSet<string> _parties;
    private readonly ImmutableArray<TopicEvidence> _evidence;
    private readonly ImmutableArray<ImmutableArray<Proposition>> _propositions;
    private readonly ImmutableArray<ImmutableArray<Proposition>> _aligned;
    private readonly WordMeaning _meaning;
    private readonly Alignment _alignment;
    private readonly HashSet<Proposition> _met;
    private readonly ImmutableArray<Occurrence> _occurrences;
    private readonly Occurrence? _occurrence;

    private Comparer(ImmutableArray<Telling> tellings, ImmutableArray<Telling> previous, ImmutableArray<OccurrenceRuling> rulings)
    {
        _tellings = tellings;
        _previous = previous;
        _parties = Parties(tellings);
        _evidence = [.. tellings.Select(telling => TopicEvidence.Of(telling, _parties))];
        _occurrences = Occurrences.Of(tellings, rulings).Occurrences;
        _propositions =
        [
            .. tellings.Select(
                (telling, i) =>
                    new PropositionReader(telling, i, _parties.Union(Sides(tellings)), _evidence[i].Matches, _occurrences)
                        .Read()
                        .ToImmutableArray()
            ),
        ];
        _meaning = new WordMeaning();
        _alignment = new Alignment(_meaning);
        _aligned = _alignment.Align([.. _propositions.SelectMany(list => list)]);
        // Whose mates are only faintly like it stands alone.
        var likeness = new Likeness([.. _propositions.SelectMany(list => list)], _meaning);
        _met = new HashSet<Proposition>(
            _aligned.SelectMany(group => group.Where(p => group.Any(q => q.Account != p.Account && likeness.Of(p, q) >= Alike))),
            ReferenceEqualityComparer.Instance
        );
        _occurrence = Main(_occurrences);
    }

    /// <summary>Compares accounts.</summary>
    /// <param name="tellings">The accounts, two or more, in the order of the columns.</param>
    /// <param name="previous">Earlier accounts of the series; what they raise is looked for too.</param>
    /// <param name="rulings">What people decided of the occurrences in them; nothing where left out.</param>
    public static Comparison Compare(
        ImmutableArray<Telling> tellings,
        ImmutableArray<Telling> previous,
        ImmutableArray<OccurrenceRuling> rulings = default
    )
    {
        // All is worked out in the order of the ids, so that ties fall alike; the columns then take the order given.
        var byId = tellings.OrderBy(telling => telling.Id, StringComparer.Ordinal).ToImmutableArray();
        var result = new Comparer(
            byId,
            [.. previous.OrderBy(telling => telling.Id, StringComparer.Ordinal)],
            rulings.IsDefault ? [] : rulings
        ).Result();
        var order = tellings.Select(telling => byId.IndexOf(telling)).ToImmutableArray();
        return result with
        {
            Accounts = [.. order.Select(i => result.Accounts[i])],
            Rows = [.. result.Rows.Select(row => row with { Cells = [.. order.Select(i => row.Cells[i])] })],
        };
    }

    /// <summary>What the accounts say, clause by clause, in the order given.</summary>
    internal static ImmutableArray<Proposition> Propositions(ImmutableArray<Telling> tellings) =>
        [.. new Comparer(tellings, [], [])._propositions.SelectMany(list => list)];

    private Comparison Result()
    {
        var rows = new List<ComparisonRow>();
        rows.AddRange(ContactRows.Of(_tellings, _occurrence, _occurrences));
        rows.AddRange(TopicRows());
        rows.AddRange(NamingRows());
        var contested = new HashSet<ImmutableArray<Proposition>>();
        rows.AddRange(ContradictionRows(contested));
        rows.AddRange(PropositionRows(contested));
        // A topic of which the sides speak by other names is told once.
        var renamed = rows.Where(row => row.Relation == RowRelation.DifferentWords && row.Proposition is null)
            .Select(row => row.Topic)
            .ToHashSet(StringComparer.Ordinal);
        rows.RemoveAll(row => row.Relation == RowRelation.Agreed && row.Proposition is null && renamed.Contains(row.Topic));
        rows.AddRange(LoneRows(rows));
        var claims = SilenceClaims.Of(_tellings, _evidence);
        rows.AddRange(NeitherRows(claims));
        var accounts = _tellings.Select(telling =>
        {
            var head = telling.Head;
            return new ComparedAccount(
                telling.Id,
                AccountOwner.Of(head)?.Name ?? head.Title ?? Path.GetFileName(telling.Text.Document.Origin) ?? telling.Id,
                head.TextKind,
                head.Published,
                TopicWord.Cut(telling.Words, new Span(0, telling.Words.Length)).Count,
                Initiators.In(telling).Where(found => !found.Negated).Select(found => found.Entity.Name).FirstOrDefault(),
                head.Language,
                head.Title,
                telling.Text.Document.Origin
            );
        });
        return new Comparison(
            _occurrence?.Id,
            Subject(_occurrence),
            [.. accounts],
            [
                .. rows.OrderByDescending(row => row.Divergence)
                    .ThenBy(row => row.Topic, StringComparer.Ordinal)
                    .ThenBy(row => row.Proposition, StringComparer.Ordinal),
            ],
            claims
        );
    }

    private IEnumerable<ComparisonRow> PropositionRows(HashSet<ImmutableArray<Proposition>> contested)
    {
        foreach (var group in _aligned)
        {
            if (contested.Contains(group))
                continue;
            var longest = group.OrderByDescending(p => p.Words.Length).ThenBy(p => p.Account).ThenBy(p => p.Span).First();
            var topic = TopicOf(group);
            var cells = _tellings
                .Select(
                    (telling, i) =>
                    {
                        var own = group.Where(p => p.Account == i).ToList();
                        if (own.Count == 0)
                            return new ComparisonCell(
                                telling.Id,
                                SilenceState.Silent,
                                null,
                                [],
                                new Check(longest.Words, "no proposition with these words or words near to them in use")
                            );
                        return new ComparisonCell(
                            telling.Id,
                            SilenceState.Mentions,
                            own[0].Span.In(telling.Words).ToString(),
                            [.. own.Select(p => p.Span)],
                            null
                        );
                    }
                )
                .ToImmutableArray();
            yield return Row(topic, longest.Span.In(_tellings[longest.Account].Words).ToString(), cells);
        }
    }

    // Contradictions that share a proposition are one row: all that is said of that matter, and who stands where.
    private IEnumerable<ComparisonRow> ContradictionRows(HashSet<ImmutableArray<Proposition>> contested)
    {
        var found = new Contradictions(_tellings, [.. _propositions.SelectMany(list => list)], _alignment, _meaning).Find().ToList();
        var groups = new List<List<Contradiction>>();
        // Clauses of one sentence go together: the row quotes the first.
        var groupOf = new Dictionary<(int Account, int Sentence), List<Contradiction>>();
        foreach (var contradiction in found)
        {
            var (left, right) = (
                (contradiction.Left.Account, contradiction.Left.Sentence),
                (contradiction.Right.Account, contradiction.Right.Sentence)
            );
            var (ours, theirs) = (groupOf.GetValueOrDefault(left), groupOf.GetValueOrDefault(right));
            var group = ours ?? theirs ?? [];
            if (ours is null && theirs is null)
                groups.Add(group);
            if (ours is not null && theirs is not null && ours != theirs)
            {
                ours.AddRange(theirs);
                groups.Remove(theirs);
                foreach (var moved in theirs)
                    groupOf[(moved.Left.Account, moved.Left.Sentence)] = groupOf[(moved.Right.Account, moved.Right.Sentence)] = ours;
            }

            group.Add(contradiction);
            groupOf[left] = groupOf[right] = group;
        }

        foreach (var group in groups)
        {
            var said = group.SelectMany(c => (IEnumerable<Proposition>)[c.Left, c.Right]).Distinct().ToList();
            // What a third account says of the same matter stands beside it, and not in a row of its own.
            foreach (var told in _aligned.Where(told => group.Any(c => told.Contains(c.Left) && told.Contains(c.Right))))
            {
                contested.Add(told);
                said.AddRange(told.Where(p => !said.Contains(p)));
            }

            // The quotation is the clause that stands against the most, and of those the first.
            said =
            [
                .. said.OrderBy(p => p.Account)
                    .ThenByDescending(p => group.Count(c => c.Left == p || c.Right == p))
                    .ThenByDescending(p =>
                        group
                            .Where(c => c.Left == p || c.Right == p)
                            .Select(c => c.Left.Words.Intersect(c.Right.Words, StringComparer.Ordinal).Count())
                            .DefaultIfEmpty(0)
                            .Max()
                    )
                    .ThenBy(p => p.Span),
            ];
            var deniers = group.Where(c => c.Denier >= 0).Select(c => c.Left.Account == c.Denier ? c.Left : c.Right).ToHashSet();
            var cells = _tellings
                .Select(
                    (telling, i) =>
                        said.Where(p => p.Account == i).ToList() is { Count: > 0 } own
                            ? new ComparisonCell(
                                telling.Id,
                                deniers.Contains(own[0]) ? SilenceState.Denies : SilenceState.Mentions,
                                Readable(own[0]).In(telling.Words).ToString(),
                                [Readable(own[0]), .. own.Skip(1).Select(p => p.Span)],
                                null
                            )
                            : new ComparisonCell(
                                telling.Id,
                                SilenceState.Silent,
                                null,
                                [],
                                new Check(said[0].Words, "no proposition with these words or words near to them in use")
                            )
                )
                .ToImmutableArray();
            yield return new ComparisonRow(
                TopicOf(said),
                said[0].Span.In(_tellings[said[0].Account].Words).ToString(),
                RowRelation.Contradicting,
                0.95,
                cells,
                string.Join("; ", group.Select(c => c.Why).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            );
        }
    }

    private IEnumerable<ComparisonRow> NamingRows()
    {
        var named = _tellings
            .Select(telling =>
                Passages
                    .Of(telling.Text)
                    .SelectMany(passage => Namings.In(telling.Words, passage))
                    .ToLookup(naming => naming.Matter, StringComparer.Ordinal)
            )
            .ToArray();
        foreach (
            var matter in named
                .SelectMany(lookup => lookup.Select(group => group.Key))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        )
        {
            var uses = named.Select(lookup => lookup[matter].Select(naming => naming.Naming).ToHashSet(StringComparer.Ordinal)).ToArray();
            var differ = uses.Where((use, i) => use.Count > 0 && AccountOwner.IsParty(_tellings[i].Head)).ToList();
            if (!differ.Any(a => differ.Any(b => !a.Overlaps(b))) || !Namings.MayTell(matter, _tellings.Select(telling => telling.Words)))
                continue;
            var cells = _tellings
                .Select(
                    (telling, i) =>
                    {
                        var spans = named[i][matter].Select(naming => naming.Span).ToList();
                        if (spans.Count == 0)
                            return new ComparisonCell(
                                telling.Id,
                                SilenceState.Silent,
                                null,
                                [],
                                new Check([matter], "none of the known names for it")
                            );
                        var apart = differ.Any(other => !other.Overlaps(uses[i]));
                        var clause = _propositions[i].FirstOrDefault(p => p.Span.Overlaps(spans[0]))?.Span ?? Sentence(i, spans[0]);
                        return new ComparisonCell(
                            telling.Id,
                            apart ? SilenceState.MentionsDifferently : SilenceState.Mentions,
                            clause.In(telling.Words).ToString(),
                            [clause, .. spans],
                            null
                        );
                    }
                )
                .ToImmutableArray();
            yield return new ComparisonRow(matter, null, RowRelation.DifferentWords, 0.5, cells, "the sides name it differently");
        }
    }

    // "and rammed the boat" is told with the clause that says who did.
    private Span Readable(Proposition proposition)
    {
        var text = _tellings[proposition.Account].Text;
        var sentence = text.Sentences[proposition.Sentence];
        // "(We demand that) the vessel be released": with the clause that demands it.
        if (
            text.Tokens[proposition.Head] is { Relation: Relation.Ccomp, Head: >= 0 and var above }
            && BlameClash.IsDemand(text.Tokens[above].Lemma)
        )
            return new Span(Math.Min(sentence.Span.Start, proposition.Span.Start), proposition.Span.End);
        foreach (var dependent in text.Dependents(proposition.Head))
            if (text.Tokens[dependent].Relation.IsSubject())
                return proposition.Span;
        var before = _propositions[proposition.Account]
            .Where(other => other.Sentence == proposition.Sentence && other.Span.Start <= proposition.Span.Start)
            .Min(other => other.Span.Start);
        return text.Tokens[proposition.Head].Relation == Relation.Conj && sentence.Span.Start <= before
            ? new Span(before, Math.Max(proposition.Span.End, before))
            : proposition.Span;
    }

    private static string TopicOf(IEnumerable<Proposition> propositions) =>
        propositions
            .SelectMany(p => p.Topics)
            .GroupBy(t => t.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? "other";

    // The contact that the most accounts tell of, as having taken place.
    internal static Occurrence? Main(ImmutableArray<Occurrence> occurrences) =>
        occurrences
            .Where(occurrence => occurrence.Type == EventType.CONSULT && occurrence.Participants.Length > 1)
            .OrderByDescending(occurrence => occurrence.Documents)
            .ThenByDescending(occurrence => occurrence.Date.Start is not null)
            .ThenByDescending(occurrence => occurrence.Mentions.Length)
            .ThenBy(occurrence => occurrence.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    internal static string Subject(Occurrence? occurrence)
    {
        if (occurrence is null)
            return "";
        var what = occurrence.Mode switch
        {
            "phone" => "Telephone call",
            "visit" => "Visit",
            _ => "Meeting",
        };
        var names = occurrence.Participants.Select(entity => entity.Name).Distinct(StringComparer.Ordinal).ToList();
        var who = names.Count < 3 ? string.Join(" and ", names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
        var when = occurrence.Date is { Start: { } start } ? $", {start:d MMMM yyyy}" : "";
        return $"{what} of {who}{when}";
    }

    private IEnumerable<ComparisonRow> NeitherRows(ImmutableArray<SilenceClaim> claims)
    {
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var telling in _previous)
            foreach (var topic in TopicEvidence.Of(telling, _parties).Raised)
                expected.TryAdd(topic.Name, $"raised in the previous account of {telling.Head.Published:yyyy-MM-dd}");
        foreach (var (name, why) in expected)
        {
            var topic = Topics.Standard.Named(name)!;
            if (_evidence.Any(evidence => evidence.For(topic).Length > 0))
                continue;
            yield return new ComparisonRow(name, null, RowRelation.Neither, 0.3, [.. _tellings.Select((_, i) => Silent(i, topic))], why);
        }
    }

    private ComparisonRow Row(string topic, string? proposition, ImmutableArray<ComparisonCell> cells)
    {
        var sides = cells.Where((_, i) => AccountOwner.IsParty(_tellings[i].Head)).ToList();
        if (sides.Count < 2)
            sides = [.. cells];
        var raise = cells.Count(cell => cell.Raises);
        var sidesRaise = sides.Count(cell => cell.Raises);
        var relation =
            sidesRaise == 0 ? RowRelation.Neither
            : raise == 1 ? RowRelation.OnlyOne
            : raise < cells.Length ? RowRelation.Some
            : cells.Any(cell => cell.State == SilenceState.MentionsDifferently) ? RowRelation.DifferentWords
            : RowRelation.Agreed;
        var divergence = relation switch
        {
            RowRelation.DifferentWords => 0.4,
            RowRelation.Agreed => 0,
            RowRelation.Neither => 0.3,
            // What one side leaves out and a report takes up is news first of all.
            _ => sidesRaise == sides.Count ? 0.1 : 0.7 + (0.1 * Math.Min(2, raise - sidesRaise)),
        };
        if (proposition is not null)
            divergence *= 0.5;
        return new ComparisonRow(topic, proposition, relation, Math.Round(divergence, 3), cells, "");
    }

    // The states that the contact joins: those of whoever takes part in it, by most documents.
    private static ImmutableHashSet<string> Parties(ImmutableArray<Telling> tellings)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var telling in tellings)
            foreach (
                var state in States(AccountReader.Main([.. telling.Entries.OfType<Event>()]))
                    .Concat(AccountOwner.IsParty(telling.Head) && AccountOwner.Of(telling.Head)?.State is { } own ? [own] : [])
                    .Distinct()
            )
                counts[state] = counts.GetValueOrDefault(state) + 1;
        var most = counts.Count == 0 ? 0 : counts.Values.Max();
        return [.. counts.Where(count => count.Value * 2 > tellings.Length || count.Value == most).Select(count => count.Key)];
    }

    // Whoever publishes an account of it is a side as well.
    private static ImmutableHashSet<string> Sides(ImmutableArray<Telling> tellings) =>
        [
            .. tellings
                .Where(telling => AccountOwner.IsParty(telling.Head))
                .Select(telling => AccountOwner.Of(telling.Head)?.State)
                .OfType<string>(),
        ];

    private static IEnumerable<string> States(Event? main) =>
        main is null
            ? []
            : main
                .Actors.Concat(main.Recipients)
                .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
                .Select(entity => entity.State)
                .OfType<string>()
                .Distinct();
}
