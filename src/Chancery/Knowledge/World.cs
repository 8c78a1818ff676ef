using System.Buffers;
using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>What is known of states, organs, persons, organisations, places and named events, each fact with its days. Immutable.</summary>
public sealed partial class World
{
    private const int LongestName = 256;
    private static readonly Lazy<World> Loaded = new(() => new World(KnowledgePack.Embedded));
    private static readonly DateOnly NoReview = DateOnly.MinValue;
    private static readonly SearchValues<char> Written = SearchValues.Create("øöüäåØÖÜÄÅ");
    private static readonly string[] Endings = ["skyy", "skiy", "skii", "ski", "skij"];
    private static readonly SearchValues<char> WordLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly char[] BetweenWords = [' ', '-', '.', '\'', ',', '’'];
    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ");
    private readonly Dictionary<string, KnownEntity> _entities = new(10_000);
    private readonly Dictionary<string, Naming> _names = new(14_000);
    private readonly Dictionary<string, List<string>> _byWord = new(4_000);
    private readonly Dictionary<string, string> _byKey = new(4_000);
    private readonly Dictionary<string, Metonym> _metonyms = [];
    private readonly Dictionary<string, RoleWord> _roles = [];
    private readonly Dictionary<string, string> _spellings = [];
    private readonly Dictionary<string, char> _genders = new(2_000);
    private readonly HashSet<string> _spelled = new(3_000);
    private readonly HashSet<string> _borders = [];
    private readonly HashSet<string> _bordered = [];
    private readonly Dictionary<string, HashSet<string>> _groupings = [];
    private readonly Dictionary<string, string> _officialNames = [];
    private readonly Dictionary<string, int> _firstWords = new(9_000);
    private readonly Dictionary<string, List<Tenure>> _tenures = [];
    private readonly Dictionary<string, List<Tenure>> _byPerson = new(2_500);
    private readonly HashSet<string> _independent = [];
    private readonly Dictionary<string, string> _capitals = [];
    private readonly Dictionary<string, string> _iso2 = [];
    private readonly Dictionary<string, string> _organs = [];
    private readonly HashSet<string> _organWords = [];
    private readonly Dictionary<string, string> _titles = [];
    private readonly Dictionary<string, List<LeadingOffice>> _leading = [];
    private readonly Dictionary<string, List<string>> _alsoNamed = [];
    private readonly Dictionary<string, string> _adjectiveOf = [];

    /// <summary>Makes the index of a pack.</summary>
    internal World(KnowledgePack pack)
    {
        Pack = pack;
        foreach (var r in pack.Rows("name-spellings")) _spellings.TryAdd(r[0], r[1]);
        // An adjective that a state shares with its territories ("Dutch") is the state's first.
        string[][] states = [.. pack.Rows("states")];
        foreach (var r in states)
            if (r[10] == "yes") AddState(r);
        foreach (var r in states)
            if (r[10] != "yes") AddState(r);
        foreach (var r in pack.Rows("bodies")) AddBody(r[0], r[1], TypeOf(r[2]), r[3], r[4]);
        foreach (var r in pack.Rows("outlets")) AddBody(r[0], r[1], EntityType.Outlet, r[2], r[4]);

        foreach (var r in pack.Rows("holders-hand")) AddTenure(r);
        foreach (var r in pack.Rows("holders")) AddTenure(r);
        foreach (var r in pack.Rows("holder-names")) AddPersonName(r[0], r[1]);
        foreach (var list in _tenures.Values) list.Sort(static (a, b) => Order(a, b));
        // Of towns of one name the first row bears it, which is the largest.
        foreach (var r in pack.Rows("regions-hand")) AddPlace(r);
        foreach (var r in pack.Rows("places")) AddPlace(r);
        foreach (var r in pack.Rows("regions")) AddPlace(r);
        foreach (var r in pack.Rows("names")) AddName(r);
        foreach (var r in pack.Rows("organ-patterns"))
            foreach (var phrase in Split(r[2]))
            {
                _organs.TryAdd(phrase, r[0] + "|" + r[1]);
                _organWords.Add(phrase.Split(' ', '-', '\'')[0]);
            }

        foreach (var r in pack.Rows("titles")) _titles.TryAdd(r[0], r[1]);
        foreach (var r in pack.Rows("leading-offices"))
        {
            var list = _leading.TryGetValue(r[0], out var known) ? known : _leading[r[0]] = [];
            list.Add(new(r[1].Split(';'), r[2] == "military", DayRange.Parse(r[3]), DayRange.Parse(r[4])));
        }

        foreach (var r in pack.Rows("metonyms")) _metonyms.TryAdd(r[0], new(r[1], r[2] == "actor"));
        foreach (var r in pack.Rows("roles")) _roles.TryAdd(r[0], new(r[1] == "many", r[2], r[3]));
        foreach (var r in pack.Rows("given-names")) _genders.TryAdd(r[0], r[1][0]);
        foreach (var r in pack.Rows("borders"))
        {
            _borders.Add(r[0] + "." + r[1]);
            _borders.Add(r[1] + "." + r[0]);
            _bordered.Add(r[0]);
            _bordered.Add(r[1]);
        }

        foreach (var r in pack.Rows("groupings-hand")) _groupings.TryAdd(r[0], [.. Split(r[1])]);
        foreach (var r in pack.Rows("groupings")) _groupings.TryAdd(r[0], [.. Split(r[1])]);
        Facts = [.. pack.Rows("facts").Where(static r => r[3].Length == 0 || r[3] != r[4]).Select(static r =>
            new DatedFact(r[0], r[1], r[2], DayRange.Parse(r[3]), DayRange.Parse(r[4]), r[5], r[6], r[7], Day(r[8])))];
        Events = [.. pack.Rows("events").Select(static r =>
            new NamedEvent(r[0], r[1], Split(r[2]), DayRange.Parse(r[3])!.Value, DayRange.Parse(r[4]), Split(r[5]), Split(r[6])))];
        foreach (var happening in Events) _entities.TryAdd(happening.Id, new(happening.Id, happening.Name, EntityType.Event, null));
    }

