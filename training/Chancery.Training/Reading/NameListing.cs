using Chancery.Reading;
using Chancery.Reading.Naming;
using Chancery.Reading.Network;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Training.Reading;

/// <summary>Gathers a <see cref="NameLexicon"/> from lists of names (<c>training/lists.mjs</c>) and from the tables of <c>knowledge/world</c>.</summary>
internal sealed class NameListing(WordVectors vectors)
{
    private static readonly (string List, NameLists Lists)[] Files =
    [
        ("given", NameLists.Given),
        ("surname", NameLists.Surname),
        ("place", NameLists.Place),
        ("place-large", NameLists.Place | NameLists.LargePlace),
        ("organisation", NameLists.Organisation),
        ("people", NameLists.People),
        ("event", NameLists.Event),
        ("work", NameLists.Work),
        ("thing", NameLists.Thing),
    ];

    private static readonly (string Table, string Column, NameLists Lists)[] Tables =
    [
        ("places", "name", NameLists.Place),
        ("regions", "name", NameLists.Place),
        ("regions-hand", "name", NameLists.Place),
        ("states", "name", NameLists.Place | NameLists.LargePlace),
        ("bodies", "name", NameLists.Organisation),
        ("bodies", "aliases", NameLists.Organisation),
        ("outlets", "name", NameLists.Organisation),
        ("outlets", "aliases", NameLists.Organisation),
        ("events", "name", NameLists.Event),
        ("events", "aliases", NameLists.Event),
        ("given-names", "name", NameLists.Given),
    ];

    // What is learnt from: the lists, whether of names of one word, how many at most and what they are.
    private static readonly (NameLists Lists, bool Single, int Most, NameType Type)[] Samples =
    [
        (NameLists.Person, false, 3000, NameType.Person),
        (NameLists.Organisation, false, 2000, NameType.Organisation),
        (NameLists.Place, false, 2500, NameType.Place),
        (NameLists.Place, true, 1500, NameType.Place),
        (NameLists.Event, false, 2000, NameType.Event),
        (NameLists.Work | NameLists.Thing, false, 2500, NameType.Other),
    ];

    private const int MostInstitutions = 3000;
    private readonly List<(string Name, NameLists Lists)> _names = [];
    private readonly List<string> _institutions = [];
    private readonly SortedDictionary<uint, NameLists> _lists = [];
    private readonly byte[] _senses = new byte[vectors.Count * NameLexicon.Senses];

    public uint[] Keys => [.. _lists.Keys];

    public ushort[] Lists => [.. _lists.Values.Select(l => (ushort)l)];

    public byte[] Senses => _senses;

    public static NameListing Read(string folder, string knowledge, WordVectors vectors)
    {
        var listing = new NameListing(vectors);
        foreach (var (list, lists) in Files)
            foreach (var name in File.ReadLines(Path.Combine(folder, list + ".txt")))
                listing.Add(name, lists);
        foreach (var name in File.ReadLines(Path.Combine(folder, "person.txt")))
            listing.AddPerson(name);
        foreach (var (table, column, lists) in Tables)
            foreach (var name in Column(Path.Combine(knowledge, table + ".csv"), column))
                listing.Add(name, lists);
        foreach (var (table, column) in new[] { ("holders", "name"), ("holders-hand", "name"), ("holder-names", "alias") })
            foreach (var name in Column(Path.Combine(knowledge, table + ".csv"), column))
                listing.AddPerson(name);
        foreach (var line in File.ReadLines(Path.Combine(folder, "senses.txt")))
            listing.AddSenses(line);
        listing._institutions.AddRange(File.ReadLines(Path.Combine(folder, "institution.txt")));
        return listing;
    }

    public NameLexicon Lexicon() => new(Keys, Lists, Senses, vectors);

    /// <summary>Names of the lists to learn words from, some of each kind, with how many there are of the kind.</summary>
    public IEnumerable<(string Name, NameType Type, int OfKind)> Examples()
    {
        var kinds = Samples
            .Select(s =>
                (
                    Names: _names.Where(n => (n.Lists & s.Lists) != NameLists.None && n.Name.Contains(' ') != s.Single).Select(n => n.Name),
                    s.Most,
                    s.Type
                )
            )
            .Append((_institutions.Where(n => n.Contains(' ')), MostInstitutions, NameType.Organisation));
        foreach (var (names, most, type) in kinds)
        {
            // In the order of their hashes: neither the alphabet nor chance chooses.
            var some = names
                .Where(n => char.IsUpper(n[0]))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(n => FormFeatures.KeyOf(n))
                .ThenBy(n => n, StringComparer.Ordinal)
                .Take(most)
                .ToList();
            foreach (var name in some)
                yield return (name, type, some.Count);
        }
    }

    private static IEnumerable<string> Column(string path, string column)
    {
        var at = Array.IndexOf(File.ReadLines(path).First().Split(','), column);
        if (at < 0)
            throw new InvalidDataException($"{path} has no column {column}.");
        using var text = File.OpenText(path);
        foreach (var row in EmbeddedTable.Rows(text, path))
            foreach (var name in row[at].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return name;
    }

    private void Add(string name, NameLists lists)
    {
        _names.Add((name, lists));
        var words = new List<Span>();
        Tokenizer.Cut(name, 0, name.Length, words);
        if (words.Count is 0 or > 8)
            return;
        var row = 0UL;
        foreach (var word in words)
            row = NameLexicon.Follow(row, FormFeatures.KeyOf(word.In(name)));
        var key = NameLexicon.Short(row);
        _lists[key] = _lists.GetValueOrDefault(key) | lists;
    }

    private void AddPerson(string name)
    {
        Add(name, NameLists.Person);
        var words = name.Split(' ');
        if (words.Length == 1)
            return;
        Add(words[^1], NameLists.Surname);
        // Not an initial.
        if (words[0].Length > 2)
            Add(words[0], NameLists.Given);
    }

    private void AddSenses(string line)
    {
        var columns = line.Split('\t');
        var row = vectors.Find(FormFeatures.KeyOf(columns[0]));
        if (row < 0)
            return;
        var senses = columns[1].Split(' ');
        for (var i = 0; i < senses.Length && i < NameLexicon.Senses; i++)
            _senses[(row * NameLexicon.Senses) + i] = byte.Parse(senses[i], System.Globalization.CultureInfo.InvariantCulture);
    }
}
