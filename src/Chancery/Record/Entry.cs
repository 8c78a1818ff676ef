using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>
/// One entry of the record: something that the words of one document say. Its first span is the predicate, without which there
/// is no entry. <see cref="Id"/> is empty until the entry is sealed, for it is the hash of all the rest.
/// </summary>
public abstract record Entry
{
    /// <summary>The content hash, see <see cref="EntryJson.Seal{T}"/>.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of the kind in the published record.</summary>
    public abstract string Kind { get; }

    /// <summary>The document that says so.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The words that say so, predicate first.</summary>
    public required ImmutableArray<Span> Spans { get; init; }

    /// <summary>According to whom, outermost first. The report itself stands first.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>How it stands to the world.</summary>
    public EntryStatus Status { get; init; }

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The rule or model that made it, such as <c>codebook/verb:praise</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Why its fields have their values.</summary>
    public ImmutableArray<Reason> Reasons { get; init; } = [];
}
