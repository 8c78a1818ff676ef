using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>What is known of states, organs, persons, organisations, places and named events, each fact with its days. Immutable.</summary>
public sealed class World
{
    private const int LongestName = 256;
    private static readonly Lazy<World> Loaded = new(static () => new World(KnowledgePack.Embedded));
    private readonly PackedTable _entities,
        _names,
        _nameWords,
        _nameKeys,
        _metonyms,
        _roles,
        _spellings,
        _genders,
        _borders,
        _stateMedia,
        _bordered,
        _groupings,
        _firstWords;
    private readonly PackedTable _states,
        _organs,
        _organWords,
        _titles,
        _leading,
        _leadingRows,
        _alsoNamed,
        _offices,
        _persons,
        _tenures;
    private readonly KnownEntity?[] _known;
    private readonly Tenure?[] _held;
    private readonly Tenure[]?[] _byOffice;
    private readonly Tenure[]?[] _byPerson;
    private readonly string[]?[] _bearers;
    private readonly IReadOnlySet<string>?[] _grouped;
    private readonly Lazy<ImmutableArray<DatedFact>> _facts;
    private readonly Lazy<ImmutableArray<NamedEvent>> _events;

    /// <summary>Opens a pack: as the build compiled it, or compiled now.</summary>
    internal World(KnowledgePack pack)
    {
        Pack = pack;
        var packed = pack.Packed ?? PackedWorld.Of(WorldCompiler.Compile(pack));
        (_entities, _names, _nameWords, _nameKeys) = (
            packed.Table(PackedPart.Entities),
            packed.Table(PackedPart.Names),
            packed.Table(PackedPart.NameWords),
            packed.Table(PackedPart.NameKeys)
        );
        (_metonyms, _roles, _spellings, _genders) = (
            packed.Table(PackedPart.Metonyms),
            packed.Table(PackedPart.Roles),
            packed.Table(PackedPart.Spellings),
            packed.Table(PackedPart.Genders)
        );
        _stateMedia = packed.Table(PackedPart.StateMedia);
        (_borders, _bordered, _groupings, _firstWords) = (
            packed.Table(PackedPart.Borders),
            packed.Table(PackedPart.Bordered),
            packed.Table(PackedPart.Groupings),
            packed.Table(PackedPart.FirstWords)
        );
        (_states, _organs, _organWords, _titles) = (
            packed.Table(PackedPart.States),
            packed.Table(PackedPart.Organs),
            packed.Table(PackedPart.OrganWords),
            packed.Table(PackedPart.Titles)
        );
        (_leading, _leadingRows, _alsoNamed) = (
            packed.Table(PackedPart.Leading),
            packed.Table(PackedPart.LeadingRows),
            packed.Table(PackedPart.AlsoNamed)
        );
        (_offices, _persons, _tenures) = (
            packed.Table(PackedPart.Offices),
            packed.Table(PackedPart.Persons),
            packed.Table(PackedPart.Tenures)
        );
        (_known, _held, _byOffice, _byPerson) = (
            new KnownEntity?[_entities.Count],
            new Tenure?[_tenures.Count],
            new Tenure[]?[_offices.Count],
            new Tenure[]?[_persons.Count]
        );
        (_bearers, _grouped) = (new string[]?[_nameWords.Count], new IReadOnlySet<string>?[_groupings.Count]);
        var (facts, events) = (packed.Table(PackedPart.Facts), packed.Table(PackedPart.Events));
        _facts = new(() =>
            [
                .. Enumerable
                    .Range(0, facts.Count)
                    .Select(i => new DatedFact(
                        facts.Text(i, 0),
                        facts.Text(i, 1),
                        facts.Text(i, 2),
                        facts.Days(i, 3),
                        facts.Days(i, 5),
                        facts.Text(i, 7),
                        facts.Text(i, 8),
                        facts.Text(i, 9),
                        DateOnly.FromDayNumber(facts[i, 10])
                    )),
            ]
        );
        _events = new(() =>
            [
                .. Enumerable
                    .Range(0, events.Count)
                    .Select(i => new NamedEvent(
                        events.Text(i, 0),
                        events.Text(i, 1),
                        [.. events.Texts(i, 2)],
                        events.Days(i, 4)!.Value,
                        events.Days(i, 6),
                        [.. events.Texts(i, 8)],
                        [.. events.Texts(i, 10)]
                    )),
            ]
        );
    }

