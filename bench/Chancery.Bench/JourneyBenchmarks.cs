using BenchmarkDotNet.Attributes;
using Chancery.Accounts;
using Chancery.Actors;
using Chancery.Attribution;
using Chancery.Coding;
using Chancery.Dating;
using Chancery.Record;

namespace Chancery.Bench;

/// <summary>
/// Each stage alone, on what the stages before it gave, and the whole way from text to printed record. One operation reads all
/// documents once, on one thread.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(PerTokenConfig))]
public class JourneyBenchmarks
{
    private readonly Clerk _clerk = new(Texts.Reader);
    private readonly Stop[] _stops;

    public JourneyBenchmarks() => _stops = [.. Texts.Parsed.Select(text => Stop.Of(text, _clerk))];

    [Benchmark(Description = "Reading: text to trees")]
    public int Read() => Sum(stop => Texts.Reader.Read(stop.Document).Tokens.Length);

    [Benchmark(Description = "Dating: the document's day")]
    public bool Date() => Sum(stop => DocumentDating.Date(stop.Text).IsUnknown ? 1 : 0) > 0;

    [Benchmark(Description = "Actors: mentions to entities")]
    public int Link() => Sum(stop => ActorReader.Read(stop.Text, stop.Day).Mentions.Length);

    [Benchmark(Description = "Dating: time expressions")]
    public int Times() => Sum(stop => TimeReader.Read(stop.Text, stop.Cast, stop.Day).Expressions.Length);

    [Benchmark(Description = "Attribution: who said so")]
    public int Attribute() => Sum(stop => Attributor.Read(stop.Text, stop.Cast, stop.Chronology).Statements.Length);

    [Benchmark(Description = "Coding: events")]
    public int Events() => Sum(stop => EventCoder.Code(stop.Text, stop.Cast, stop.Chronology).Length);

    [Benchmark(Description = "Coding: facts and figures")]
    public int Facts() =>
        Sum(stop =>
            FactReader.Read(stop.Text, stop.Cast, stop.Chronology).Length + FigureReader.Read(stop.Text, stop.Cast, stop.Chronology).Length
        );

    [Benchmark(Description = "Accounts: who tells of what")]
    public int Accounts() =>
        Sum(stop => AccountReader.Read(stop.Text, stop.Cast, stop.Head, stop.Events, stop.Statements, stop.Positions).Accounts.Length);

    [Benchmark(Description = "Record: naming by hash")]
    public int Seal() =>
        Sum(stop =>
        {
            using var scribe = new EntryScribe(stop.Document);
            var named = 0;
            foreach (var entry in stop.Entries)
                named += scribe.Seal(entry).Id.Length;
            return named;
        });

    [Benchmark(Description = "The whole: text to records", Baseline = true)]
    public int Whole() => Sum(stop => _clerk.Read(stop.Document).Entries.Length);

    [Benchmark(Description = "The whole, printed as JSON lines")]
    public int Printed() =>
        Sum(stop =>
        {
            using var scribe = new EntryScribe(stop.Document);
            var bytes = 0;
            foreach (var entry in _clerk.Read(stop.Document).Entries)
                bytes += scribe.Write(entry).Length;
            return bytes;
        });

    private int Sum(Func<Stop, int> run)
    {
        var total = 0;
        foreach (var stop in _stops)
            total += run(stop);
        return total;
    }
}
