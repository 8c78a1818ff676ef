using System.Diagnostics;
using System.Globalization;
using Chancery.Archive;
using Chancery.Bench.Archive;

// dotnet run -c Release --project bench/Chancery.Bench.Archive -- make DIR RECORDS | ask DIR | compact DIR
if (args is ["make", var target, var count])
    return Make(target, long.Parse(count, CultureInfo.InvariantCulture));
if (args is ["ask", var archive])
    return Ask(archive);
if (args is ["compact", var folder])
    return Compact(folder);
Console.Error.WriteLine("usage: make DIR RECORDS | ask DIR | compact DIR");
return 2;

// The clock runs only while records are handed over and committed, not while they are made up.
static int Make(string path, long records)
{
    var documents = (records + SyntheticDocument.Entries - 1) / SyntheticDocument.Entries;
    var generation = new Generation("synthetic", "1", "1", "1", "1");
    var clock = new Stopwatch();
    var busy = TimeSpan.Zero;
    using var writer = ArchiveWriter.Open(path, generation, TimeProvider.System);
    const int Batch = 10_000;
    for (long first = 0; first < documents; first += Batch)
    {
        var batch = new (Chancery.Record.Document, System.Collections.Immutable.ImmutableArray<Chancery.Record.Entry>)[
            (int)Math.Min(Batch, documents - first)
        ];
        Parallel.For(0, batch.Length, i => batch[i] = SyntheticDocument.Of(first + i));
        var before = Environment.CpuUsage.TotalTime;
        clock.Start();
        foreach (var (document, entries) in batch)
            writer.Add(document, entries);
        writer.Commit();
        clock.Stop();
        busy += Environment.CpuUsage.TotalTime - before;
        var done = (first + batch.Length) * SyntheticDocument.Entries;
        Console.Error.Write(
            $"\r{done:N0} records, {done / clock.Elapsed.TotalSeconds:N0}/s by the clock, {done / busy.TotalSeconds:N0} a core-second "
        );
    }

    var result = writer.Complete();
    Console.Error.WriteLine();
    Console.Out.WriteLine(
        $"ingest: {result.Entries:N0} records in {clock.Elapsed.TotalSeconds:N1} s, {result.Entries / clock.Elapsed.TotalSeconds:N0} a second by the clock, "
            + $"{result.Entries / busy.TotalSeconds:N0} a core-second; {result.Segments.Count} segments, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"
    );
    return 0;
}

static int Ask(string path)
{
    Measured(
        "open",
        () =>
        {
            using var reader = ArchiveReader.Open(path);
            return reader.Segments.Length;
        }
    );
    using var archive = ArchiveReader.Open(path);
    var query = new ArchiveQuery(archive);
    for (var round = 0; round < 2; round++)
    {
        Console.Out.WriteLine(round == 0 ? "first time" : "again");
        Measured("look up an entry by its id", () => archive.Find(SyntheticDocument.Of(round + 7).Entries[5].Id).Count);
        Measured("look up another", () => archive.Find(SyntheticDocument.Of(round + 777).Entries[9].Id).Count);
        Measured("the record of a document", () => archive.Entries(SyntheticDocument.Of(3 + round).Document.Id).Count);
        Measured("timeline of CHN and RUS", () => query.Contacts("CHN", "RUS", limit: 1_000_000).Count);
        Measured("timeline of AFG and ARG", () => query.Contacts("AFG", "ARG", limit: 1_000_000).Count);
        Measured("dyad-month index of AFG and ARG", () => query.Index("AFG", "ARG").Count);
        Measured("dyad-month index of all pairs", () => query.DyadMonths().Count);
    }

    Measured(
        "search a word of an actor, first 100",
        () =>
            query
                .Search(
                    new SearchTerms
                    {
                        Words = ["fisheries"],
                        Actors = ["KEN"],
                        Kind = "statement",
                    }
                )
                .Count
    );
    Measured("coverage, source by day", () => query.Coverage().Count);
    return 0;
}

static int Compact(string path)
{
    var clock = Stopwatch.StartNew();
    var name = Compaction.Run(path);
    Console.Out.WriteLine($"compaction: {clock.Elapsed.TotalSeconds:N1} s, {name ?? "nothing to do"}");
    return 0;
}

// On a busy machine the clock tells of the others; the processor time is ours, over all threads.
static void Measured(string what, Func<long> ask)
{
    var before = Environment.CpuUsage.TotalTime;
    var clock = Stopwatch.StartNew();
    var rows = ask();
    Console.Out.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {clock.Elapsed.TotalMilliseconds:N0} ms, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:N0} ms of processor, {rows:N0} rows"
        )
    );
}
