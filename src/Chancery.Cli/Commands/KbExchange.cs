using System.CommandLine;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Packs;
using Chancery.Knowledge;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery kb import</c> and <c>export</c>: persons and offices in the forms of others.</summary>
internal static class KbExchange
{
    private static readonly string[] Forms = ["petrarch", "ftm", "popolo", "wikidata-csv"];

    public static Command Import(Option<string?> pack)
    {
        var form = Form();
        var file = new Argument<string>("FILE") { Description = "The file." };
        var reviewed = new Option<string>("--reviewed") { Description = "The last day on which the file was right.", Required = true };
        var command = new Command("import", "Take persons and offices from another form into a pack of your own.")
        {
            form,
            file,
            reviewed,
            pack,
        };
        command.SetAction(parsed =>
        {
            var (path, day) = (parsed.GetValue(file)!, parsed.GetValue(reviewed)!);
            if (parsed.GetValue(pack) is not { Length: > 0 } target)
                return KbCommand.Usage("kb import needs --pack DIR");
            if (DayRange.Parse(day) is null)
            {
                Console.Error.WriteLine($"error CH1401 --reviewed {day}: no day. Write it as 2024-02-08.");
                return ExitCode.Usage;
            }

            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"error CH1001 {path}: no such file. Check the path.");
                return ExitCode.BadInput;
            }

            if (PackOption.Folder(target, isNew: true) is not { } folder)
                return ExitCode.BadInput;
            var gathered = new Gathered(new World(folder.Pack()), Path.GetFileName(path), day);
            try
            {
                var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\ufeff');
                switch (parsed.GetValue(form))
                {
                    case "petrarch":
                        PetrarchActors.Read(text, gathered);
                        break;
                    case "ftm":
                        Interchange.ReadFollowTheMoney(text, gathered);
                        break;
                    case "popolo":
                        Interchange.ReadPopolo(text, gathered);
                        break;
                    default:
                        Interchange.ReadWikidata(text, gathered);
                        break;
                }
            }
            catch (Exception error)
                when (error
                        is JsonException
                            or InvalidOperationException
                            or DecoderFallbackException
                            or IOException
                            or UnauthorizedAccessException
                )
            {
                gathered.Refuse("", error is DecoderFallbackException ? "it is not UTF-8." : error.Message);
            }

            if (gathered.Faults.Count == 0 && gathered.Tenures.Count == 0)
                gathered.Refuse("", "it holds no person with an office of a state.");
            foreach (var (place, message) in gathered.Faults)
                Console.Error.WriteLine($"error CH1402 {path}{place}: not of the form {parsed.GetValue(form)}: {message}");
            if (gathered.Faults.Count > 0)
            {
                Console.Error.WriteLine("Nothing was written.");
                return ExitCode.BadInput;
            }

            Console.Error.WriteLine(
                $"{folder.Add("holders-hand", gathered.Tenures)} new tenures, {(gathered.Names.Count == 0 ? 0 : folder.Add("names", gathered.Names))} new names in {target}; kb diff --pack {target} shows them"
            );
            return ExitCode.Ok;
        });
        return command;
    }

    public static Command Export(Option<string?> pack)
    {
        var form = Form();
        var command = new Command("export", "Write persons and offices in another form.") { form, pack };
        command.SetAction(parsed =>
        {
            if (PackOption.World(parsed.GetValue(pack)) is not { } world)
                return ExitCode.BadInput;
            using var stream = Console.OpenStandardOutput();
            using var output = new StreamWriter(stream, new UTF8Encoding(false));
            switch (parsed.GetValue(form))
            {
                case "petrarch":
                    PetrarchActors.Write(world, output);
                    Console.Error.WriteLine(
                        "warning: this form keeps no sources, no statuses and no organisations, and of offices only that they are of the government"
                    );
                    break;
                case "ftm":
                    Interchange.WriteFollowTheMoney(world, output);
                    break;
                case "popolo":
                    Interchange.WritePopolo(world, stream);
                    break;
                default:
                    Interchange.WriteWikidata(world, output);
                    break;
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Argument<string> Form()
    {
        var form = new Argument<string>("FORMAT") { Description = "petrarch, ftm, popolo or wikidata-csv." };
        form.AcceptOnlyFromAmong(Forms);
        return form;
    }
}