    /// <summary>The tables behind it.</summary>
    internal KnowledgePack Pack { get; }

    /// <summary>The pack that comes with the engine.</summary>
    public static World Default => Loaded.Value;

    /// <summary>The dated facts other than offices, in the order of the tables.</summary>
    public ImmutableArray<DatedFact> Facts => _facts.Value;

    /// <summary>The named events.</summary>
    public ImmutableArray<NamedEvent> Events => _events.Value;

    /// <summary>Everything known, by id.</summary>
    public IEnumerable<KnownEntity> Entities =>
        Enumerable.Range(0, _entities.Count).Select(Known).OrderBy(static entity => entity.Id, StringComparer.Ordinal);

    /// <summary>The number of names under which something can be found.</summary>
    public int NameCount => _names.Count;

    /// <summary>All tenures, by state and office in time.</summary>
    public IEnumerable<Tenure> Tenures =>
        Enumerable
            .Range(0, _offices.Count)
            .Select(OfOffice)
            .OrderBy(static list => list[0].State, StringComparer.Ordinal)
            .ThenBy(static list => list[0].Office, StringComparer.Ordinal)
            .SelectMany(static list => list);

    /// <summary>The entity with the id, or null.</summary>
    public KnownEntity? Find(string id) => _entities.Find(id) is >= 0 and var at ? Known(at) : null;

    /// <summary>The entity that bears the name, as it is written, in another spelling of a person's, or as the last name of one person alone; or null.</summary>
    public KnownEntity? Named(string name) =>
        TryName(name, out var naming) ? Find(naming.Entity)
        : PersonByKey(Key(name)) is { } person ? Find(person)
        : !name.Contains(' ', StringComparison.Ordinal) && PersonsNamed(Key(name)) is [var only] ? Find(only)
        : null;

    /// <summary>Whether a fact holds on a day: the best answer of all rows that state it.</summary>
    public Answer AsOf(string subject, string predicate, string @object, DateOnly day)
    {
        var stated = false;
        var inside = false;
        var unknown = false;
        foreach (var fact in Facts)
        {
            if (fact.Subject != subject || fact.Predicate != predicate)
                continue;
            inside |= day <= fact.Reviewed;
            if (fact.Object != @object)
                continue;
            stated = true;
            var answer = fact.On(day);
            if (answer == Answer.Holds)
                return fact.Status == "disputed" ? Answer.Unknown : Answer.Holds;
            unknown |= answer == Answer.Unknown;
        }

        return unknown || (!stated && !inside) ? Answer.Unknown : Answer.No;
    }

    /// <summary>Who holds an office on a day, the newest first; on the day of a handover both. Empty where nobody is known.</summary>
    public ImmutableArray<Tenure> Holders(string state, string office, DateOnly day)
    {
        if (OfOffice(state, office) is not { } list)
            return [];
        var found = ImmutableArray.CreateBuilder<Tenure>();
        for (var i = list.Length - 1; i >= 0; i--)
        {
            var tenure = list[i];
            if (tenure.Fact.From is not { } from || from.First > day)
                continue;
            var end = tenure.Fact.Until?.Last;
            if (end is null || day <= end)
                found.Add(tenure);
            if (from.First < day)
                break;
        }

        return found.ToImmutable();
    }

    /// <summary>The newest holder known of an office, or null.</summary>
    public Tenure? LastHolder(string state, string office) => OfOffice(state, office)?[^1];

