using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Compares labelled parties, which are plain words, with the entities of a record. A state and its government or foreign ministry count as one, as do a state and its envoy or troops whom the text leaves unnamed; a party
/// without a name is the same where one of the two phrases holds all words of the other ("residents", "300 residents of Goma").
/// </summary>
internal sealed class PartyNames(Clerk clerk)
{
    // People of whom the words say no more than how many are not compared: labels leave them out.
    private static readonly HashSet<string> Uncounted =
    [
        "people",
        "persons",
        "others",
        "many",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "hundreds",
        "thousands",
        "dozens",
    ];
    private readonly Dictionary<string, Entity?> _labels = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether every label has its entity, and there is no entity more. With a text, a label is also the entity whose own words there hold all of the label's: a labeller writes
    /// "soldiers" of those whom the record knows for an army.
    /// </summary>
    public bool Same(ImmutableArray<string> labels, ImmutableArray<Entity> entities, string? text = null)
    {
        var left = entities
            .SelectMany(entity => entity.Type == EntityType.Group && !entity.Members.IsDefaultOrEmpty ? entity.Members : [entity])
            .DistinctBy(entity => entity.Id)
            .Where(entity => !Words(entity.Name).IsSubsetOf(Uncounted))
            .ToList();
        foreach (var label in labels)
        {
            var at = left.FindIndex(entity => Same(label, entity));
            if (at < 0 && text is not null)
                at = left.FindIndex(entity => IsQuoted(label, entity, text));
            if (at < 0)
                return false;
            left.RemoveAt(at);
        }

        return left.Count == 0;
    }

    private static bool IsQuoted(string label, Entity entity, string text) =>
        entity.Span is { } span && Words(label) is { Count: > 0 } words && words.IsSubsetOf(Words(span.In(text).ToString()));

    private bool Same(string label, Entity entity)
    {
        var known = Known(label);
        if (
            known is not null
            && (
                known.Id == entity.Id
                || known.State is not null && known.State == entity.State && IsGovernment(known) && IsGovernment(entity)
            )
        )
            return true;
        if (
            known is { Type: EntityType.State }
            && known.State == entity.State
            && entity.Id.StartsWith("unknown/", StringComparison.Ordinal)
        )
            return true;
        var (words, others) = (Words(label), Words(entity.Name));
        return words.SetEquals(others)
            || (entity.Id.StartsWith("unknown/", StringComparison.Ordinal) || known is null)
                && words.Count > 0
                && others.Count > 0
                && (words.IsSubsetOf(others) || others.IsSubsetOf(words));
    }

    // A label is read as any other text is, so that "Congolese army" is the army of the record.
    private Entity? Known(string label)
    {
        if (_labels.TryGetValue(label, out var found))
            return found;
        if (World.Default.Named(label) is { } named)
            found = new Entity
            {
                Id = named.Id,
                Name = named.Name,
                Type = named.Type,
                State = named.State,
            };
        else
            found = clerk
                .Read(Document.Of(char.ToUpperInvariant(label[0]) + label[1..] + " said so."))
                .Cast.Mentions.FirstOrDefault(mention => mention.FirstToken == 0 && mention.Entities.Length == 1)
                ?.Entities[0];
        return _labels[label] = found;
    }

    private static bool IsGovernment(Entity entity) =>
        entity.Type == EntityType.State
        || entity.Type == EntityType.Organ
            && (
                entity.Id.EndsWith(".government", StringComparison.Ordinal)
                || entity.Id.EndsWith(".mfa", StringComparison.Ordinal)
                || entity.Id.EndsWith(".presidency", StringComparison.Ordinal)
            );

    private static HashSet<string> Words(string text) =>
        [
            .. text.ToLowerInvariant()
                .Split([' ', '-', ',', '.', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word is not ("the" or "of" or "in" or "s" or "at" or "from") && !char.IsAsciiDigit(word[0])),
        ];
}
