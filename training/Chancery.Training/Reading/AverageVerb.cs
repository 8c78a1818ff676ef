namespace Chancery.Training.Reading;

/// <summary>Averages readers that went on from one start: <c>average VECTORS OUT READER.bin...</c></summary>
internal static class AverageVerb
{
    public static int Run(string[] arguments)
    {
        LearntNetwork.Read(arguments[2..], new PinnedFile(arguments[0]).Vectors()).Write(arguments[1]);
        return 0;
    }
}
