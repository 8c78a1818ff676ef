using System.Runtime.InteropServices;

namespace Chancery.Archive;

/// <summary>Makes what was written outlive a power cut: file contents, then the folder entries that name them.</summary>
internal static partial class Durable
{
    /// <summary>Forces the bytes of a file to the disk.</summary>
    public static void File(string path)
    {
        using var handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Forces a folder's list of names to the disk. Where the system has no such call (Windows) the rename itself is durable.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(path, 0);
        if (descriptor < 0)
            return;
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    /// <summary>Writes a small file whole: beside its place, forced to the disk, then renamed. An existing file of that name is kept.</summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> bytes)
    {
        if (System.IO.File.Exists(path))
            return;
        var beside = path + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".tmp";
        using (var stream = System.IO.File.Create(beside))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(beside, path, overwrite: true);
        Folder(Path.GetDirectoryName(path)!);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
