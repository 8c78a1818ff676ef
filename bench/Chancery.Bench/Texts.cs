using System.Collections.Immutable;
using Chancery.Intake;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Bench;

/// <summary>What the benchmarks read: the bundled samples, or the files under the folder that CHANCERY_BENCH_TEXTS names.</summary>
internal static class Texts
{
    /// <summary>The reader that all benchmarks share.</summary>
    public static NeuralReader Reader { get; } = NeuralReader.Load(ReaderSize.Fast);

    public static ImmutableArray<Document> Documents { get; } =
    [
        .. new Door(new Declared(), () => Stream.Null)
            .Receive([Environment.GetEnvironmentVariable("CHANCERY_BENCH_TEXTS") ?? Samples()])
            .Select(arrival => arrival.Document)
            .OfType<Document>(),
    ];

    public static ImmutableArray<ParsedText> Parsed { get; } = [.. Documents.Select(Reader.Read)];

    public static int Tokens { get; } = Parsed.Sum(text => text.Tokens.Length);

    public static int Sentences { get; } = Parsed.Sum(text => text.Sentences.Length);

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Chancery.slnx")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new DirectoryNotFoundException("the benchmarks must run inside the checkout"),
            "samples"
        );
    }
}