    /// <summary>What a person holds on a day; the newest tenure of all where the day is null.</summary>
    public Tenure? OfficeOf(string person, DateOnly? day)
    {
        Tenure? best = null;
        foreach (var tenure in Held(person))
        {
            if (day is { } d && (tenure.Fact.From is not { } from || from.First > d || tenure.Fact.Until is { } until && until.Last < d))
                continue;
            if (best is null || Order(best, tenure) < 0)
                best = tenure;
        }

        return best;
    }

    /// <summary>The adjective of a state, such as "Chinese" for <c>CHN</c>; its name where it has none.</summary>
    public string AdjectiveOf(string state) => OfState(state, 4) ?? Find("state/" + state)?.Name ?? state;

    /// <summary>Whether the code is of an independent state, by the list the pack was built from.</summary>
    public bool IsIndependent(string state) => _states.Find(state) is >= 0 and var at && _states[at, 5] != 0;

    // The tables write the typewriter's apostrophe: "People’s Republic of China" must not be passed over and end as the Republic of China.
    internal bool TryName(ReadOnlySpan<char> words, out Naming naming)
    {
        if (words.Length > LongestName || !words.Contains('’'))
            return TryWritten(words, out naming);
        Span<char> plain = stackalloc char[words.Length];
        words.Replace(plain, '’', '\'');
        return TryWritten(plain, out naming) || TryWritten(words, out naming);
    }

    internal int LongestFrom(ReadOnlySpan<char> firstWord) => _firstWords.Find(firstWord) is >= 0 and var at ? _firstWords[at, 1] : 0;

    internal string? Iso2(string state) => OfState(state, 2) is { Length: > 0 } code ? code : null;

    internal string? Iso3(string iso2) =>
        Enumerable.Range(0, _states.Count).FirstOrDefault(i => iso2.Length > 0 && _states.Text(i, 2) == iso2, -1) is >= 0 and var at
            ? _states.Text(at, 0)
            : null;

    /// <summary>The gazetteer pass over raw text: at each word the longest name of the pack that begins there. Allocates nothing.</summary>
    internal int Matches(ReadOnlySpan<char> text)
    {
        var hits = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var end = WordEnd(text, at);
            var matched = 0;
            if (LongestFrom(text[at..end]) is var longest and > 0)
            {
                for (var to = Math.Min(text.Length, at + longest); to >= end && matched == 0; to--)
                    if (
                        (to == text.Length || !char.IsLetterOrDigit(text[to]))
                        && char.IsLetterOrDigit(text[to - 1]) | text[to - 1] is '.' or '+'
                        && TryName(text[at..to], out _)
                    )
                        matched = to - at;
            }

            if (matched > 0)
                hits++;
            at = matched > 0 ? at + matched : end;
        }

