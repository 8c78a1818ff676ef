using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary>Opens the reader that the commands use.</summary>
internal static class ReaderChoice
{
    /// <summary>The built-in reader. This build carries no trained model, so words are read by their shape and the caller is told.</summary>
    public static IReader Open()
    {
        Console.Error.WriteLine("warning CH2001 models/: this build carries no reading model: words are read by their shape, and whatever needs trees stays empty.");
        return new ShapeReader();
    }
}