    /// <summary>The tables behind it.</summary>
    internal KnowledgePack Pack { get; }

    /// <summary>The pack that comes with the engine.</summary>
    public static World Default => Loaded.Value;

    /// <summary>The dated facts other than offices, in the order of the tables.</summary>
    public ImmutableArray<DatedFact> Facts { get; }

    /// <summary>The named events.</summary>
    public ImmutableArray<NamedEvent> Events { get; }

    /// <summary>Everything known, by id.</summary>
    public IEnumerable<KnownEntity> Entities => _entities.Values.OrderBy(static entity => entity.Id, StringComparer.Ordinal);

    /// <summary>The number of names under which something can be found.</summary>
    public int NameCount => _names.Count;

    /// <summary>All tenures, by state and office in time.</summary>
    public IEnumerable<Tenure> Tenures
        => _tenures.Values.OrderBy(static list => list[0].State, StringComparer.Ordinal).ThenBy(static list => list[0].Office, StringComparer.Ordinal).SelectMany(static list => list);

    /// <summary>The entity with the id, or null.</summary>
    public KnownEntity? Find(string id) => _entities.GetValueOrDefault(id);

    /// <summary>The entity that bears the name, as it is written, in another spelling of a person's, or as the last name of one person alone; or null.</summary>
    public KnownEntity? Named(string name)
        => TryName(name, out var naming) ? Find(naming.Entity)
            : _byKey.TryGetValue(Key(name), out var person) ? Find(person) : !name.Contains(' ', StringComparison.Ordinal) && PersonsNamed(Key(name)) is [var only] ? Find(only) : null;

    /// <summary>Whether a fact holds on a day: the best answer of all rows that state it.</summary>
    public Answer AsOf(string subject, string predicate, string @object, DateOnly day)
    {
        var stated = false;
        var inside = false;
        var unknown = false;
        foreach (var fact in Facts)
        {
            if (fact.Subject != subject || fact.Predicate != predicate) continue;
            inside |= day <= fact.Reviewed;
            if (fact.Object != @object) continue;
            stated = true;
            var answer = fact.On(day);
            if (answer == Answer.Holds) return fact.Status == "disputed" ? Answer.Unknown : Answer.Holds;
            unknown |= answer == Answer.Unknown;
        }

        return unknown || (!stated && !inside) ? Answer.Unknown : Answer.No;
    }

    /// <summary>Who holds an office on a day, the newest first; on the day of a handover both. Empty where nobody is known.</summary>
    public ImmutableArray<Tenure> Holders(string state, string office, DateOnly day)
    {
        if (!_tenures.TryGetValue(state + "." + office, out var list)) return [];
        var found = ImmutableArray.CreateBuilder<Tenure>();
        for (var i = list.Count - 1; i >= 0; i--)
        {
            var tenure = list[i];
            if (tenure.Fact.From is not { } from || from.First > day) continue;
            var end = tenure.Fact.Until?.Last;
            if (end is null || day <= end) found.Add(tenure);
            if (from.First < day) break;
        }

        return found.ToImmutable();
    }

