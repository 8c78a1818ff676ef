using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>Compares the labelled fields of a record with those of a found one.</summary>
internal static class RecordFields
{
    private const double SameContent = 0.8;

    /// <summary>Whether every labelled field agrees. Fields of free words (issue, predicate, topic, stance) agree where they share a word.</summary>
    public static bool Agree(LabelledRecord label, Entry entry, string text) =>
        label.Fields.All(field =>
            field.Key switch
            {
                "type" => field.Value[0] == (entry as Event)?.Type.ToString(),
                "mode" => field.Value[0] == (entry as Event)?.Mode,
                "actors" => Same(field.Value, entry is Position position ? position.Actors : (entry as Event)?.Actors ?? []),
                "recipients" => Same(field.Value, (entry as Event)?.Recipients ?? []),
                "speakers" => Same(field.Value, (entry as Statement)?.Speakers ?? []),
                "addressees" => Same(field.Value, (entry as Statement)?.Addressees ?? []),
                "subjects" => Same(field.Value, (entry as Fact)?.Subjects ?? []),
                "objects" => Same(field.Value, (entry as Fact)?.Objects ?? []),
                "by" => Same(field.Value, (entry as Silence)?.By ?? []),
                "status" => field.Value[0] == EntryJson.Published(entry.Status),
                "form" => entry is Statement statement && field.Value[0] == EntryJson.Published(statement.Form),
                "mood" => entry is Statement statement && field.Value[0] == EntryJson.Published(statement.Mood),
                "content" => entry is Statement statement
                    && Shared(string.Join(' ', field.Value), string.Join(' ', statement.Content.Select(span => span.In(text).ToString())))
                        >= SameContent,
                "start" => field.Value[0] == Day(EntryDay(entry).Start),
                "end" => field.Value[0] == Day(EntryDay(entry).End),
                "value" => entry is Record.Figure figure
                    && double.TryParse(field.Value[0], CultureInfo.InvariantCulture, out var value)
                    && Math.Abs(figure.Value - value) <= 1e-6 * Math.Abs(value),
                "unit" => entry is Record.Figure figure && Words(field.Value[0]).SetEquals(Words(figure.Unit ?? "")),
                "issue" => entry is Position position && Words(field.Value[0]).Overlaps(Words(position.Issue + " " + position.Object)),
                "stance" => entry is Position position && Words(field.Value[0]).Overlaps(Words(position.Stance)),
                "predicate" => entry is Fact fact && Words(field.Value[0]).Overlaps(Words(fact.Predicate)),
                "topic" => entry is Silence silence && Words(field.Value[0]).Overlaps(Words(silence.Topic)),
                _ => true,
            }
        );

    /// <summary>A found record in one line, for the list of misses.</summary>
    public static string Shown(Entry entry, string text) =>
        entry switch
        {
            Event happening =>
                $"{happening.Type} {happening.Mode} {Names(happening.Actors)} > {Names(happening.Recipients)} {EntryJson.Published(entry.Status)} {Day(happening.Date.Start)}..{Day(happening.Date.End)}",
            Statement statement =>
                $"{Names(statement.Speakers)} > {Names(statement.Addressees)}: {string.Join(" | ", statement.Content.Select(span => span.In(text).ToString()))} ({EntryJson.Published(statement.Form)}, {EntryJson.Published(statement.Mood)})",
            Position position => $"{Names(position.Actors)} {position.Stance} {position.Issue}",
            Fact fact => $"{Names(fact.Subjects)} {fact.Predicate} {Names(fact.Objects)}",
            Record.Figure figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {figure.Unit}"),
            TimeReference time => $"{Day(time.Date.Start)}..{Day(time.Date.End)}",
            Silence silence => $"{Names(silence.By)}: {silence.Topic}",
            _ => "",
        };

    private static DateValue EntryDay(Entry entry) =>
        entry switch
        {
            Event happening => happening.Date,
            TimeReference time => time.Date,
            _ => DateValue.Unknown,
        };

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Names(ImmutableArray<Entity> entities) => string.Join('+', Flat(entities).Select(entity => entity.Name));

    private static IEnumerable<Entity> Flat(ImmutableArray<Entity> entities) =>
        entities.IsDefaultOrEmpty
            ? []
            : entities.SelectMany(entity =>
                entity.Type == EntityType.Group && !entity.Members.IsDefaultOrEmpty ? Flat(entity.Members) : [entity]
            );

    /// <summary>The same set: every labelled name has its entity, and there is no entity more.</summary>
    private static bool Same(ImmutableArray<string> labels, ImmutableArray<Entity> entities)
    {
        var left = Flat(entities).DistinctBy(entity => entity.Id).ToList();
        foreach (var label in labels)
        {
            var known = World.Default.Named(label)?.Id;
            var at = left.FindIndex(entity => entity.Id == known || Words(entity.Name).SetEquals(Words(label)));
            if (at < 0)
                return false;
            left.RemoveAt(at);
        }

        return left.Count == 0;
    }

    private static double Shared(string a, string b)
    {
        var left = Words(a);
        var right = Words(b);
        return left.Count + right.Count == 0 ? 1 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
    }

    private static HashSet<string> Words(string text) =>
        [
            .. text.ToLowerInvariant()
                .Split([' ', '-', ',', '.', '"', '“', '”', '\'', '’', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word is not ("the" or "a" or "an" or "of" or "on" or "in" or "for" or "to" or "s")),
        ];
}
