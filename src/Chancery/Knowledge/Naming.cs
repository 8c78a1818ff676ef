namespace Chancery.Knowledge;

/// <summary>What a name stands for.</summary>
internal readonly record struct Naming(string Entity, NameKind Kind);
