using System.Runtime.InteropServices;
using Chancery.Knowledge;
using Sylvan.Data.Csv;

if (args is not [var folder, var target])
{
    Console.Error.WriteLine("usage: Chancery.PackCompiler TABLES_FOLDER OUT_FILE");
    return 2;
}

var table = folder; // the file last opened: the one that a fault is in
try
{
    var pack = KnowledgePack.Of(name => File.OpenRead(table = Path.Combine(folder, Path.GetFileName(name))));
    table = folder;
    File.WriteAllBytes(target, MemoryMarshal.AsBytes(WorldCompiler.Compile(pack).AsSpan()));
    return 0;
}
catch (Exception error)
    when (error is InvalidOperationException or CsvFormatException or IOException or UnauthorizedAccessException or IndexOutOfRangeException
    )
{
    // In the form that the build shows as an error of its own.
    Console.Error.WriteLine($"{table} : error CH1490: the knowledge pack does not compile: {error.Message}");
    return 1;
}
