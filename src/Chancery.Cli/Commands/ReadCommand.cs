using System.CommandLine;
using Chancery.Cli.Rendering;
using Chancery.Intake;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery read PATH…</c>: documents in, records out, in the order given.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, or - for the standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format", "-f") { Description = "How to print the record.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl", "json", "csv", "conllu");
        var jobs = new Option<int?>("--jobs", "-j") { Description = "Documents read at once; as many as there are cores where left out." };
        jobs.Validators.Add(result => { if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out var n) || n < 1)) result.AddError("--jobs takes a number from 1."); });
        var published = new Option<string?>("--published") { Description = "The day of publication (2024-02-08) of documents that carry none." };
        published.Validators.Add(result => { if (result.Tokens is [var token, ..] && Declared.Day(token.Value) is null) result.AddError("--published takes a day such as 2024-02-08."); });
        var publisher = new Option<string?>("--publisher") { Description = "The publisher of documents that name none." };
        var command = new Command("read", "Code documents and print their record.") { paths, format, jobs, published, publisher };
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!, parsed.GetValue(format)!, parsed.GetValue(jobs) ?? Environment.ProcessorCount,
            new Declared { Published = Declared.Day(parsed.GetValue(published)), Publisher = parsed.GetValue(publisher) }));
        return command;
    }

    private static int Run(string[] paths, string format, int jobs, Declared given)
    {
        var clerk = new Clerk(ReaderChoice.Open());
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        IRecordForm form = format switch
        {
            "jsonl" => new JsonForm(array: false),
            "json" => new JsonForm(array: true),
            "csv" => new CsvForm(),
            "conllu" => new ConlluForm(),
            _ => new PageForm(Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }, PageForm.TerminalWidth()),
        };
        return Print(clerk, new Door(given, Console.OpenStandardInput).Receive(paths), form, jobs, output, Console.Error);
    }

    /// <summary>Reads with some documents in flight, writes in the order of arrival.</summary>
    internal static int Print(Clerk clerk, IEnumerable<Arrival> arrivals, IRecordForm form, int jobs, Stream output, TextWriter complaints)
    {
        var refused = 0;
        var written = 0;
        var flight = new Queue<Task<(Arrival Arrival, ReadOnlyMemory<byte> Record)>>();
        void Land()
        {
            var (arrival, record) = flight.Dequeue().GetAwaiter().GetResult();
            foreach (var problem in arrival.Document?.Problems ?? []) complaints.WriteLine($"warning {problem}");
            if (arrival.Refusal is { } refusal)
            {
                refused++;
                complaints.WriteLine($"error {refusal}");
                return;
            }

            output.Write((written++ == 0 ? form.Opening : form.Between).Span);
            output.Write(record.Span);
        }

        foreach (var arrival in arrivals)
        {
            flight.Enqueue(Task.Run(() => (arrival, arrival.Document is { } document ? form.Write(clerk.Read(document)) : default)));
            while (flight.Count >= Math.Max(1, jobs)) Land();
        }

        while (flight.Count > 0) Land();
        if (written == 0) output.Write(form.Opening.Span);
        output.Write(form.Closing.Span);
        output.Flush();
        return refused > 0 ? ExitCode.BadInput : ExitCode.Ok;
    }
}
