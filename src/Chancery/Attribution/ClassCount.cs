namespace Chancery.Attribution;

/// <summary>What was found of the labelled attributions of one form, or of one class of cue.</summary>
internal sealed class ClassCount
{
    public int Gold { get; set; }

    /// <summary>Those whose cue was found.</summary>
    public int Cue { get; set; }

    /// <summary>Those of them with the right source.</summary>
    public int Source { get; set; }

    /// <summary>Those of them with the right content.</summary>
    public int Content { get; set; }

    /// <summary>Those with all three right.</summary>
    public int Right { get; set; }
}
