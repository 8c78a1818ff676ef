namespace Chancery.Reading;

/// <summary>The sizes in which the neural reader comes.</summary>
public enum ReaderSize
{
    /// <summary>For bulk: two layers of 96 in each direction.</summary>
    Fast,

    /// <summary>For few documents that matter: two layers of 192 in each direction.</summary>
    Accurate,
}
