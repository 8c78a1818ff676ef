using System.CommandLine;
using Chancery.Cli.Rendering;
using Chancery.Intake;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery read PATH…</c>: documents in, records out, in the order given.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, or - for the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to print the record; with --archive nothing is printed where this is left out.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "jsonl", "json", "csv", "conllu");
        var jobs = new Option<int?>("--jobs", "-j") { Description = "Documents read at once; as many as there are cores where left out." };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out var n) || n < 1))
                result.AddError("--jobs takes a number from 1.");
        });
        var published = new Option<string?>("--published")
        {
            Description = "The day of publication (2024-02-08) of documents that carry none.",
        };
        published.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && Declared.Day(token.Value) is null)
                result.AddError("--published takes a day such as 2024-02-08.");
        });
        var publisher = new Option<string?>("--publisher") { Description = "The publisher of documents that name none." };
        var archive = new Option<string?>("--archive", "-a")
        {
            Description = "The folder of an archive to keep the record in; made where it is missing.",
        };
        var model = ReaderChoice.Option();
        var pack = PackOption.Create();
        var command = new Command("read", "Code documents and print their record.")
        {
            paths,
            format,
            jobs,
            published,
            publisher,
            archive,
            model,
            pack,
        };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
                Run(
                    parsed.GetValue(paths)!,
                    parsed.GetValue(archive) is not null && parsed.GetResult(format) is null or { Implicit: true }
                        ? null
                        : parsed.GetValue(format)!,
                    parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                    new Declared { Published = Declared.Day(parsed.GetValue(published)), Publisher = parsed.GetValue(publisher) },
                    parsed.GetValue(archive),
                    parsed.GetValue(model),
                    parsed.GetValue(pack)
                )
            )
        );
        return command;
    }

    private static int Run(string[] paths, string? format, int jobs, Declared given, string? archive, string? model, string? pack)
    {
        var known = pack is null ? null : PackOption.Open(pack);
        if (pack is not null && known is null)
            return ExitCode.BadInput;
        using var keep = archive is null ? null : ArchiveKeep.Open(archive, model, known);
        IRecordForm? form = format switch
        {
            null => null,
            "jsonl" => new JsonForm(array: false),
            "json" => new JsonForm(array: true),
            "csv" => new CsvForm(),
            "conllu" => new ConlluForm(),
            _ => new PageForm(
                Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
                PageForm.TerminalWidth()
            ),
        };
        // On a second core, while the reader is loaded: half of a short run is loading tables and compiling code.
        if (jobs > 1)
            _ = Task.Run(() => form?.Write(Clerk.Prepare()));
        var clerk = new Clerk(ReaderChoice.Open(model), known is null ? null : new Knowledge.World(known));
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var interruption = new Interruption();
        var code = Print(
            clerk,
            new Door(given, Console.OpenStandardInput).Receive(paths),
            form,
            jobs,
            output,
            Console.Error,
            keep,
            () => interruption.Wished,
            given
        );
        keep?.Complete(Console.Error);
        return code;
    }

    /// <summary>
    /// Reads with some documents in flight, writes in the order of arrival. Without a form nothing is printed, and a document that the archive holds
    /// already is not read again.
    /// </summary>
    internal static int Print(
        Clerk clerk,
        IEnumerable<Arrival> arrivals,
        IRecordForm? form,
        int jobs,
        Stream output,
        TextWriter complaints,
        ArchiveKeep? keep = null,
        Func<bool>? stop = null,
        Declared? given = null
    )
    {
        var refused = 0;
        var written = 0;
        var stopped = false;
        var progress = new Progress(keep is null && !Console.IsOutputRedirected ? TextWriter.Null : complaints, !Console.IsErrorRedirected);
        var flight = new Queue<Task<(Arrival Arrival, Dossier? Dossier, ReadOnlyMemory<byte> Record)>>();
        void Land()
        {
            var (arrival, dossier, record) = flight.Dequeue().GetAwaiter().GetResult();
            if (arrival.Refusal is not null || arrival.Document?.Problems.Count > 0)
                progress.Leave();
            foreach (var problem in arrival.Document?.Problems ?? [])
                complaints.WriteLine($"warning {problem}");
            if (arrival.Refusal is { } refusal)
            {
                refused++;
                complaints.WriteLine($"error {refusal}");
                keep?.Mark(given?.Publisher ?? "", given?.Published, refusal);
                return;
            }

            if (dossier is not null)
                keep?.Add(dossier);
            else if (arrival.Document is { } held)
                keep?.Pass(held);
            progress.Step();
            if (form is null)
                return;
            output.Write((written++ == 0 ? form.Opening : form.Between).Span);
            output.Write(record.Span);
        }

        foreach (var arrival in arrivals)
        {
            if (stopped = stop?.Invoke() == true)
                break;
            var isHeld = form is null && arrival.Document is { } known && keep?.Holds(known) == true;
            flight.Enqueue(
                isHeld
                    ? Task.FromResult((arrival, (Dossier?)null, default(ReadOnlyMemory<byte>)))
                    : Task.Run(() =>
                    {
                        var dossier = arrival.Document is { } document ? clerk.Read(document) : null;
                        return (arrival, dossier, dossier is null || form is null ? default : form.Write(dossier));
                    })
            );
            while (flight.Count >= Math.Max(1, jobs))
                Land();
        }

        while (flight.Count > 0)
            Land();
        if (form is not null)
        {
            if (written == 0)
                output.Write(form.Opening.Span);
            output.Write(form.Closing.Span);
            output.Flush();
        }

        progress.Leave();
        if (stopped)
            complaints.WriteLine($"stopped after {progress.Done} documents{(keep is null ? "" : "; the same command goes on from here")}");
        return stopped ? ExitCode.Stopped
            : refused > 0 ? ExitCode.BadInput
            : ExitCode.Ok;
    }
}
