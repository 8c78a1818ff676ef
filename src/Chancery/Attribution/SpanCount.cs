namespace Chancery.Attribution;

/// <summary>How stretches of one role agree.</summary>
internal sealed class SpanCount
{
    public int Gold { get; set; }

    public int Found { get; set; }

    /// <summary>Those with the same first and last word.</summary>
    public int Exact { get; set; }

    /// <summary>Labelled stretches that something found overlaps.</summary>
    public int GoldHit { get; set; }

    /// <summary>Found stretches that something labelled overlaps.</summary>
    public int FoundHit { get; set; }

    public double ExactF1 => Gold + Found == 0 ? 0 : 2.0 * Exact / (Gold + Found);

    public double OverlapF1
    {
        get
        {
            double recall = Gold == 0 ? 0 : (double)GoldHit / Gold,
                precision = Found == 0 ? 0 : (double)FoundHit / Found;
            return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
        }
    }
}
