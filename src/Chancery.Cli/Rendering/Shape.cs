namespace Chancery.Cli.Rendering;

/// <summary>One shape of a picture.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="X">Its left edge, or the centre of a disc, in pixels from the left.</param>
/// <param name="Y">Its upper edge, the centre of a disc, or the line that words stand on, in pixels from the top.</param>
/// <param name="Wide">Its width, or the radius of a disc.</param>
/// <param name="High">Its height.</param>
/// <param name="Fill">The colour inside, as <c>#rrggbb</c>; <c>none</c> for a hollow one.</param>
/// <param name="Stroke">The colour of its outline.</param>
/// <param name="Words">The words themselves, or what a reader of SVG is told of the shape.</param>
internal readonly record struct Shape(
    ShapeKind Kind,
    double X,
    double Y,
    double Wide,
    double High,
    string Fill,
    string Stroke,
    string? Words
);
