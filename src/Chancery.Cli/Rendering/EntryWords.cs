using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>The fields of an entry in words, for people and for flat tables.</summary>
internal static class EntryWords
{
    public static ImmutableArray<Entity> Who(Entry entry) =>
        entry switch
        {
            Event happening => happening.Actors,
            Statement statement => statement.Speakers,
            Position position => position.Actors,
            Fact fact => fact.Subjects,
            Figure figure => figure.Of,
            Mention mention => mention.Entities,
            Account account => account.By,
            Silence silence => silence.By,
            _ => [],
        };

    public static ImmutableArray<Entity> Whom(Entry entry) =>
        entry switch
        {
            Event happening => happening.Recipients,
            Statement statement => statement.Addressees,
            Fact fact => fact.Objects,
            _ => [],
        };

    public static string What(Entry entry) =>
        entry switch
        {
            Event happening => happening.Mode is { } mode ? $"{happening.Type} {mode}" : happening.Type.ToString(),
            Statement statement => $"{statement.Cue?.Lemma ?? "quoted"} ({EntryJson.Published(statement.Mood)})",
            Position position => $"{position.Stance} {position.Issue}",
            Fact fact => fact.Predicate,
            Figure figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Indicator} {figure.Value:G15} {figure.Unit}").TrimEnd(),
            TimeReference time => time.Value ?? "",
            Mention mention => mention.Reading ?? EntryJson.Published(mention.Form),
            Silence silence => $"{EntryJson.Published(silence.State)}: {silence.Topic}",
            Account account => string.Join("; ", account.Topics.Select(topic => topic.Topic)),
            DocumentEntry document => document.Title ?? "",
            _ => "",
        };

    public static DateValue When(Entry entry) =>
        entry switch
        {
            DocumentEntry document => document.Date,
            Event happening => happening.Date,
            Position position => position.Date,
            Fact fact => fact.Valid,
            Figure figure => figure.Period,
            TimeReference time => time.Date,
            _ => DateValue.Unknown,
        };

    public static string Names(ImmutableArray<Entity> entities, string empty = "") =>
        entities.IsDefaultOrEmpty ? empty : string.Join(", ", entities.Select(Name));

    /// <summary>Those between the report and the speaker, outermost first.</summary>
    public static string Chain(Entry entry)
    {
        var speakers = entry is Statement statement ? statement.Speakers : [];
        return string.Join(
            " < ",
            entry
                .Sources.Skip(1)
                .Where(source => !source.Entities.Any(e => speakers.Any(s => s.Id == e.Id)))
                .Select(source => Names(source.Entities))
        );
    }

    public static string Days(DateValue date)
    {
        if (date.IsUnknown)
            return "";
        if (date.Start is { } start && date.End is { } end)
        {
            if (start == end)
                return Day(start);
            if (start.Day == 1 && end == new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)))
            {
                if (start.Month == end.Month && start.Year == end.Year)
                    return start.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
                if (start.Year == end.Year && start.Month == 1 && end.Month == 12)
                    return start.ToString("yyyy", CultureInfo.InvariantCulture);
            }

            return $"{Day(start)} to {Day(end)}";
        }

        return date.Start is { } from ? $"from {Day(from)}" : $"until {Day(date.End!.Value)}";
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Name(Entity entity) =>
        entity.Type == EntityType.Group && !entity.Members.IsDefaultOrEmpty
            ? string.Join(" and ", entity.Members.Select(member => member.Name))
            : entity.Name;
}
