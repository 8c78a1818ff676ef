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
    private static readonly FrozenSet<string> Words = EmbeddedTable.Rows("codebook/events/parties.csv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The party that a noun names in this sense; null for any other word.</summary>
    public static Entity? At(ParsedText text, int head)
    {
        if (head < 0 || text.Tokens[head].Tag != UniversalTag.NOUN) return null;
        var noun = text.Form(head).ToString().ToLowerInvariant();
        if (!Words.Contains(noun) && World.Default.Role(noun) is not { Many: true, Kind: "person" or "army" }) return null;
        var first = head;
        while (first > 0 && text.Tokens[first - 1] is { Relation: Relation.Compound or Relation.Amod, Tag: UniversalTag.NOUN or UniversalTag.ADJ } before && before.Head == head) first--;
        var name = text.SpanOf(first, head + 1).In(text.Document.Text).ToString().ToLowerInvariant();
        return new Entity { Id = "unknown/" + name.Replace(' ', '-'), Name = name, Type = EntityType.Group, Span = text.SpanOf(first, head + 1) };
    }
}
