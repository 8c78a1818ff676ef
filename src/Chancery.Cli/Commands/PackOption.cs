using System.CommandLine;
using Chancery.Cli.Packs;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary>The option that lays a pack of one's own over the pack of the engine.</summary>
internal static class PackOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Create() =>
        new("--pack", "-p") { Description = "A folder of tables that lie over the pack of the engine." };

    /// <summary>The pack of the engine, with the folder over it where one is given; null, and a complaint, where the folder is not as it should be.</summary>
    public static KnowledgePack? Open(string? path) => path is null ? KnowledgePack.Embedded : Folder(path)?.Pack();

    /// <summary>The same, ready to be asked.</summary>
    public static World? World(string? path) =>
        path is null ? Knowledge.World.Default
        : Open(path) is { } pack ? new World(pack)
        : null;

    /// <summary>The folder; null, and a complaint, where it is not as it should be.</summary>
    public static PackFolder? Folder(string path, bool isNew = false)
    {
        var problems = new List<Problem>();
        var folder = PackFolder.Open(path, problems, isNew);
        foreach (var problem in problems)
            Console.Error.WriteLine($"{(folder is null ? "error" : "warning")} {problem}");
        return folder;
    }
}
