using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>
/// The tables of a pack by name, a row a fact. A row of an overlay that has the key of a row below takes its place; one that has a key of its own
/// is added before the others; a tenure or fact that begins and ends on one day never held, which is how a row is taken back.
/// </summary>
internal sealed class KnowledgePack
{
    /// <summary>The version of the tables that the engine carries; the hash tells them apart to the byte.</summary>
    public const string Version = "2026.11.5";

    /// <summary>The kind of a name, or the status of a fact, that an overlay takes back.</summary>
    public const string Retracted = "retracted";

    /// <summary>The tables, in the order in which the hash takes them, each with the columns that make the key of a row.</summary>
    public static readonly ImmutableArray<(string Table, int[] Key)> Tables =
    [
        ("bodies", [0]),
        ("borders", [0, 1]),
        ("events", [0]),
        ("facts", [0, 1, 2, 3]),
        ("given-names", [0]),
        ("groupings", [0]),
        ("groupings-hand", [0]),
        ("holder-names", [0, 1]),
        ("holders", [0, 2, 3, 5]),
        ("holders-hand", [0, 2, 3, 5]),
        ("leading-offices", [0, 2, 3]),
        ("metonyms", [0]),
        ("name-spellings", [0]),
        ("names", [0, 1, 2]),
        ("organ-patterns", [0]),
        ("outlets", [0]),
        ("places", [0]),
        ("regions", [1]),
        ("regions-hand", [1]),
        ("roles", [0]),
        ("states", [0]),
        ("titles", [0]),
    ];

    private static readonly Lazy<KnowledgePack> Carried = new(static () =>
        new(
            static table => EmbeddedTable.Rows($"knowledge/{table}.csv"),
            PackedWorld.Embedded is { } packed ? () => packed.Digest : static () => DigestOf(EmbeddedTable.Open),
            PackedWorld.Embedded
        )
    );

    private readonly Func<string, IEnumerable<string[]>> _rows;
    private readonly Lazy<string> _hash;

    private KnowledgePack(Func<string, IEnumerable<string[]>> rows, Func<string>? hash = null, PackedWorld? packed = null)
    {
        _rows = rows;
        _hash = new(hash ?? Digest);
        Packed = packed;
    }

    /// <summary>The pack that comes with the engine.</summary>
    public static KnowledgePack Embedded => Carried.Value;

    /// <summary>The SHA-256 of all tables, in 64 hex digits: of their bytes for the pack of the engine, of their rows for one with an overlay.</summary>
    public string Hash => _hash.Value;

    /// <summary>The pack as the build compiled it; null for one with an overlay, which is compiled when it is opened.</summary>
    public PackedWorld? Packed { get; }

    /// <summary>The name that records carry: version and the first 12 digits of the hash.</summary>
    public string Generation => $"world-{Version}-{Hash[..12]}";

    /// <summary>The rows of a table without its heading; empty for a table that is not there.</summary>
    public IEnumerable<string[]> Rows(string table) => _rows(table);

    /// <summary>This pack with the rows of another over it. The overlay answers with no rows for a table that it does not have.</summary>
    public KnowledgePack With(Func<string, IReadOnlyList<string[]>> overlay)
    {
        var merged = new Dictionary<string, ImmutableArray<string[]>>(StringComparer.Ordinal);
        foreach (var (table, key) in Tables)
        {
            var over = overlay(table);
            if (over.Count == 0)
                continue;
            var keys = over.Select(row => KeyOf(row, key)).ToHashSet(StringComparer.Ordinal);
            merged[table] = [.. over, .. Rows(table).Where(row => !keys.Contains(KeyOf(row, key)))];
            if (table == "names")
                TakeBack(over, merged);
            if (table == "holders-hand")
                merged["holders"] = [.. Rows("holders").Where(row => !keys.Contains(KeyOf(row, key)))];
        }

        return new(table => merged.TryGetValue(table, out var rows) ? rows : Rows(table));
    }

    /// <summary>The pack of the tables that a function opens by the names they have in the engine, such as <c>knowledge/bodies.csv</c>; not compiled.</summary>
    public static KnowledgePack Of(Func<string, Stream> open) =>
        new(table => EmbeddedTable.Rows(open($"knowledge/{table}.csv"), $"knowledge/{table}.csv"), () => DigestOf(open));

    /// <summary>The key of a row: the columns that tell it from all others of its table.</summary>
    public static string KeyOf(string[] row, int[] key) => string.Join('\u001f', key.Select(column => row[column]));

    // A name has no days: the row says of its own kind that it is none.
    private void TakeBack(IReadOnlyList<string[]> names, Dictionary<string, ImmutableArray<string[]>> merged)
    {
        var none = names
            .Where(static row => row[2] == Retracted)
            .Select(static row => KeyOf(row, [0, 1]))
            .ToHashSet(StringComparer.Ordinal);
        if (none.Count == 0)
            return;
        merged["names"] = [.. merged["names"].Where(row => !none.Contains(KeyOf(row, [0, 1])))];
        merged["holder-names"] =
        [
            .. (merged.TryGetValue("holder-names", out var over) ? over : Rows("holder-names")).Where(row =>
                !none.Contains(KeyOf(row, [0, 1]))
            ),
        ];
    }

    private static string DigestOf(Func<string, Stream> open) =>
        EmbeddedTable.Digest(Tables.Select(static table => $"knowledge/{table.Table}.csv"), open);

    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (table, _) in Tables)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(table + "\n"));
            foreach (var row in Rows(table))
                hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', row) + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
