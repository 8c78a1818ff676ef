namespace Chancery.Record;

/// <summary>People killed, hurt or taken in an event, as the words give it. Numbers are persons; unknown bounds are null.</summary>
/// <param name="Harm">killed, wounded, missing, detained, displaced.</param>
/// <param name="Low">The least that the words allow.</param>
/// <param name="Best">The number that the words name.</param>
/// <param name="High">The most that the words allow.</param>
/// <param name="Span">The words.</param>
public sealed record Casualties(string Harm, long? Low, long? Best, long? High, Span Span);
