using System.Runtime.InteropServices;
using Chancery.Knowledge;

if (args is not [var folder, var target])
{
    Console.Error.WriteLine("usage: Chancery.PackCompiler TABLES_FOLDER OUT_FILE");
    return 2;
}

try
{
    var pack = KnowledgePack.Of(name => File.OpenRead(Path.Combine(folder, Path.GetFileName(name))));
    File.WriteAllBytes(target, MemoryMarshal.AsBytes(WorldCompiler.Compile(pack).AsSpan()));
    return 0;
}
catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or IndexOutOfRangeException)
{
    // In the form that the build shows as an error of its own.
    Console.Error.WriteLine($"{folder} : error CH1490: the knowledge pack does not compile: {error.Message}");
    return 1;
}
