using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>What coding found in one document, before it is known according to whom.</summary>
/// <param name="Events">The events.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Figures">The figures.</param>
public sealed record CodedText(ImmutableArray<Event> Events, ImmutableArray<Fact> Facts, ImmutableArray<Figure> Figures);
