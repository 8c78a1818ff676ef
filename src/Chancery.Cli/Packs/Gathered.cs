using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>What an import has found so far: rows of <c>holders-hand</c> and <c>names</c>, and what could not be taken.</summary>
internal sealed class Gathered(World world, string source, string reviewed)
{
    private const int MostFaults = 20;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The world below, by which persons and states are told.</summary>
    public World World { get; } = world;

    /// <summary>Rows of <c>holders-hand</c>.</summary>
    public List<string[]> Tenures { get; } = [];

    /// <summary>Rows of <c>names</c>.</summary>
    public List<string[]> Names { get; } = [];

    /// <summary>What was wrong, and where; the first twenty.</summary>
    public List<(string Place, string Message)> Faults { get; } = [];

    /// <summary>Takes a tenure. The id of the post, where it is one of ours, says state and office; else they are told by the words.</summary>
    public void Add(string place, string id, string name, string post, string state, string position, string from, string until)
    {
        var isOurs = post.StartsWith("office/", StringComparison.Ordinal) && post.LastIndexOf('.') > 8;
        var (home, office) = isOurs
            ? (post[7..post.LastIndexOf('.')], post[(post.LastIndexOf('.') + 1)..])
            : (StateOf(state), OfficeOf(position));
        if (name.Length == 0 || home is null || office.Length == 0)
        {
            Refuse(
                place,
                name.Length == 0 ? "a person without a name."
                    : home is not null ? "no position is given."
                    : state.Length == 0 ? "no country is given."
                    : $"'{state}' is no state. Write its ISO code."
            );
            return;
        }

        string[] row =
        [
            PersonOf(id, name),
            name,
            home,
            office,
            isOurs ? position : position.ToLowerInvariant(),
            Day(from),
            Day(until),
            source,
            reviewed,
        ];
        if (PackRows.Fault(PackFolder.HeadingOf("holders-hand"), row) is var (message, mend) && message.Length > 0)
            Refuse(place, $"{message} {mend}");
        else if (_seen.Add(string.Join('|', row[0], home, office, row[5])))
            Tenures.Add(row);
    }

    /// <summary>Takes another name of a person of whom a tenure was taken.</summary>
    public void Name(string alias, string name) => Names.Add([alias, PersonOf("", name), "name", source]);

    /// <summary>Says that something could not be taken.</summary>
    public void Refuse(string place, string message)
    {
        if (Faults.Count < MostFaults)
            Faults.Add((place, message));
    }

    // A person whom the pack knows by that name is that person.
    private string PersonOf(string id, string name) =>
        id.StartsWith("person/", StringComparison.Ordinal) && id.Length > 7
            ? id
            : World.PersonByKey(World.Key(name)) ?? "person/" + PetrarchActors.Slug(name);

    private string? StateOf(string code) =>
        code.Contains('/', StringComparison.Ordinal) ? World.Find(code)?.Id
        : code.Length == 2 && World.Iso3(code.ToUpperInvariant()) is { } iso3 ? iso3
        : World.Find("state/" + code.ToUpperInvariant())?.State
            ?? (World.Named(code) is { Type: EntityType.State } named ? named.State : null);

    private string OfficeOf(string position)
    {
        var title = position.ToLowerInvariant();
        var of = title.IndexOf(" of ", StringComparison.Ordinal);
        return World.Title(title) ?? (of > 0 ? World.Title(title[..of]) : null) ?? PetrarchActors.Slug(title);
    }

    // Query services write a day with the hour behind it.
    private static string Day(string text) => text.Split('T')[0];
}