        return hits;
    }

    internal KnownEntity? CapitalOf(string state) => OfState(state, 3) is { } id ? Find(id) : null;

    /// <summary>How many members an organisation had on a day, by the rows that say it held.</summary>
    internal int MembersOn(string organisation, DateOnly day)
    {
        var count = 0;
        foreach (var fact in Facts)
            if (fact.Subject == organisation && fact.Predicate == "has-member" && fact.Status == "full" && fact.On(day) == Answer.Holds)
                count++;
        return count;
    }

    /// <summary>The persons who bear a word in their name, by its spelling key.</summary>
    internal IReadOnlyList<string> PersonsNamed(string wordKey) =>
        _nameWords.Find(wordKey) is >= 0 and var at ? _bearers[at] ??= _nameWords.Texts(at, 1) : [];

    /// <summary>The person whose whole name has this key, or null.</summary>
    internal string? PersonByKey(string key) => _nameKeys.Find(key) is >= 0 and var at ? _nameKeys.Text(at, 1) : null;

    /// <summary>The spelling key of a whole name: its word keys in a row.</summary>
    internal string Key(string name) => string.Concat(WordKeys(name));

    /// <summary>The words of a name by their keys; particles and initials are left out.</summary>
    internal IEnumerable<string> WordKeys(string name) => NameKeys.Of(name, Spelling);

    internal Metonym? MetonymOf(string words) =>
        _metonyms.Find(words) is >= 0 and var at ? new(_metonyms.Text(at, 1), _metonyms[at, 2] != 0) : null;

    /// <summary>The short codes of the offices that lead a state on a day, the first of them first; empty where no row tells.</summary>
    internal string[] LeadingOffices(string state, DateOnly? day)
    {
        var list = Leading(state);
        return (
                Array.FindIndex(list, lead => lead.Military && lead.On(day)) is >= 0 and var soldiers ? list[soldiers]
                : Array.FindIndex(list, lead => !lead.Military && lead.On(day)) is >= 0 and var others ? list[others]
                : default
            ).Offices
            ?? [];
    }

    /// <summary>Whether soldiers rule a state on a day; whether they ever did where the day is unknown.</summary>
    internal bool HasJunta(string state, DateOnly? day) => Array.Exists(Leading(state), lead => lead.Military && lead.On(day));

    /// <summary>Whether a phrase for a government says that soldiers make it up.</summary>
    internal static bool IsJunta(string phrase) =>
        phrase.Contains("junta", StringComparison.OrdinalIgnoreCase) || phrase.Contains("military", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the word is for the people of a state: "Afghans".</summary>
    internal bool IsPeople(string name) => TryWritten(name, out var naming) && naming.Kind == NameKind.Demonym;

    /// <summary>The other states that an adjective or a word for people may be of as well.</summary>
    internal IReadOnlyList<string> AlsoNamed(string name) => _alsoNamed.Find(name) is >= 0 and var at ? _alsoNamed.Texts(at, 1) : [];

    internal RoleWord? Role(string word) =>
        _roles.Find(word) is >= 0 and var at ? new(_roles[at, 1] != 0, _roles.Text(at, 2), _roles.Text(at, 3)) : null;

    /// <summary>Whether an outlet is owned by its state, or by the party that rules it alone: what it says is said for the state.</summary>
    public bool IsStateRun(string outlet) => _stateMedia.Has(outlet);

    /// <summary>Whether two states, by their codes, lie beside each other on land or over a narrow sea.</summary>
    public bool AreNeighbours(string one, string other) => _borders.Has(one + "." + other);

    /// <summary>Whether the pack knows the neighbours of a state.</summary>
    internal bool HasNeighbours(string state) => _bordered.Has(state);

    /// <summary>The states that are called by a part of the world or a like word ("west african", "island"); null where no row has it.</summary>
    internal IReadOnlySet<string>? Grouping(string words) =>
        _groupings.Find(words) is >= 0 and var at ? _grouped[at] ??= _groupings.Texts(at, 1).ToHashSet(StringComparer.Ordinal) : null;

    /// <summary><c>f</c> or <c>m</c> by a whole name or a given name; <c>'\0'</c> where no row tells.</summary>
    internal char GenderOf(string name) => _genders.Find(name) is >= 0 and var at ? (char)_genders[at, 1] : '\0';

    /// <summary>Who held an office after somebody; null where it is not known.</summary>
    internal Tenure? After(Tenure tenure) =>
        tenure.Fact.From is { } from
        && OfOffice(tenure.State, tenure.Office) is { } list
        && Array.Find(list, next => next.Person != tenure.Person && next.Fact.From is { } later && later.First > from.First) is { } after
        && Before(after)?.Person == tenure.Person
            ? after
            : null;

    /// <summary>Who held an office before somebody did; null where that tenure or the one before it is not known.</summary>
    internal Tenure? Before(Tenure tenure)
    {
        if (tenure.Fact.From is not { } from || OfOffice(tenure.State, tenure.Office) is not { } list)
            return null;
        for (var i = list.Length - 1; i >= 0; i--)
            if (list[i].Person != tenure.Person && list[i].Fact.From is { } earlier && earlier.First < from.First)
                return list[i].Fact.Until is { } until && until.Last <= from.Last.AddDays(370) ? list[i] : null;
        return null;
    }

    /// <summary>Whether a state calls itself by a word in its formal name, such as "Kingdom" or "Islamic Republic".</summary>
    internal bool CallsItself(string state, string word) =>
        OfState(state, 1) is { } official && official.Contains(word, StringComparison.OrdinalIgnoreCase);

    internal string? Organ(string phrase) => _organs.Find(phrase) is >= 0 and var at ? _organs.Text(at, 1) : null;

    /// <summary>All that a person held, in no order.</summary>
    internal IReadOnlyList<Tenure> Held(string person) =>
        _persons.Find(person) is >= 0 and var at ? _byPerson[at] ??= Tenured(_persons.List(at, 1)) : [];

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
            at++;
        return at;
    }

    internal bool OpensOrgan(string word) => _organWords.Has(word);

    internal string? Title(string phrase) => _titles.Find(phrase) is >= 0 and var at ? _titles.Text(at, 1) : null;

    private bool TryWritten(ReadOnlySpan<char> words, out Naming naming)
    {
        var at = _names.Find(words);
        naming = at < 0 ? default : new(_names.Text(at, 1), (NameKind)_names[at, 2]);
        return at >= 0;
    }

    private KnownEntity Known(int at) =>
        _known[at] ??= new(_entities.Text(at, 0), _entities.Text(at, 1), (EntityType)_entities[at, 2], _entities.TextOrNull(at, 3));

    private string? OfState(string state, int column) => _states.Find(state) is >= 0 and var at ? _states.TextOrNull(at, column) : null;

    private string Spelling(string word) => _spellings.Find(word) is >= 0 and var at ? _spellings.Text(at, 1) : word;

    private LeadingOffice[] Leading(string state)
    {
        if (_leading.Find(state) is not (>= 0 and var at))
            return [];
        var list = new LeadingOffice[_leading[at, 2]];
        for (var i = 0; i < list.Length; i++)
        {
            var row = _leading[at, 1] + i;
            list[i] = new(_leadingRows.Texts(row, 0), _leadingRows[row, 2] != 0, _leadingRows.Days(row, 3), _leadingRows.Days(row, 5));
        }

        return list;
    }

    // Those of one office lie one behind another, in time.
    private Tenure[] OfOffice(int at) => _byOffice[at] ??= Tenured([.. Enumerable.Range(_offices[at, 1], _offices[at, 2])]);

    private Tenure[]? OfOffice(string state, string office) => _offices.Find(state + "." + office) is >= 0 and var at ? OfOffice(at) : null;

    private Tenure[] Tenured(ReadOnlySpan<int> rows)
    {
        var list = new Tenure[rows.Length];
        for (var i = 0; i < list.Length; i++)
            list[i] = TenureAt(rows[i]);
        return list;
    }

    private Tenure TenureAt(int at)
    {
        if (_held[at] is { } known)
            return known;
        var (person, state, office) = (_tenures.Text(at, 0), _tenures.Text(at, 2), _tenures.Text(at, 3));
        return _held[at] = new(
            person,
            _tenures.Text(at, 1),
            state,
            office,
            _tenures.Text(at, 4),
            new(
                person,
                "holds",
                "office/" + state + "." + office,
                _tenures.Days(at, 5),
                _tenures.Days(at, 7),
                "full",
                "",
                _tenures.Text(at, 9),
                DateOnly.FromDayNumber(_tenures[at, 10])
            )
        );
    }

    private static int Order(Tenure a, Tenure b) =>
        (a.Fact.From?.First ?? DateOnly.MinValue).CompareTo(b.Fact.From?.First ?? DateOnly.MinValue) is var c and not 0
            ? c
            : string.CompareOrdinal(b.Fact.Source, a.Fact.Source);
}
