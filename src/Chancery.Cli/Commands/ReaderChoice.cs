using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary>Opens the reader that the commands use.</summary>
internal static class ReaderChoice
{
    /// <summary>The built-in reader; null, after a coded complaint, where this build carries none.</summary>
    public static IReader? Open()
    {
        Console.Error.WriteLine("error CH2001 models/: this build carries no reading model. Train one with training/ and build again.");
        return null;
    }
}
