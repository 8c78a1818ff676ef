using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>What is wrong with a pack, a line each: rows without source, ids that lead nowhere, ends before beginnings, two holders at once.</summary>
internal static class PackLint
{
    private static readonly HashSet<string> Several = new(
        [
            "spokesperson",
            "mfa-spokesperson",
            "hos",
            "hog",
            "cp",
            "vp",
            "opposition",
            "rebel-leader",
            "cleric",
            "activist",
            "journalist",
            "executive",
            "crime-boss",
            "official",
        ],
        StringComparer.Ordinal
    );

    /// <summary>The findings, in the order of the tables.</summary>
    public static IEnumerable<string> Findings(KnowledgePack pack)
    {
        var world = new World(pack);
        foreach (var (table, key) in KnowledgePack.Tables)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in pack.Rows(table))
            {
                var name = $"{table}: {string.Join(' ', key.Select(k => row[k]))}";
                if (!seen.Add(KnowledgePack.KeyOf(row, key)))
                    yield return name + ": twice";
                var source =
                    table is "holders" or "holders-hand" or "facts" ? 7
                    : table == "leading-offices" ? 5
                    : row.Length - 1;
                if (row[source].Length == 0)
                    yield return name + ": no source";
                foreach (var finding in OfRow(world, table, row))
                    yield return name + ": " + finding;
            }
        }

        foreach (var finding in AtOnce(world))
            yield return finding;
    }

    private static IEnumerable<string> OfRow(World world, string table, string[] row)
    {
        var ids = table switch
        {
            "facts" => [row[0], row[2]],
            "names" or "holder-names" => [row[1]],
            "events" => [.. row[5].Split(';'), .. row[6].Split(';')],
            "metonyms" when row[1] != "?" && !row[1].StartsWith("unknown/", StringComparison.Ordinal) => new[] { row[1] },
            "bodies" when row[3].Length > 0 => ["state/" + row[3]],
            "leading-offices" => ["state/" + row[0]],
            "outlets" when row[2].Length > 0 => ["state/" + row[2]],
            "holders" or "holders-hand" => [row[2].Contains('/', StringComparison.Ordinal) ? row[2] : "state/" + row[2]],
            _ => [],
        };
        // A name makes a person or a place that nothing else tells of; of anything else the id is misspelt.
        if (
            table == "names"
            && world.Find(row[1]) is { Type: EntityType.Place or EntityType.Person } made
            && !made.Id.StartsWith("place/", StringComparison.Ordinal)
            && !made.Id.StartsWith("person/", StringComparison.Ordinal)
        )
            yield return row[1] + " is not known";
        foreach (var id in ids)
            if (id.Length > 0 && world.Find(id) is null)
                yield return id + " is not known";
        var (from, until) = table switch
        {
            "leading-offices" or "facts" or "events" => (row[3], row[4]),
            "holders" or "holders-hand" => (row[5], row[6]),
            _ => ("", ""),
        };
        if (from.Length > 0 && DayRange.Parse(from) is null)
            yield return from + " is no day";
        if (until.Length > 0 && DayRange.Parse(until) is null)
            yield return until + " is no day";
        if (DayRange.Parse(from) is { } first && DayRange.Parse(until) is { } last && last.Last < first.First)
            yield return "ends before it begins";
    }

    private static IEnumerable<string> AtOnce(World world)
    {
        foreach (var office in world.Tenures.GroupBy(static t => (t.State, t.Office)))
        {
            if (Several.Contains(office.Key.Office))
                continue;
            Tenure? before = null;
            foreach (var tenure in office)
            {
                // Who acts for a holder that is suspended or away stands beside him.
                if (
                    before is { Fact.Until: { } until }
                    && !tenure.Title.StartsWith("acting ", StringComparison.Ordinal)
                    && !before.Title.StartsWith("acting ", StringComparison.Ordinal)
                    && tenure.Fact.From is { } from
                    && from.Last < until.First
                )
                    yield return $"holders: {office.Key.State}.{office.Key.Office}: {before.Name} until {until.First:yyyy-MM-dd} and {tenure.Name} from {from.First:yyyy-MM-dd}";
                before = tenure;
            }
        }
    }
}
