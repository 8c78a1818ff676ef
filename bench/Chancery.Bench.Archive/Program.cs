using System.Diagnostics;
using System.Globalization;
using Chancery.Archive;
using Chancery.Bench.Archive;

// dotnet run -c Release --project bench/Chancery.Bench.Archive -- make DIR RECORDS | ask DIR | compact DIR
if (args is ["make", var target, var count]) return Make(target, long.Parse(count, CultureInfo.InvariantCulture));
if (args is ["ask", var archive]) return Ask(archive);
if (args is ["compact", var folder]) return Compact(folder);
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
        var batch = new (Chancery.Record.Document, System.Collections.Immutable.ImmutableArray<Chancery.Record.Entry>)[(int)Math.Min(Batch, documents - first)];
        Parallel.For(0, batch.Length, i => batch[i] = SyntheticDocument.Of(first + i));
        var before = Environment.CpuUsage.TotalTime;
        clock.Start();
        foreach (var (document, entries) in batch) writer.Add(document, entries);
        writer.Commit();
        clock.Stop();
        busy += Environment.CpuUsage.TotalTime - before;
        var done = (first + batch.Length) * SyntheticDocument.Entries;
        Console.Error.Write($"\r{done:N0} records, {done / clock.Elapsed.TotalSeconds:N0}/s by the clock, {done / busy.TotalSeconds:N0} a core-second ");
    }

    var result = writer.Complete();
    Console.Error.WriteLine();
    Console.Out.WriteLine($"ingest: {result.Entries:N0} records in {clock.Elapsed.TotalSeconds:N1} s, {result.Entries / clock.Elapsed.TotalSeconds:N0} a second by the clock, "
        + $"{result.Entries / busy.TotalSeconds:N0} a core-second; {result.Segments.Count} segments, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
    return 0;
}

static int Ask(string path)
{
    var clock = Stopwatch.StartNew();
    using var archive = ArchiveReader.Open(path);
    Tell("open", clock, archive.Segments.Length);
    var query = new ArchiveQuery(archive);
    for (var round = 0; round < 2; round++)
    {
        Console.Out.WriteLine(round == 0 ? "first time" : "again");
        clock.Restart();
        Tell("dyad-month index of all pairs", clock, query.DyadMonths().Count);
        clock.Restart();
        Tell("dyad-month index of RUS towards UKR", clock, query.DyadMonths("RUS", "UKR").Count);
        clock.Restart();
        Tell("timeline of CHN and RUS", clock, query.Timeline("CHN", "RUS", limit: 1_000_000).Count);
        foreach (var number in (long[])[round + 7, round + 777])
        {
            var id = SyntheticDocument.Of(number).Entries[5].Id;
            clock.Restart();
            Tell("look up an entry by its id", clock, archive.Find(id).Count);
        }
        clock.Restart();
        Tell("the record of a document", clock, archive.Entries(SyntheticDocument.Of(3 + round).Document.Id).Count);
        clock.Restart();
        Tell("search two words of an actor, first 100", clock, query.Search(new SearchTerms { Words = ["fisheries"], Actors = ["KEN"], Kind = "statement" }).Count);
    }

    clock.Restart();
    Tell("coverage, source by day", clock, query.Coverage().Count);
    return 0;
}

static int Compact(string path)
{
    var clock = Stopwatch.StartNew();
    var name = Compaction.Run(path);
    Console.Out.WriteLine($"compaction: {clock.Elapsed.TotalSeconds:N1} s, {name ?? "nothing to do"}");
    return 0;
}

static void Tell(string what, Stopwatch clock, long rows)
    => Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalMilliseconds:N0} ms, {rows:N0} rows"));
