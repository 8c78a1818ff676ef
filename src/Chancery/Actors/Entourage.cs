using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>
/// People whom a text tells by another: "an adviser to Ouattara", "a source close to the president", "a son of the leader", "the minister's
/// spokesman". The phrase is of somebody whom nothing names; the other is named within it.
/// </summary>
internal sealed class Entourage(ParsedText text, IReadOnlyList<string> lower, World world)
{
    // "the prime minister's foreign policy adviser".
    private const int LongestPost = 4;

    /// <summary>The mentions with the phrases made whole and those added that nobody had put down.</summary>
    public List<ResolvedMention> Completed(IReadOnlyList<ResolvedMention> mentions)
    {
        var whole = new List<ResolvedMention>(mentions);
        var starts = new Dictionary<int, ResolvedMention>();
        var ends = new Dictionary<int, int>();
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Entities is [{ Type: EntityType.Person }])
                starts.TryAdd(mentions[i].FirstToken, mentions[i]);
            if (mentions[i].Rule is "actors/unnamed-person" or "actors/unnamed-people")
                ends.TryAdd(mentions[i].EndToken, i);
        }

        foreach (var other in mentions)
        {
            if (other.Entities is not [{ Type: EntityType.Person } person] || starts.GetValueOrDefault(other.FirstToken) != other)
                continue;
            if (Serves(other.FirstToken, ends) is { } served)
                whole[served] = Grown(mentions[served], other.EndToken);
            else if (Kin(other.FirstToken) is >= 0 and var first)
                whole.Add(Unnamed(first, other.EndToken, other.FirstToken - 2, person.State, many: false));
            else if (other.Form == MentionForm.Title && Post(other.EndToken) is > 0 and var end)
                whole.Add(Unnamed(other.FirstToken, end, end - 1, person.State, world.Role(lower[end - 1]) is { Many: true }));
        }

        return whole;
    }

    // The phrase that ends in "to", "of" or "close to" before a word.
    private static int? Found(Dictionary<int, int> ends, int at) => ends.TryGetValue(at, out var mention) ? mention : null;

    private int? Serves(int at, Dictionary<int, int> ends) =>
        at < 2 ? null
        : lower[at - 1] == "to" ? Found(ends, at - 1) ?? (lower[at - 2] is "close" or "loyal" ? Found(ends, at - 2) : null)
        : lower[at - 1] is "of" or "from" ? Found(ends, at - 1)
        : null;

    // "a son of", "the half-brother of": where the phrase begins; -1 where it is none.
    private int Kin(int at)
    {
        if (at < 3 || lower[at - 1] != "of" || !IsKin(lower[at - 2]))
            return -1;
        var first = at - 3;
        while (first > 0 && text.Tokens[first].Tag is UniversalTag.ADJ or UniversalTag.PUNCT or UniversalTag.NUM && at - first < 6)
            first--;
        return text.Tokens[first].Tag == UniversalTag.DET || lower[first] == "one" ? first : -1;
    }

    private static bool IsKin(string word) => ReferenceWords.Kinsmen.Contains(word) || ReferenceWords.Kinswomen.Contains(word);

    // "'s foreign policy adviser": one past the post, where no name follows; 0 where it is none.
    private int Post(int at)
    {
        if (at >= lower.Count || lower[at] is not ("'s" or "’s" or "'" or "’"))
            return 0;
        for (var end = at + 1; end < lower.Count && end <= at + LongestPost; end++)
        {
            if (text.Tokens[end].Tag is not (UniversalTag.NOUN or UniversalTag.ADJ))
                return 0;
            var goesOn = end + 1 < lower.Count && text.Tokens[end + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN;
            if (world.Role(lower[end]) is { Kind: "person" } && !goesOn)
                return end + 1;
        }

        return 0;
    }

    private ResolvedMention Grown(ResolvedMention mention, int end)
    {
        var span = text.SpanOf(mention.FirstToken, end);
        return mention with { EndToken = end, Entities = [.. mention.Entities.Select(e => e with { Span = span })] };
    }

    private ResolvedMention Unnamed(int first, int end, int head, string? state, bool many)
    {
        var span = text.SpanOf(first, end);
        var from = lower[first] is "the" or "a" or "an" ? first + 1 : first;
        var words = text.SpanOf(from, end).In(text.Document.Text).ToString();
        var entity = new Entity
        {
            Id = "unknown/" + Slugs.Of(words),
            Name = words,
            Type = many ? EntityType.Group : EntityType.Person,
            State = state,
            Span = span,
        };
        var (rule, form) = many ? ("actors/unnamed-people", MentionForm.Group) : ("actors/unnamed-person", MentionForm.Title);
        return new(
            first,
            end,
            head,
            [entity],
            form,
            many ? null : "person",
            .65,
            rule,
            [new("entities", rule, "somebody who is told by another")]
        );
    }
}
