using System.CommandLine;
using Chancery.Cli.Commands;

var root = new RootCommand("Reads news reports and official readouts, and keeps the record of who said and did what to whom.");
Command[] commands =
[
    ReadCommand.Create(),
    CompareCommand.Create(),
    OccurrencesCommand.Create(),
    PositionsCommand.Create(),
    FormulasCommand.Create(),
    ShowCommand.Create(),
    WhyCommand.Create(),
    SearchCommand.Create(),
    TimelineCommand.Create(),
    IndexCommand.Create(),
    CoverageCommand.Create(),
    VerifyCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    CompactCommand.Create(),
    .. WithdrawCommand.Create(),
    ReviewCommand.Create(),
    EvalCommand.Create(),
    KbCommand.Create(),
];
foreach (var command in commands)
    root.Subcommands.Add(command);
var parsed = root.Parse(args);
var code = parsed.Invoke();
return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
