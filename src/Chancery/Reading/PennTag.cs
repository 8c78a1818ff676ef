namespace Chancery.Reading;

/// <summary>
/// The Penn part-of-speech tags of the English treebanks' fifth column, punctuation tags gathered into three. They carry what the
/// universal tags drop: tense, number and degree.
/// </summary>
#pragma warning disable CS1591 // Each member is the Penn label; possessive forms end in P for the dollar sign.
public enum PennTag : byte
{
    None, ADD, AFX, CC, CD, DT, EX, FW, GW, HYPH, IN, JJ, JJR, JJS, LS, MD, NFP, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPP, RB, RBR, RBS, RP, SYM, TO, UH,
    VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPP, WRB, Stop, Comma, Colon, OpenQuote, CloseQuote, LeftBracket, RightBracket, Currency,
}
