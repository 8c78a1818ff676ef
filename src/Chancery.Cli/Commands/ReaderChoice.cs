using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary>Opens the reader that the commands use.</summary>
internal static class ReaderChoice
{
    /// <summary>The built-in reader.</summary>
    public static IReader Open() => NeuralReader.Load(ReaderSize.Fast);
}
