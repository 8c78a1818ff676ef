namespace Chancery.Reading;

/// <summary>
/// The morphological features that coding needs, as flags. They follow Universal Dependencies; a token has those that its form
/// and tags show, and no others.
/// </summary>
[Flags]
#pragma warning disable CS1591 // Each flag is a UD feature and value written together; https://universaldependencies.org/en/feat/ defines them.
public enum Features : uint
{
    None = 0,
    TensePast = 1 << 0,
    TensePres = 1 << 1,
    MoodInd = 1 << 2,
    MoodImp = 1 << 3,
    VerbFin = 1 << 4,
    VerbInf = 1 << 5,
    VerbGer = 1 << 6,
    VerbPart = 1 << 7,
    VoicePass = 1 << 8,
    NumberSing = 1 << 9,
    NumberPlur = 1 << 10,
    Person1 = 1 << 11,
    Person2 = 1 << 12,
    Person3 = 1 << 13,
    DegreeCmp = 1 << 14,
    DegreeSup = 1 << 15,
    Poss = 1 << 16,
    Reflex = 1 << 17,
    Negative = 1 << 18,
    PronPrs = 1 << 19,
    PronDem = 1 << 20,
    PronInt = 1 << 21,
    PronRel = 1 << 22,
    Definite = 1 << 23,
    Indefinite = 1 << 24,
    GenderMasc = 1 << 25,
    GenderFem = 1 << 26,
    GenderNeut = 1 << 27,
}
