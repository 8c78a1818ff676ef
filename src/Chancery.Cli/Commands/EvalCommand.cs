using System.CommandLine;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval</c>: scores the production code against labelled sets. Each verb is one line of the table.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var command = new Command("eval", "Score against labelled sets.");
        foreach (var verb in Verbs()) command.Subcommands.Add(verb);
        return command;
    }

    private static IEnumerable<Command> Verbs() => [];
}
