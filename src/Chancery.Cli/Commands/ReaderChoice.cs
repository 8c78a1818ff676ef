using System.CommandLine;
using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary>Opens the reader that the commands use.</summary>
internal static class ReaderChoice
{
    /// <summary>The option by which a command lets its user choose.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--model")
        {
            Description = "The reader: fast, or accurate at a fraction of the speed.",
            DefaultValueFactory = _ => "fast",
        };
        option.AcceptOnlyFromAmong("fast", "accurate");
        return option;
    }

    /// <summary>The size that the option names; fast where it was left out.</summary>
    public static ReaderSize SizeOf(string? model) => model == "accurate" ? ReaderSize.Accurate : ReaderSize.Fast;

    /// <summary>The built-in reader of the size that the option names.</summary>
    public static IReader Open(string? model = null) => NeuralReader.Load(SizeOf(model));
}
