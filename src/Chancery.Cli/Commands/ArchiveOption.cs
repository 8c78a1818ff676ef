using System.CommandLine;
using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary>The option that names the archive, and how its problems reach the caller.</summary>
internal static class ArchiveOption
{
    public static Option<string> Create() => new("--archive", "-a") { Description = "The folder of the archive.", Required = true };

    /// <summary>The option that names the printed form of a table.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "How to print the answer.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Rendering.Listing.Forms);
        return format;
    }

    public static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (ArchiveException e)
        {
            Console.Error.WriteLine($"error {e.Problem}");
            return ExitCode.BadInput;
        }
    }
}
