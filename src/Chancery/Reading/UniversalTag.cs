namespace Chancery.Reading;

/// <summary>The seventeen universal parts of speech (Universal Dependencies 2). The names are the labels of the treebanks.</summary>
#pragma warning disable CS1591 // Each member is the UD label itself; https://universaldependencies.org/u/pos/ defines them.
public enum UniversalTag : byte
{
    X,
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
}
