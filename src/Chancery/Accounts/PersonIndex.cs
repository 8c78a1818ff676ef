using System.Collections.Frozen;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Who is meant by a surname that one document leaves unknown, where the documents together know exactly one person of that surname; and the state of
/// somebody unknown, where the words before the name give it ("Saudi Foreign Minister Prince Faisal").
/// </summary>
internal sealed class PersonIndex
{
    private const string Unknown = "unknown/";
    private const int Shortest = 3;

    private static readonly FrozenSet<string> Titles = EmbeddedTable
        .Rows("codebook/accounts/titles.csv")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity?> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _states = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>Gathers the persons whom the documents know.</summary>
    public PersonIndex(IEnumerable<Telling> tellings)
    {
        foreach (
            var (telling, entity) in tellings.SelectMany(telling =>
                telling.Cast.Mentions.SelectMany(mention => mention.Entities).Select(entity => (telling, entity))
            )
        )
        {
            if (entity.Type != EntityType.Person)
                continue;
            if (entity.Id.StartsWith(Unknown, StringComparison.Ordinal))
            {
                _unknown.Add(entity.Id);
                // Whose somebody is may be told once, in one of the texts.
                if (
                    (entity.State ?? (entity.Span is { } span && !IsOfficeAlone(telling, span) ? StateOf(telling, span) : null)) is
                    { } state
                )
                    _states[entity.Id] = !_states.TryGetValue(entity.Id, out var told) || told == state ? state : null;
            }
            else
            {
                // Any part of a name may be what a person goes by: "Lula", "Prince Faisal". A part that two persons share is nobody's.
                foreach (
                    var part in entity
                        .Name.Split(' ')
                        .Select(Surname)
                        .Where(part => part.Length >= Shortest)
                        .Distinct(StringComparer.Ordinal)
                )
                    _bySurname[part] = !_bySurname.TryGetValue(part, out var held) || held?.Id == entity.Id ? entity : null;
            }
        }
    }

    /// <summary>The entity itself, or the one known person of its surname, or itself with the state that its own phrase gives.</summary>
    public Entity Known(Telling telling, Entity entity)
    {
        if (!entity.Id.StartsWith(Unknown, StringComparison.Ordinal))
            return entity;
        // "The Prime Minister", in a side's own account, where no state is told: its own. An office alone is nobody's surname.
        if (entity.Span is { } office && IsOfficeAlone(telling, office))
            return
                (
                    entity.State
                    ?? StateOf(telling, office)
                    ?? (AccountOwner.IsParty(telling.Head) ? AccountOwner.Of(telling.Head)?.State : null)
                )
                    is { } held
                ? entity with
                {
                    State = held,
                }
                : entity;
        if (Styled(entity.Name) is { } person)
            return entity with { Id = person.Id, Name = person.Name, Type = person.Type, State = person.State };
        if (_bySurname.GetValueOrDefault(Surname(entity.Name)) is { } known)
            return known;
        var longer = _unknown
            .Where(id =>
                id.StartsWith(entity.Id + "-", StringComparison.Ordinal)
                || (id.Length > entity.Id.Length && id.EndsWith("-" + entity.Id[Unknown.Length..], StringComparison.Ordinal))
            )
            .ToList();
        // "Gordon Kricke" and "Jan-Christian Gordon Kricke" are one, the longest.
        if (
            longer.Count > 1
            && longer.OrderByDescending(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).First() is var longest
            && longer.TrueForAll(id => longest.EndsWith("-" + id[Unknown.Length..], StringComparison.Ordinal) || id == longest)
        )
            longer = [longest];
        if (longer.Count == 1)
            entity = entity with { Id = longer[0], Type = EntityType.Person };
        return
            entity.State is null
            && ((entity.Span is { } span ? StateOf(telling, span) : null) ?? _states.GetValueOrDefault(entity.Id)) is { } state
            ? entity with
            {
                State = state,
                Type = EntityType.Person,
            }
            : entity;
    }

