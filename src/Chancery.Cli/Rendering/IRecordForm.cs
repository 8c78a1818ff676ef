namespace Chancery.Cli.Rendering;

/// <summary>A printed form of the record. Writing is pure and may run on any thread; the parts come out in order.</summary>
internal interface IRecordForm
{
    /// <summary>What stands before all.</summary>
    ReadOnlyMemory<byte> Opening { get; }

    /// <summary>What stands between two documents.</summary>
    ReadOnlyMemory<byte> Between { get; }

    /// <summary>What stands after all.</summary>
    ReadOnlyMemory<byte> Closing { get; }

    /// <summary>One document's record.</summary>
    ReadOnlyMemory<byte> Write(Dossier dossier);
}
