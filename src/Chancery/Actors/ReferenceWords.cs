using System.Collections.Frozen;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>The words by which it is told what a pronoun may stand for: <c>codebook/actors/references.csv</c>.</summary>
internal static class ReferenceWords
{
    private static readonly string[][] Rows = [.. EmbeddedTable.Rows("codebook/actors/references.csv")];

    /// <summary>Verbs whose subject can only be one who decides, those of speech included.</summary>
    public static readonly FrozenSet<string> ActorVerbs = Of("actor-verb")
        .Concat(EmbeddedTable.Rows("codebook/attribution/cues.csv").Where(static row => row[1] == "verb").Select(static row => row[0]))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs of speech and of what else tells a content.</summary>
    public static readonly FrozenSet<string> SpeechVerbs = EmbeddedTable
        .Rows("codebook/attribution/cues.csv")
        .Where(static row => row[1] == "verb")
        .Select(static row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns for what only a state or an organisation has ("its troops").</summary>
    public static readonly FrozenSet<string> ActorNouns = Of("actor-noun").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs after whose object a pronoun means that object ("accused Tokyo of forgetting its history").</summary>
    public static readonly FrozenSet<string> TowardObject = Of("toward-object").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs by which a third brings others together.</summary>
    public static readonly FrozenSet<string> Mediating = Of("mediating").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns for a person that are no office ("the host").</summary>
    public static readonly FrozenSet<string> Persons = Of("person-noun").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Kin who are "she".</summary>
    public static readonly FrozenSet<string> Kinswomen = Of("kinswoman").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Kin who are "he".</summary>
    public static readonly FrozenSet<string> Kinsmen = Of("kinsman").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Forms of address before a name ("Mr.", "Shri", "Sheikh").</summary>
    public static readonly FrozenSet<string> Addresses = Of("address").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words before "leader" that tell of another sphere than a state's ("spiritual leader").</summary>
    public static readonly FrozenSet<string> NoStateLeaders = Of("no-state-leader").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words before a noun for people by which they are of a state that the phrase does not name ("police officials").</summary>
    public static readonly FrozenSet<string> StateServices = Of("state-service").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns for who goes between others.</summary>
    public static readonly FrozenSet<string> GoBetweens = Of("go-between").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs and nouns for being in an office ("served as", "in his capacity as").</summary>
    public static readonly FrozenSet<string> Serving = Of("serving").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs by which somebody goes away from a place.</summary>
    public static readonly FrozenSet<string> Leaving = Of("leaving").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is written as a person is and is none ("God", "a nerve agent").</summary>
    public static readonly FrozenSet<string> NoPersons = Of("no-person").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The number that a word writes out, "both" among them; 0 where it writes none.</summary>
    public static int NumberOf(string? word) => word is not null && Numbers.TryGetValue(word, out var number) ? number : 0;

    private static readonly FrozenDictionary<string, int> Numbers = Rows.Where(static row =>
            row[0].StartsWith("number-", StringComparison.Ordinal)
        )
        .ToFrozenDictionary(
            static row => row[1],
            static row => int.Parse(row[0].AsSpan("number-".Length), CultureInfo.InvariantCulture),
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Of(string kind) => Rows.Where(row => row[0] == kind).Select(static row => row[1]);
}
