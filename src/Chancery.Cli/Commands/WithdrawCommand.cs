using System.CommandLine;
using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery withdraw</c> and <c>chancery restore</c>: what shall no longer count, and what shall again. Nothing is removed; the archive as of before still has it.</summary>
internal static class WithdrawCommand
{
    public static IEnumerable<Command> Create() =>
        [
            Create("withdraw", "Let documents or entries no longer count, with a reason; they stay in the archive as it was before."),
            Create("restore", "Let withdrawn documents or entries count again."),
        ];

    private static Command Create(string verb, string description)
    {
        var archive = ArchiveOption.Create();
        var ids = new Argument<string[]>("ID") { Description = "The whole ids of documents or entries.", Arity = ArgumentArity.OneOrMore };
        var by = new Option<string>("--by") { Description = "Who decides.", DefaultValueFactory = _ => Environment.UserName };
        var reason = new Option<string>("--reason") { Description = "Why, in words.", Required = true };
        var command = new Command(verb, description) { ids, archive, by, reason };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
                Run(verb, parsed.GetValue(archive)!, parsed.GetValue(ids)!, parsed.GetValue(by)!, parsed.GetValue(reason)!)
            )
        );
        return command;
    }

    private static int Run(string verb, string archive, string[] ids, string by, string reason)
    {
        using (var reader = ArchiveReader.Open(archive))
        {
            foreach (var id in verb == "withdraw" ? ids : [])
            {
                if (reader.Holds(id))
                    continue;
                Console.Error.WriteLine($"error {Complaints.Unknown(id, archive)}");
                return ExitCode.BadInput;
            }
        }

        var decision = new Decision(verb, ids, by, TimeProvider.System.GetUtcNow(), reason);
        Decisions.Keep(archive, decision);
        Console.Error.WriteLine($"{decision.Id} kept");
        return ExitCode.Ok;
    }
}
