using System.CommandLine;
using Chancery.Cli.Commands;

var root = new RootCommand("Reads news reports and official readouts, and keeps the record of who said and did what to whom.");
foreach (var command in (ReadOnlySpan<Command>)[ReadCommand.Create(), CompareCommand.Create(), ShowCommand.Create(), WhyCommand.Create(), VerifyCommand.Create(), ExportCommand.Create(), EvalCommand.Create()]) root.Subcommands.Add(command);
var parsed = root.Parse(args);
var code = parsed.Invoke();
return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
