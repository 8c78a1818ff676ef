using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>Something the pack knows.</summary>
/// <param name="Id">Its readable id.</param>
/// <param name="Name">The name it is known by.</param>
/// <param name="Type">What sort of thing it is.</param>
/// <param name="State">The state it is, belongs to or lies in, as ISO 3166-1 alpha-3; null where none.</param>
public sealed record KnownEntity(string Id, string Name, EntityType Type, string? State);
