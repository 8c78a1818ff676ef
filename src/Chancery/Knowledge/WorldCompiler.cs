using System.Buffers;
using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>
/// Makes a compiled pack from the rows of the tables: which names lead where, who held what, and all that is looked up while a text is read. The
/// build does it once for the pack of the engine; a pack with an overlay is compiled when it is opened. Same rows, same numbers.
/// </summary>
internal sealed class WorldCompiler
{
    private static readonly DateOnly NoReview = DateOnly.MinValue;
    private static readonly SearchValues<char> Written = SearchValues.Create("øöüäåØÖÜÄÅ");
    private static readonly SearchValues<char> WordLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );
    private readonly Dictionary<string, (string Name, EntityType Type, string? State)> _entities = new(10_000);
    private readonly Dictionary<string, Naming> _names = new(14_000);
    private readonly Dictionary<string, List<string>> _byWord = new(4_000);
    private readonly Dictionary<string, string> _byKey = new(4_000);
    private readonly Dictionary<string, string> _spellings = [];
    private readonly HashSet<string> _spelled = new(3_000);
    private readonly Dictionary<string, int> _firstWords = new(9_000);
    private readonly Dictionary<string, List<int>> _tenures = [];
    private readonly Dictionary<string, List<int>> _byPerson = new(2_500);
    private readonly List<(string[] Row, DayRange? From)> _tenure = [];
    private readonly Dictionary<string, (string[] Row, string? Capital)> _states = [];
    private readonly Dictionary<string, List<string>> _alsoNamed = [];
    private readonly KnowledgePack _pack;
    private readonly PackedWriter _writer = new();

    private WorldCompiler(KnowledgePack pack)
    {
        _pack = pack;
        foreach (var r in pack.Rows("name-spellings"))
            _spellings.TryAdd(r[0], r[1]);
        // An adjective that a state shares with its territories ("Dutch") is the state's first.
        string[][] states = [.. pack.Rows("states")];
        foreach (var r in states)
            if (r[10] == "yes")
                AddState(r);
        foreach (var r in states)
            if (r[10] != "yes")
                AddState(r);
        foreach (var r in pack.Rows("bodies"))
            AddBody(r[0], r[1], TypeOf(r[2]), r[3], r[4]);
        foreach (var r in pack.Rows("outlets"))
            AddBody(r[0], r[1], EntityType.Outlet, r[2], r[4]);

        foreach (var r in pack.Rows("holders-hand"))
            AddTenure(r);
        foreach (var r in pack.Rows("holders"))
            AddTenure(r);
        foreach (var r in pack.Rows("holder-names"))
            AddPersonName(r[0], r[1]);
        foreach (var list in _tenures.Values)
            list.Sort(Order);
        // Of towns of one name the first row bears it, which is the largest.
        foreach (var r in pack.Rows("regions-hand"))
            AddPlace(r);
        foreach (var r in pack.Rows("places"))
            AddPlace(r);
        foreach (var r in pack.Rows("regions"))
            AddPlace(r);
        foreach (var r in pack.Rows("names"))
            AddName(r);
        foreach (var r in pack.Rows("events"))
            _entities.TryAdd(r[0], (r[1], EntityType.Event, null));
    }

    /// <summary>The compiled pack.</summary>
    public static int[] Compile(KnowledgePack pack) => new WorldCompiler(pack).Laid();

    private static EntityType TypeOf(string kind) =>
        kind switch
        {
            "organ" => EntityType.Organ,
            "igo" => EntityType.Igo,
            "armed-group" => EntityType.ArmedGroup,
            "ngo" => EntityType.Ngo,
            "outlet" => EntityType.Outlet,
            _ => EntityType.Other,
        };

    private void AddState(string[] r)
    {
        var id = "state/" + r[0];
        Add(id, r[1], EntityType.State, r[0], NameKind.State);
        Name(r[2], id, NameKind.State);
        foreach (var adjective in Split(r[8]))
            Name(adjective, id, NameKind.Adjective);
        foreach (var demonym in Split(r[9]))
            Name(demonym, id, NameKind.Demonym);
        var capital = r[7].Length > 0 && r[10] == "yes" | r[0] is "TWN" or "PSE" or "XKX" ? "place/" + Slugs.Of(r[7]) : null;
        _states[r[0]] = (r, capital);
        if (capital is not null)
            Add(capital, r[7], EntityType.Place, r[0], NameKind.Capital);
    }

    private void AddBody(string id, string name, EntityType type, string state, string aliases)
    {
        Add(id, name, type, state.Length == 0 ? null : state, NameKind.Body);
        foreach (var alias in Split(aliases))
            Name(alias, id, NameKind.Body);
    }

    private void AddTenure(string[] r)
    {
        if (r[5].Length > 0 && r[5] == r[6])
            return;
        var from = DayRange.Parse(r[5]);
        var seat = r[2] + "." + r[3];
        var list = _tenures.TryGetValue(seat, out var known) ? known : _tenures[seat] = [];
        foreach (var other in list)
            if (
                _tenure[other] is var (row, begun)
                && row[0] == r[0]
                && begun is { } f
                && from is { } g
                && Math.Abs(f.First.DayNumber - g.First.DayNumber) < 40
            )
                return;
        list.Add(_tenure.Count);
        (_byPerson.TryGetValue(r[0], out var own) ? own : _byPerson[r[0]] = []).Add(_tenure.Count);
        _tenure.Add((r, from));
        _entities.TryAdd(r[0], (r[1], EntityType.Person, r[2].Contains('/', StringComparison.Ordinal) ? null : r[2]));
        AddPersonName(r[1], r[0]);
    }

    private void AddPersonName(string name, string person)
    {
        // Who held several offices is entered once.
        if (!_spelled.Add(name + "|" + person))
            return;
        if (name.Contains(' ', StringComparison.Ordinal))
            Name(name, person, NameKind.Person);
        var words = Keys(name).ToList();
        _byKey.TryAdd(string.Concat(words), person);
        // Agencies without the letter write "Stoere" for "Støre".
        if (name.AsSpan().ContainsAny(Written) && Folding.Spelt(name) is var spelt)
            _byKey.TryAdd(string.Concat(Keys(spelt)), person);
        foreach (var word in words)
        {
            var list = _byWord.TryGetValue(word, out var known) ? known : _byWord[word] = [];
            if (!list.Contains(person))
                list.Add(person);
        }
    }

    private void AddPlace(string[] r)
    {
        if (r[1].Length < 4 || _names.ContainsKey(r[1]))
            return;
        var id = "place/" + Slugs.Of(r[1]);
        if (_entities.ContainsKey(id))
            id += "-" + r[2].ToLowerInvariant();
        Add(id, r[1], EntityType.Place, r[2].Length == 0 ? null : r[2], NameKind.Place);
    }

    private void AddName(string[] r)
    {
        var (alias, id) = (r[0], r[1]);
        if (!_entities.TryGetValue(id, out var entity))
        {
            var type = id.StartsWith("person/", StringComparison.Ordinal) ? EntityType.Person : EntityType.Place;
            _entities.Add(id, entity = (alias, type, null));
        }

        if (entity.Type == EntityType.Person)
            AddPersonName(alias, id);
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
        if (kind is NameKind.Adjective or NameKind.Demonym && _names.TryGetValue(alias, out var held) && held.Kind == NameKind.State)
            return;
        if (
            kind is NameKind.Adjective or NameKind.Demonym
            && _names.TryGetValue(alias, out var other)
            && other.Entity != id
            && other.Kind is NameKind.Adjective or NameKind.Demonym
        )
            Also(alias, other.Entity);
        _names[alias] = new(id, kind);
        Index(alias);
    }

    private void Add(string id, string name, EntityType type, string? state, NameKind kind)
    {
        _entities.TryAdd(id, (name, type, state));
        Name(name, id, kind);
    }

    private void Name(string name, string entity, NameKind kind)
    {
        if (name.Length == 0)
            return;
        if (_names.TryAdd(name, new(entity, kind)))
            Index(name);
        else if (
            kind is NameKind.Adjective or NameKind.Demonym
            && _names[name] is { Kind: NameKind.Adjective or NameKind.Demonym } held
            && held.Entity != entity
        )
            Also(name, entity);
        // "PTI" is a party of Pakistan and an agency of India.
        else if (kind == NameKind.Body && _names[name] is { Kind: NameKind.Body } first && first.Entity != entity)
            Also(name, entity);
        // "Kurdistan Workers Party": reports drop the apostrophe.
        if (
            kind == NameKind.Body
            && name.Contains("s' ", StringComparison.Ordinal)
            && name.Replace("s' ", "s ", StringComparison.Ordinal) is var bare
            && _names.TryAdd(bare, new(entity, kind))
        )
            Index(bare);
        var plain = Folding.Of(name);
        if (plain != name && _names.TryAdd(plain, new(entity, kind)))
            Index(plain);
    }

    private void Also(string name, string entity)
    {
        var list = _alsoNamed.TryGetValue(name, out var known) ? known : _alsoNamed[name] = [];
        if (!list.Contains(entity))
            list.Add(entity);
    }

    private void Index(string name)
    {
        var end = name.AsSpan().IndexOfAnyExcept(WordLetters) is var stop and >= 0 ? stop : name.Length;
        while (end < name.Length && char.IsLetterOrDigit(name[end]))
            end++;
        var first = name[..end];
        _firstWords[first] = Math.Max(_firstWords.GetValueOrDefault(first), name.Length);
    }

    private IEnumerable<string> Keys(string name) => NameKeys.Of(name, word => _spellings.GetValueOrDefault(word, word));

    private int Order(int a, int b) =>
        (_tenure[a].From?.First ?? NoReview).CompareTo(_tenure[b].From?.First ?? NoReview) is var c and not 0
            ? c
            : string.CompareOrdinal(_tenure[b].Row[7], _tenure[a].Row[7]);

    private int[] Laid()
    {
        _writer.Table(
            PackedPart.Entities,
            4,
            _entities.Select(e => (int[])[T(e.Key), T(e.Value.Name), (int)e.Value.Type, T(e.Value.State)])
        );
        _writer.Table(PackedPart.Names, 3, _names.Select(n => (int[])[T(n.Key), T(n.Value.Entity), (int)n.Value.Kind]));
        _writer.Table(PackedPart.NameWords, 3, _byWord.Select(w => Listed(w.Key, w.Value)));
        _writer.Table(PackedPart.NameKeys, 2, _byKey.Select(k => (int[])[T(k.Key), T(k.Value)]));
        _writer.Table(PackedPart.FirstWords, 2, _firstWords.Select(w => (int[])[T(w.Key), w.Value]));
        _writer.Table(PackedPart.AlsoNamed, 3, _alsoNamed.Select(n => Listed(n.Key, n.Value)));
        _writer.Table(
            PackedPart.States,
            6,
            _states.Select(s =>
                (int[])
                    [
                        T(s.Key),
                        T(s.Value.Row[2]),
                        T(s.Value.Row[3]),
                        T(s.Value.Capital),
                        T(s.Value.Row[8].Length > 0 ? Split(s.Value.Row[8])[0] : null),
                        s.Value.Row[10] == "yes" ? 1 : 0,
                    ]
            )
        );
        Offices();
        Words();
        _writer.Rows(
            PackedPart.Facts,
            11,
            _pack
                .Rows("facts")
                .Where(static r => (r[3].Length == 0 || r[3] != r[4]) && r[5] != KnowledgePack.Retracted)
                .Select(r =>
                    (int[])
                        [
                            T(r[0]),
                            T(r[1]),
                            T(r[2]),
                            .. Days(DayRange.Parse(r[3])),
                            .. Days(DayRange.Parse(r[4])),
                            T(r[5]),
                            T(r[6]),
                            T(r[7]),
                            Day(r[8]),
                        ]
                )
        );
        _writer.Rows(
            PackedPart.Events,
            12,
            _pack
                .Rows("events")
                .Select(r =>
                    (int[])
                        [
                            T(r[0]),
                            T(r[1]),
                            .. L(Split(r[2])),
                            .. Days(DayRange.Parse(r[3])!.Value),
                            .. Days(DayRange.Parse(r[4])),
                            .. L(Split(r[5])),
                            .. L(Split(r[6])),
                        ]
                )
        );
        return _writer.Whole(Convert.FromHexString(_pack.Hash));
    }

    private void Offices()
    {
        int[] order = [.. _tenures.Values.SelectMany(static list => list)];
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            place[order[i]] = i;
        _writer.Rows(
            PackedPart.Tenures,
            11,
            order.Select(i =>
                _tenure[i].Row is var r
                    ? (int[])
                        [
                            T(r[0]),
                            T(r[1]),
                            T(r[2]),
                            T(r[3]),
                            T(r[4]),
                            .. Days(_tenure[i].From),
                            .. Days(DayRange.Parse(r[6])),
                            T(r[7]),
                            Day(r[8]),
                        ]
                    : []
            )
        );
        var start = 0;
        _writer.Table(
            PackedPart.Offices,
            3,
            _tenures.Select(seat => (int[])[T(seat.Key), (start += seat.Value.Count) - seat.Value.Count, seat.Value.Count])
        );
        _writer.Table(
            PackedPart.Persons,
            3,
            _byPerson.Select(p => _writer.List(p.Value.Select(i => place[i])) is var (at, length) ? (int[])[T(p.Key), at, length] : [])
        );
    }

    private void Words()
    {
        _writer.Table(PackedPart.Spellings, 2, _spellings.Select(s => (int[])[T(s.Key), T(s.Value)]));
        _writer.Table(PackedPart.Metonyms, 3, First("metonyms").Select(r => (int[])[T(r[0]), T(r[1]), r[2] == "actor" ? 1 : 0]));
        _writer.Table(PackedPart.Roles, 4, First("roles").Select(r => (int[])[T(r[0]), r[1] == "many" ? 1 : 0, T(r[2]), T(r[3])]));
        _writer.Table(PackedPart.Titles, 2, First("titles").Select(r => (int[])[T(r[0]), T(r[1])]));
        _writer.Table(PackedPart.Genders, 2, First("given-names").Select(r => (int[])[T(r[0]), r[1][0]]));
        _writer.Table(
            PackedPart.Groupings,
            3,
            First("groupings-hand")
                .Concat(First("groupings"))
                .DistinctBy(static r => r[0], StringComparer.Ordinal)
                .Select(r => Listed(r[0], Split(r[1])))
        );
        string[][] borders = [.. _pack.Rows("borders")];
        // "state of China", "Communist Party of Cuba": what such a medium says is said for its state.
        _writer.Table(
            PackedPart.StateMedia,
            1,
            _pack
                .Rows("outlets")
                .Where(static r =>
                    r[3].StartsWith("state of ", StringComparison.Ordinal)
                    || r[3].StartsWith("Communist Party of ", StringComparison.Ordinal)
                )
                .Select(r => (int[])[T(r[0])])
        );
        _writer.Table(
            PackedPart.Borders,
            1,
            borders
                .SelectMany(static r => new[] { r[0] + "." + r[1], r[1] + "." + r[0] })
                .Distinct(StringComparer.Ordinal)
                .Select(both => (int[])[T(both)])
        );
        _writer.Table(
            PackedPart.Bordered,
            1,
            borders.SelectMany(static r => new[] { r[0], r[1] }).Distinct(StringComparer.Ordinal).Select(one => (int[])[T(one)])
        );

        var organs = _pack
            .Rows("organ-patterns")
            .SelectMany(static r => Split(r[2]).Select(phrase => (Phrase: phrase, Organ: r[0] + "|" + r[1])))
            .ToList();
        _writer.Table(
            PackedPart.Organs,
            2,
            organs.DistinctBy(static o => o.Phrase, StringComparer.Ordinal).Select(o => (int[])[T(o.Phrase), T(o.Organ)])
        );
        _writer.Table(
            PackedPart.OrganWords,
            1,
            organs.Select(static o => o.Phrase.Split(' ', '-', '\'')[0]).Distinct(StringComparer.Ordinal).Select(word => (int[])[T(word)])
        );

        var rules = _pack.Rows("leading-offices").GroupBy(static r => r[0], StringComparer.Ordinal).ToList();
        var start = 0;
        _writer.Rows(
            PackedPart.LeadingRows,
            7,
            rules
                .SelectMany(static state => state)
                .Select(r =>
                    (int[])[.. L(r[1].Split(';')), r[2] == "military" ? 1 : 0, .. Days(DayRange.Parse(r[3])), .. Days(DayRange.Parse(r[4]))]
                )
        );
        _writer.Table(
            PackedPart.Leading,
            3,
            rules.Select(state => (int[])[T(state.Key), (start += state.Count()) - state.Count(), state.Count()])
        );
    }

    // Of rows that begin alike the first counts.
    private IEnumerable<string[]> First(string table) => _pack.Rows(table).DistinctBy(static r => r[0], StringComparer.Ordinal);

    private int T(string? text) => _writer.Text(text);

    private int[] L(IEnumerable<string> texts) => _writer.List(texts) is var (start, length) ? [start, length] : [];

    private int[] Listed(string key, IEnumerable<string> texts) => [T(key), .. L(texts)];

    private static int[] Days(DayRange? days) => days is { } d ? [d.First.DayNumber, d.Last.DayNumber] : [-1, -1];

    private static int Day(string text) => (DayRange.Parse(text)?.First ?? NoReview).DayNumber;

    private static ImmutableArray<string> Split(string text) => text.Length == 0 ? [] : [.. text.Split(';')];
}
