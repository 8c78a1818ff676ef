namespace Chancery.Cli.Rendering;

/// <summary>The shapes of a picture.</summary>
internal enum ShapeKind
{
    /// <summary>A filled rectangle.</summary>
    Bar,

    /// <summary>A level line.</summary>
    Line,

    /// <summary>A circle, filled or hollow.</summary>
    Disc,

    /// <summary>Words.</summary>
    Words,
}
