using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Who says so, in one document.</summary>
/// <param name="Statements">The statements, each with its chain of sources, the report itself first and the speakers last.</param>
/// <param name="Positions">Where actors stand.</param>
public sealed record AttributedText(ImmutableArray<Statement> Statements, ImmutableArray<Position> Positions);