    /// <summary>The newest holder known of an office, or null.</summary>
    public Tenure? LastHolder(string state, string office) => _tenures.TryGetValue(state + "." + office, out var list) ? list[^1] : null;

    /// <summary>What a person holds on a day; the newest tenure of all where the day is null.</summary>
    public Tenure? OfficeOf(string person, DateOnly? day)
    {
        if (!_byPerson.TryGetValue(person, out var list)) return null;
        Tenure? best = null;
        foreach (var tenure in list)
        {
            if (day is { } d && (tenure.Fact.From is not { } from || from.First > d || tenure.Fact.Until is { } until && until.Last < d)) continue;
            if (best is null || Order(best, tenure) < 0) best = tenure;
        }

        return best;
    }

    /// <summary>The adjective of a state, such as "Chinese" for <c>CHN</c>; its name where it has none.</summary>
    public string AdjectiveOf(string state) => _adjectiveOf.GetValueOrDefault(state) ?? Find("state/" + state)?.Name ?? state;

    /// <summary>Whether the code is of an independent state, by the list the pack was built from.</summary>
    public bool IsIndependent(string state) => _independent.Contains(state);

    // The tables write the typewriter's apostrophe: "People’s Republic of China" must not be passed over and end as the Republic of China.
    internal bool TryName(ReadOnlySpan<char> words, out Naming naming)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (words.Length > LongestName || !words.Contains('’')) return names.TryGetValue(words, out naming);
        Span<char> plain = stackalloc char[words.Length];
        words.Replace(plain, '’', '\'');
        return names.TryGetValue(plain, out naming) || names.TryGetValue(words, out naming);
    }

    internal int LongestFrom(ReadOnlySpan<char> firstWord)
        => _firstWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(firstWord, out var length) ? length : 0;

    internal string? Iso2(string state) => _iso2.GetValueOrDefault(state);

    internal string? Iso3(string iso2) => _iso2.FirstOrDefault(pair => pair.Value == iso2).Key;

    /// <summary>The gazetteer pass over raw text: at each word the longest name of the pack that begins there. Allocates nothing.</summary>
    internal int Matches(ReadOnlySpan<char> text)
    {
        var hits = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at])) { at++; continue; }
            var end = WordEnd(text, at);
            var matched = 0;
            if (LongestFrom(text[at..end]) is var longest and > 0)
            {
                for (var to = Math.Min(text.Length, at + longest); to >= end && matched == 0; to--)
                    if ((to == text.Length || !char.IsLetterOrDigit(text[to])) && char.IsLetterOrDigit(text[to - 1]) | text[to - 1] is '.' or '+' && TryName(text[at..to], out _)) matched = to - at;
            }

            if (matched > 0) hits++;
            at = matched > 0 ? at + matched : end;
        }

        return hits;
    }

    internal KnownEntity? CapitalOf(string state) => _capitals.TryGetValue(state, out var id) ? Find(id) : null;

    /// <summary>How many members an organisation had on a day, by the rows that say it held.</summary>
    internal int MembersOn(string organisation, DateOnly day)
    {
        var count = 0;
        foreach (var fact in Facts)
            if (fact.Subject == organisation && fact.Predicate == "has-member" && fact.Status == "full" && fact.On(day) == Answer.Holds) count++;
        return count;
    }

    /// <summary>The persons who bear a word in their name, by its spelling key.</summary>
    internal IReadOnlyList<string> PersonsNamed(string wordKey) => _byWord.TryGetValue(wordKey, out var list) ? list : [];

    /// <summary>The person whose whole name has this key, or null.</summary>
    internal string? PersonByKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The spelling key of a whole name: its word keys in a row.</summary>
    internal string Key(string name) => string.Concat(WordKeys(name));

    /// <summary>The words of a name by their keys; particles and initials are left out.</summary>
    internal IEnumerable<string> WordKeys(string name)
    {
        foreach (var word in Folding.Of(name).ToLowerInvariant().Split(BetweenWords))
        {
            if (word.Length < 2) continue;
            if (word is "al" or "el" or "bin" or "ben" or "ibn" or "de" or "da" or "do" or "dos" or "del" or "van" or "von" or "der" or "la" or "the" or "ul" or "ur" or "jr" or "sr" or "zu") continue;
            yield return SpellingKey(word);
        }
    }

    internal Metonym? MetonymOf(string words) => _metonyms.TryGetValue(words, out var metonym) ? metonym : null;

    /// <summary>The short codes of the offices that lead a state on a day, the first of them first; empty where no row tells.</summary>
    internal string[] LeadingOffices(string state, DateOnly? day)
    {
        if (!_leading.TryGetValue(state, out var list)) return [];
        foreach (var lead in list)
            if (lead.Military && lead.On(day)) return lead.Offices;
        foreach (var lead in list)
            if (!lead.Military && lead.On(day)) return lead.Offices;
        return [];
    }

    /// <summary>Whether soldiers rule a state on a day; whether they ever did where the day is unknown.</summary>
    internal bool HasJunta(string state, DateOnly? day) => _leading.TryGetValue(state, out var list) && list.Exists(lead => lead.Military && lead.On(day));

    /// <summary>Whether a phrase for a government says that soldiers make it up.</summary>
    internal static bool IsJunta(string phrase) => phrase.Contains("junta", StringComparison.OrdinalIgnoreCase) || phrase.Contains("military", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the word is for the people of a state: "Afghans".</summary>
    internal bool IsPeople(string name) => _names.TryGetValue(name, out var naming) && naming.Kind == NameKind.Demonym;

    /// <summary>The other states that an adjective or a word for people may be of as well.</summary>
    internal IReadOnlyList<string> AlsoNamed(string name) => _alsoNamed.TryGetValue(name, out var others) ? others : [];

    internal RoleWord? Role(string word) => _roles.TryGetValue(word, out var role) ? role : null;

    /// <summary>Whether two states, by their codes, lie beside each other on land or over a narrow sea.</summary>
    public bool AreNeighbours(string one, string other) => _borders.Contains(one + "." + other);

    /// <summary>Whether the pack knows the neighbours of a state.</summary>
    internal bool HasNeighbours(string state) => _bordered.Contains(state);

    /// <summary>The states that are called by a part of the world or a like word ("west african", "island"); null where no row has it.</summary>
    internal IReadOnlySet<string>? Grouping(string words) => _groupings.TryGetValue(words, out var states) ? states : null;

    /// <summary><c>f</c> or <c>m</c> by a whole name or a given name; <c>'\0'</c> where no row tells.</summary>
    internal char GenderOf(string name) => _genders.GetValueOrDefault(name);

    /// <summary>Who held an office after somebody; null where it is not known.</summary>
    internal Tenure? After(Tenure tenure)
        => tenure.Fact.From is { } from && _tenures.TryGetValue(tenure.State + "." + tenure.Office, out var list) && list.Find(next => next.Person != tenure.Person && next.Fact.From is { } later && later.First > from.First) is { } after && Before(after)?.Person == tenure.Person ? after : null;

    /// <summary>Who held an office before somebody did; null where that tenure or the one before it is not known.</summary>
    internal Tenure? Before(Tenure tenure)
    {
        if (tenure.Fact.From is not { } from || !_tenures.TryGetValue(tenure.State + "." + tenure.Office, out var list)) return null;
        for (var i = list.Count - 1; i >= 0; i--)
            if (list[i].Person != tenure.Person && list[i].Fact.From is { } earlier && earlier.First < from.First)
                return list[i].Fact.Until is { } until && until.Last <= from.Last.AddDays(370) ? list[i] : null;
        return null;
    }

    /// <summary>Whether a state calls itself by a word in its formal name, such as "Kingdom" or "Islamic Republic".</summary>
    internal bool CallsItself(string state, string word)
        => _officialNames.TryGetValue(state, out var official) && official.Contains(word, StringComparison.OrdinalIgnoreCase);

    internal string? Organ(string phrase) => _organs.GetValueOrDefault(phrase);

    /// <summary>All that a person held, in no order.</summary>
    internal IReadOnlyList<Tenure> Held(string person) => _byPerson.TryGetValue(person, out var list) ? list : [];

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }

    internal bool OpensOrgan(string word) => _organWords.Contains(word);

    internal string? Title(string phrase) => _titles.GetValueOrDefault(phrase);

    private string SpellingKey(string word)
    {
        if (word.Contains("sk", StringComparison.Ordinal))
            foreach (var ending in Endings)
                if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) word = word[..^ending.Length] + "sky";
        return _spellings.GetValueOrDefault(word, word);
    }

    private static int Order(Tenure a, Tenure b)
        => (a.Fact.From?.First ?? NoReview).CompareTo(b.Fact.From?.First ?? NoReview) is var c and not 0 ? c : string.CompareOrdinal(b.Fact.Source, a.Fact.Source);

    private static DateOnly Day(string text) => DayRange.Parse(text)?.First ?? NoReview;

    private static ImmutableArray<string> Split(string text) => text.Length == 0 ? [] : [.. text.Split(';')];
}
