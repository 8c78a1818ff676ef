using System.Collections.Immutable;
using System.Text;

namespace Chancery.Archive;

/// <summary>The decisions of people in an archive. Each is a file of one line, so that two people can decide at once.</summary>
public static class Decisions
{
    /// <summary>Keeps a decision. The same decision kept twice is one.</summary>
    public static void Keep(string archive, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var folder = ArchiveFolder.Open(archive);
        try
        {
            Directory.CreateDirectory(folder.Decisions);
            Durable.WriteWhole(Path.Combine(folder.Decisions, decision.Id + ".jsonl"), decision.ToLine());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Complaints.Unwritable(folder.Decisions, e);
        }
    }

    /// <summary>All decisions up to a moment (null: all), in the order in which they were taken.</summary>
    public static ImmutableArray<Decision> All(string archive, DateTimeOffset? asOf = null) => All(ArchiveFolder.Open(archive), asOf);

    internal static ImmutableArray<Decision> All(ArchiveFolder folder, DateTimeOffset? asOf)
    {
        if (!Directory.Exists(folder.Decisions))
            return [];
        var all = new List<Decision>();
        foreach (var path in Directory.EnumerateFiles(folder.Decisions, "*.jsonl").Order(StringComparer.Ordinal))
        {
            try
            {
                all.Add(Decision.Parse(File.ReadAllText(path, Encoding.UTF8)));
            }
            catch (FormatException e)
            {
                throw Complaints.Unreadable(path, e);
            }
        }

        return
        [
            .. all.Where(decision => asOf is null || decision.At <= asOf)
                .OrderBy(decision => decision.At)
                .ThenBy(decision => decision.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What stands withdrawn after all decisions up to a moment.</summary>
    internal static ImmutableSortedSet<string> Withdrawn(ArchiveFolder folder, DateTimeOffset? asOf)
    {
        var withdrawn = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var decision in All(folder, asOf))
        {
            if (decision.Verb == "withdraw")
                withdrawn.UnionWith(decision.Targets);
            if (decision.Verb == "restore")
                withdrawn.ExceptWith(decision.Targets);
        }

        return withdrawn.ToImmutable();
    }
}
