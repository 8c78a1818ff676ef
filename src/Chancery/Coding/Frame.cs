using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// One entry of the codebook: a word with what must stand beside it, and what it then tells. The frame is a list of conditions:
/// <c>+up</c> a particle, <c>^express/voice</c> one of these verbs that it is the object of, <c>for</c> a preposition, <c>=talk/deal</c> one of these words as object or modifier, <c>&gt;to</c> an
/// infinitive, <c>that</c> a clause, <c>must</c> a clause that says what should be done, <c>obj</c> an object, <c>name</c> an object that is a name, <c>means</c> a weapon as the doer, <c>xcomp</c> a complement of
/// that object; <c>!</c> before one forbids it.
/// </summary>
/// <param name="Id">The file, the word and the frame, as records cite it.</param>
/// <param name="Lemma">The dictionary form of the head word.</param>
/// <param name="Modifier">The word that must stand before a compound head ("phone" of "phone call"); null for a single word.</param>
/// <param name="Conditions">What must stand beside it.</param>
/// <param name="Type">PLOVER's type.</param>
/// <param name="Mode">PLOVER's mode or null.</param>
/// <param name="Cameo">The CAMEO code.</param>
/// <param name="Actors">Where the actors stand: alternatives, each a sum of places.</param>
/// <param name="Recipients">Where the recipients stand.</param>
/// <param name="Example">A sentence that it codes.</param>
internal sealed record Frame(
    string Id,
    string Lemma,
    string? Modifier,
    string[] Conditions,
    EventType Type,
    string? Mode,
    string Cameo,
    string[][] Actors,
    string[][] Recipients,
    string Example
)
{
    /// <summary>Whether several take part alike, and all are actors.</summary>
    public bool IsMutual => Recipients.Length == 0 && Actors is [{ Length: > 1 }];

    /// <summary>How narrow the frame is; of the frames that fit, the narrowest speaks.</summary>
    public int Weight { get; } =
        Conditions.Sum(c =>
            c[0] is '=' or '+' or '>' or '^' ? 3
            : c[0] == '!' ? 1
            : c == "both" ? 0
            : 2
        ) + (Modifier is null ? 0 : 4);
}
