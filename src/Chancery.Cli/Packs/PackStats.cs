using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>How much a pack holds.</summary>
internal static class PackStats
{
    /// <summary>Counts by name, in a fixed order.</summary>
    public static IEnumerable<(string Name, int Count)> Of(KnowledgePack pack)
    {
        var world = new World(pack);
        var entities = world.Entities.ToList();
        var offices = world
            .Tenures.GroupBy(static t => t.State, StringComparer.Ordinal)
            .ToDictionary(
                static g => g.Key,
                static g => g.Select(static t => t.Office).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        yield return ("states", entities.Count(e => e.Type == EntityType.State && world.IsIndependent(e.State!)));
        yield return ("territories and former states", entities.Count(e => e.Type == EntityType.State && !world.IsIndependent(e.State!)));
        yield return ("organs", entities.Count(static e => e.Type == EntityType.Organ));
        yield return ("organisations of states", entities.Count(static e => e.Type == EntityType.Igo));
        yield return ("armed groups", entities.Count(static e => e.Type == EntityType.ArmedGroup));
        yield return ("other organisations", entities.Count(static e => e.Type == EntityType.Ngo));
        yield return ("parties and firms", pack.Rows("bodies").Count(static r => r[2] is "party" or "firm"));
        yield return ("outlets", entities.Count(static e => e.Type == EntityType.Outlet));
        yield return ("outlets with owner", pack.Rows("outlets").Count(static r => r[3].Length > 0));
        yield return ("persons", entities.Count(static e => e.Type == EntityType.Person));
        yield return ("tenures", world.Tenures.Count());
        yield return ("tenures known by the day", world.Tenures.Count(static t => t.Fact.From is { } from && from.First == from.Last));
        yield return (
            "states with head and foreign minister",
            offices.Count(static o =>
                o.Value.Contains("fm") && (o.Value.Contains("president") || o.Value.Contains("pm") || o.Value.Contains("hos"))
            )
        );
        yield return ("memberships", world.Facts.Count(static f => f.Predicate == "has-member"));
        yield return (
            "organisations with members",
            world
                .Facts.Where(static f => f.Predicate == "has-member")
                .Select(static f => f.Subject)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
        yield return ("chairs", world.Facts.Count(static f => f.Predicate == "chaired-by"));
        yield return ("other facts", world.Facts.Count(static f => f.Predicate is not ("has-member" or "chaired-by")));
        yield return ("named events and treaties", world.Events.Length);
        yield return ("metonyms", pack.Rows("metonyms").Count());
        yield return ("capitals read by cue", entities.Count(e => e.Type == EntityType.State && world.CapitalOf(e.State!) is not null));
        yield return ("places", entities.Count(static e => e.Type == EntityType.Place));
        yield return ("topics", Topics.Standard.All.Length);
        yield return ("names", world.NameCount);
        yield return (
            "rows without a source at hand",
            KnowledgePack.Tables.Sum(t =>
                pack.Rows(t.Table).Count(static r => r[^1] == "unsourced" || r.Length > 4 && r[^2] == "unsourced")
            )
        );
    }
}