    // "Crown Prince Mohammed bin Salman", "Gustavo Petro Urrego": a style before, or a family name behind, a name that the pack knows whole.
    private static KnownEntity? Styled(string name)
    {
        for (var at = name.IndexOf(' ', StringComparison.Ordinal); at > 0 && name.IndexOf(' ', at + 1) > 0; at = name.IndexOf(' ', at + 1))
            if (World.Default.Named(name[(at + 1)..]) is { Type: EntityType.Person } known)
                return known;
        for (var at = name.LastIndexOf(' '); at > 0 && name.LastIndexOf(' ', at - 1) > 0; at = name.LastIndexOf(' ', at - 1))
            if (World.Default.Named(name[..at]) is { Type: EntityType.Person } known)
                return known;
        return null;
    }

    /// <summary>Whether a document names a person by any part of the name.</summary>
    public bool IsNamed(Telling telling, Entity person)
    {
        if (person.Id.StartsWith(Unknown, StringComparison.Ordinal))
            return true;
        if (!_named.TryGetValue(telling.Id, out var words))
        {
            words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var token in telling.Text.Tokens)
                if (token.Tag == UniversalTag.PROPN)
                    words.Add(Surname(token.Span.In(telling.Words).ToString()));
            _named[telling.Id] = words;
        }

        foreach (var part in person.Name.Split(' '))
            if (Surname(part) is { Length: >= Shortest } known && words.Contains(known))
                return true;
        return false;
    }

    /// <summary>Whether the words name an office and no one who holds it: "the President of the Republic".</summary>
    public static bool IsOfficeAlone(Telling telling, Span words)
    {
        var office = false;
        // "Prime Minister Netanyahu": the name stands behind.
        if (
            telling.Text.TokenAt(words.End + 1) is var next and >= 0
            && telling.Text.Tokens[next] is { Tag: UniversalTag.PROPN } name
            && name.Span.Start <= words.End + 1
        )
            return false;
        for (
            var i = telling.Text.TokenAt(words.Start);
            i >= 0 && i < telling.Text.Tokens.Length && telling.Text.Tokens[i].Span.Start < words.End;
            i++
        )
        {
            if (telling.Text.Tokens[i].Tag is not (UniversalTag.PROPN or UniversalTag.NOUN))
                continue;
            var word = telling.Text.Form(i).ToString().ToLowerInvariant();
            var isRole = World.Default.Role(word) is { Many: false, Kind: "person" };
            // "The top U.S. diplomat": whose office it is names nobody.
            if (!isRole && !Titles.Contains(word) && World.Default.Named(telling.Text.Form(i).ToString()) is not { Type: EntityType.State })
                return false;
            office |= isRole;
        }

        return office;
    }

    private static string? StateOf(Telling telling, Span name)
    {
        for (var i = 0; i < telling.Text.Tokens.Length; i++)
        {
            if (!name.Contains(telling.Text.Tokens[i].Span) || telling.Text.Tokens[i].Tag != UniversalTag.PROPN)
                continue;
            var at =
                telling.Text.Tokens[i].Head is var head and >= 0
                && telling.Text.Tokens[i].Relation is Relation.Flat or Relation.Compound or Relation.Appos
                    ? head
                    : i;
            foreach (var dependent in telling.Text.Dependents(at))
                if (
                    telling.Text.Tokens[dependent].Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.Nmod
                    && telling.Cast.Covering(dependent)?.Entities.FirstOrDefault(entity => entity.State is not null) is { } owner
                )
                    return owner.State;
            return null;
        }

        return null;
    }

    // The last word without its marks and its article: "Erdoğan" and "Erdogan", "el-Sisi" and "Sisi" are one.
    private static string Surname(string name)
    {
        // "Joseph R. Biden, Jr."
        while (
            name.LastIndexOf(' ') is var space and > 0 && name[(space + 1)..].TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "jr" or "sr"
        )
            name = name[..space].TrimEnd(',', ' ');
        var last = Folding.Of(name[(name.LastIndexOf(' ') + 1)..]).ToLowerInvariant();
        foreach (var article in (ReadOnlySpan<string>)["el-", "al-", "as-", "an-", "ar-"])
            if (last.StartsWith(article, StringComparison.Ordinal) && last.Length > article.Length)
                return last[article.Length..];
        return last;
    }
}
