using System.Text;
using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>How the rows of the tables become entities and names.</summary>
public sealed partial class World
{
    private static EntityType TypeOf(string kind) => kind switch
    {
        "organ" => EntityType.Organ,
        "igo" => EntityType.Igo,
        "armed-group" => EntityType.ArmedGroup,
        "ngo" => EntityType.Ngo,
        "outlet" => EntityType.Outlet,
        _ => EntityType.Other,
    };

    private static string Slug(string name)
    {
        if (!name.AsSpan().ContainsAnyExcept(PlainLetters)) return name.ToLowerInvariant().Replace(' ', '-');
        var slug = new StringBuilder();
        foreach (var c in Folding.Of(name).ToLowerInvariant())
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }

    private void AddState(string[] r)
    {
        var id = "state/" + r[0];
        Add(new(id, r[1], EntityType.State, r[0]), NameKind.State);
        Name(r[2], id, NameKind.State);
        _officialNames[r[0]] = r[2];
        if (r[3].Length > 0) _iso2[r[0]] = r[3];
        if (r[10] == "yes") _independent.Add(r[0]);
        foreach (var adjective in Split(r[8])) Name(adjective, id, NameKind.Adjective);
        foreach (var demonym in Split(r[9])) Name(demonym, id, NameKind.Demonym);
        if (r[8].Length > 0) _adjectiveOf.TryAdd(r[0], Split(r[8])[0]);
        if (r[7].Length > 0 && r[10] == "yes" | r[0] is "TWN" or "PSE" or "XKX") AddCapital(r[0], r[7]);
    }

    private void AddCapital(string state, string name)
    {
        var id = "place/" + Slug(name);
        _capitals[state] = id;
        Add(new(id, name, EntityType.Place, state), NameKind.Capital);
    }

    private void AddBody(string id, string name, EntityType type, string state, string aliases)
    {
        Add(new(id, name, type, state.Length == 0 ? null : state), NameKind.Body);
        foreach (var alias in Split(aliases)) Name(alias, id, NameKind.Body);
    }

    private void AddTenure(string[] r)
    {
        if (r[5].Length > 0 && r[5] == r[6]) return;
        var from = DayRange.Parse(r[5]);
        var seat = r[2] + "." + r[3];
        var list = _tenures.TryGetValue(seat, out var known) ? known : _tenures[seat] = [];
        foreach (var other in list)
            if (other.Person == r[0] && other.Fact.From is { } f && from is { } g && Math.Abs(f.First.DayNumber - g.First.DayNumber) < 40) return;
        var tenure = new Tenure(r[0], r[1], r[2], r[3], r[4],
            new(r[0], "holds", "office/" + seat, from, DayRange.Parse(r[6]), "full", "", r[7], Day(r[8])));
        list.Add(tenure);
        (_byPerson.TryGetValue(r[0], out var own) ? own : _byPerson[r[0]] = []).Add(tenure);
        _entities.TryAdd(r[0], new(r[0], r[1], EntityType.Person, r[2].Contains('/', StringComparison.Ordinal) ? null : r[2]));
        AddPersonName(r[1], r[0]);
    }

    private void AddPersonName(string name, string person)
    {
        // Who held several offices is entered once.
        if (!_spelled.Add(name + "|" + person)) return;
        if (name.Contains(' ', StringComparison.Ordinal)) Name(name, person, NameKind.Person);
        var words = WordKeys(name).ToList();
        _byKey.TryAdd(string.Concat(words), person);
        // Agencies without the letter write "Stoere" for "Støre".
        if (name.AsSpan().ContainsAny(Written) && Folding.Spelt(name) is var spelt) _byKey.TryAdd(Key(spelt), person);
        foreach (var word in words)
        {
            var list = _byWord.TryGetValue(word, out var known) ? known : _byWord[word] = [];
            if (!list.Contains(person)) list.Add(person);
        }
    }

    private void AddPlace(string[] r)
    {
        if (r[1].Length < 4 || _names.ContainsKey(r[1])) return;
        var id = "place/" + Slug(r[1]);
        if (_entities.ContainsKey(id)) id += "-" + r[2].ToLowerInvariant();
        Add(new(id, r[1], EntityType.Place, r[2].Length == 0 ? null : r[2]), NameKind.Place);
    }

    private void AddName(string[] r)
    {
        var (alias, id) = (r[0], r[1]);
        if (!_entities.TryGetValue(id, out var entity))
        {
            var type = id.StartsWith("person/", StringComparison.Ordinal) ? EntityType.Person : EntityType.Place;
            _entities.Add(id, entity = new(id, alias, type, null));
        }

        if (entity.Type == EntityType.Person) AddPersonName(alias, id);
        var kind = (entity.Type, r[2]) switch
        {
            (EntityType.State, "adjective") => NameKind.Adjective,
            (EntityType.State, "demonym") => NameKind.Demonym,
            (EntityType.State, _) => NameKind.State,
            (EntityType.Person, _) => NameKind.Person,
            (EntityType.Place, "place") => NameKind.Place,
            (EntityType.Place, _) => NameKind.Capital,
            _ => NameKind.Body,
        };
        if (kind is NameKind.Adjective or NameKind.Demonym && _names.TryGetValue(alias, out var held) && held.Kind == NameKind.State) return;
        if (kind is NameKind.Adjective or NameKind.Demonym && _names.TryGetValue(alias, out var other) && other.Entity != id && other.Kind is NameKind.Adjective or NameKind.Demonym) Also(alias, other.Entity);
        _names[alias] = new(id, kind);
        Index(alias);
    }

    private void Add(KnownEntity entity, NameKind kind)
    {
        _entities.TryAdd(entity.Id, entity);
        Name(entity.Name, entity.Id, kind);
    }

    private void Name(string name, string entity, NameKind kind)
    {
        if (name.Length == 0) return;
        if (_names.TryAdd(name, new(entity, kind))) Index(name);
        else if (kind is NameKind.Adjective or NameKind.Demonym && _names[name] is { Kind: NameKind.Adjective or NameKind.Demonym } held && held.Entity != entity) Also(name, entity);
        // "PTI" is a party of Pakistan and an agency of India.
        else if (kind == NameKind.Body && _names[name] is { Kind: NameKind.Body } first && first.Entity != entity) Also(name, entity);
        // "Kurdistan Workers Party": reports drop the apostrophe.
        if (kind == NameKind.Body && name.Contains("s' ", StringComparison.Ordinal) && name.Replace("s' ", "s ", StringComparison.Ordinal) is var bare && _names.TryAdd(bare, new(entity, kind))) Index(bare);
        var plain = Folding.Of(name);
        if (plain != name && _names.TryAdd(plain, new(entity, kind))) Index(plain);
    }

    private void Also(string name, string entity)
    {
        var list = _alsoNamed.TryGetValue(name, out var known) ? known : _alsoNamed[name] = [];
        if (!list.Contains(entity)) list.Add(entity);
    }

    private void Index(string name)
    {
        var end = name.AsSpan().IndexOfAnyExcept(WordLetters) is var stop and >= 0 ? stop : name.Length;
        while (end < name.Length && char.IsLetterOrDigit(name[end])) end++;
        var first = name[..end];
        _firstWords[first] = Math.Max(_firstWords.GetValueOrDefault(first), name.Length);
    }
}
