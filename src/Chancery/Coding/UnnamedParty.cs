using System.Collections.Frozen;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// Those who act or suffer without a name or a state that the text gives: "police fired at protesters". They stay what the words call them; who they
/// are is not guessed.
/// </summary>
internal static class UnnamedParty
{
    private static readonly FrozenSet<string> Words = EmbeddedTable
        .Rows("codebook/events/parties.csv")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Apart = Codebook.ClassOf("stateless");

    /// <summary>Whether the table of parties has a noun, by its dictionary form.</summary>
    public static bool IsNamedBy(string lemma) => Words.Contains(lemma);

    /// <summary>Whether a noun names people, one or many, or bears a name, rather than a thing: "received its first flights" is no visit.</summary>
    public static bool IsSomebody(ParsedText text, int head) =>
        text.Tokens[head].Tag is UniversalTag.PROPN or UniversalTag.PRON
        || At(text, head) is not null
        || text.Tokens[head].Tag == UniversalTag.NOUN && World.Default.Role(text.Form(head).ToString().ToLowerInvariant()) is not null;

    /// <summary>Whether a noun names people who bear no arms: workers, students, residents.</summary>
    public static bool IsCivil(ParsedText text, int head)
    {
        if (head < 0 || text.Tokens[head].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
            return false;
        if (Codebook.IsOf("workers", text.Tokens[head].Lemma))
            return true;
        // "thousands of farmers", "members of the union".
        if (
            text.Dependent(head, Relation.Nmod) is var of and >= 0
            && ClauseTree.HasCase(text, of, "of")
            && text.Tokens[of].Tag == UniversalTag.NOUN
            && text.Tokens[head].Tag == UniversalTag.NOUN
            && IsCivil(text, of)
        )
            return true;
        return World.Default.Role(text.Form(head).ToString().ToLowerInvariant())
            is { Kind: "person", Sector: "civilian" or "academia" or "business" or "media" };
    }

    /// <summary>Whether a noun names people who act for no state or body that is named beside them as a place: rebels, students, traders.</summary>
    public static bool StandsApart(ParsedText text, int head) =>
        At(text, head) is not null
        && (World.Default.Role(text.Form(head).ToString().ToLowerInvariant()) is not { } role || Apart.Contains(role.Sector));

    /// <summary>Whether a noun names people who act for no state, though it may own them: "Colombia's last rebel group", "Iran's students".</summary>
    public static bool IsOfNoState(ParsedText text, int head)
    {
        if (World.Default.Role(text.Form(head).ToString().ToLowerInvariant()) is { Kind: "person" } role)
            return Apart.Contains(role.Sector);
        foreach (var dependent in text.Dependents(head))
            if (
                text.Tokens[dependent].Relation is Relation.Compound or Relation.Amod
                && World.Default.Role(text.Form(dependent).ToString().ToLowerInvariant() + "s") is { Sector: "rebel" }
            )
                return true;
        return false;
    }

    /// <summary>The party that a noun names in this sense; null for any other word.</summary>
    public static Entity? At(ParsedText text, int head)
    {
        if (head < 0 || text.Tokens[head].Tag != UniversalTag.NOUN || InstrumentReader.IsMeans(text, head))
            return null;
        var noun = text.Form(head).ToString().ToLowerInvariant();
        if (
            !Words.Contains(noun)
            && !Words.Contains(text.Tokens[head].Lemma)
            && World.Default.Role(noun) is not { Kind: "person" or "army" }
        )
            return null;
        var first = head;
        while (
            first > 0
            && !ClauseTree.Is(text, first - 1, "own")
            && text.Tokens[first - 1] is { Relation: Relation.Compound or Relation.Amod, Tag: UniversalTag.NOUN or UniversalTag.ADJ } before
            && before.Head == head
        )
            first--;
        var name = text.SpanOf(first, head + 1).In(text.Document.Text).ToString().ToLowerInvariant();
        // "rebel boats" are those of rebels.
        if (text.Tokens[head] is { Relation: Relation.Compound, Penn: PennTag.NN } && World.Default.Role(noun + "s") is { Kind: "person" })
            name += "s";
        return new Entity
        {
            Id = "unknown/" + name.Replace(' ', '-'),
            Name = name,
            Type = EntityType.Group,
            Span = text.SpanOf(first, head + 1),
        };
    }
}
