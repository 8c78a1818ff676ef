using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Chancery.Bench;

/// <summary>Adds the units that a user of the reader counts in: sentences a second, tokens a second, bytes allocated a token.</summary>
public sealed class PerTokenConfig : ManualConfig
{
    /// <summary>Short runs, in this process so that no second build is needed: the figures show a change of a tenth, not of a hundredth.</summary>
    public PerTokenConfig()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8));
        AddColumn(
            new RateColumn("Sentences/s", (report, _) => Texts.Sentences / (report.ResultStatistics!.Mean / 1e9)),
            new RateColumn("Tokens/s", (report, _) => Texts.Tokens / (report.ResultStatistics!.Mean / 1e9)),
            new RateColumn(
                "Bytes/token",
                (report, benchmark) => (report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0) / (double)Texts.Tokens
            )
        );
    }
}
