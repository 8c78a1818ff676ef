namespace Chancery.Reading.Network;

/// <summary>The sizes of a network. All but <paramref name="Vector"/> are multiples of 16, the register width in floats.</summary>
/// <param name="Input">The width of what stands for a word.</param>
/// <param name="Hidden">The width of one direction of one recurrent layer.</param>
/// <param name="Arc">The width of the space where dependents look for heads.</param>
/// <param name="Label">The width of the space where pairs are given a relation.</param>
/// <param name="Vector">The width of the word vectors.</param>
internal readonly record struct NetworkShape(int Input, int Hidden, int Arc, int Label, int Vector)
{
    /// <summary>The number of recurrent layers.</summary>
    public const int Layers = 2;

    /// <summary>Room for the universal tags.</summary>
    public const int Universal = 32;

    /// <summary>Room for the Penn tags.</summary>
    public const int Penn = 64;

    /// <summary>Room for the marks of names.</summary>
    public const int Name = 32;

    /// <summary>Room for the relations.</summary>
    public const int Relation = 64;

    /// <summary>Both directions together.</summary>
    public int Both => 2 * Hidden;

    /// <summary>The four gates of one direction.</summary>
    public int Gates => 4 * Hidden;

    /// <summary>Where the heads stand in a row of the joint output.</summary>
    public int PennAt => Universal;

    /// <inheritdoc cref="PennAt"/>
    public int NameAt => PennAt + Penn;

    /// <inheritdoc cref="PennAt"/>
    public int DependentAt => NameAt + Name;

    /// <inheritdoc cref="PennAt"/>
    public int HeadAt => DependentAt + Arc;

    /// <inheritdoc cref="PennAt"/>
    public int LabelDependentAt => HeadAt + Arc;

    /// <inheritdoc cref="PennAt"/>
    public int LabelHeadAt => LabelDependentAt + Label;

    /// <summary>The width of a row of the joint output.</summary>
    public int Output => LabelHeadAt + Label;

    /// <summary>The width of the input of a recurrent layer.</summary>
    public int InputOf(int layer) => layer == 0 ? Input : Both;
}
