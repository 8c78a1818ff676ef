using System.CommandLine;
using System.Globalization;
using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery verify</c>: derive every hash and quote of an archive again.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var command = new Command("verify", "Derive every span and hash of an archive again; exit code 1 where something does not hold.")
        {
            archive,
        };
        command.SetAction(parsed => ArchiveOption.Guard(() => Run(parsed.GetValue(archive)!)));
        return command;
    }

    private static int Run(string archive)
    {
        var verified = Verification.Of(archive);
        foreach (var finding in verified.Findings)
            Console.Out.WriteLine(finding);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{verified.Segments} segments, {verified.Documents} texts, {verified.Entries} entries, {verified.Quotes} quotes, {verified.WithoutText} entries without text: {verified.Findings.Count} findings"
            )
        );
        return verified.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }
}
