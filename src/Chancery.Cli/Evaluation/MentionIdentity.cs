using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>Whether an entity is the one that a label names.</summary>
internal static class MentionIdentity
{
    /// <summary>Whether the entities are those of the labels, in any order.</summary>
    public static bool Same(IReadOnlyList<string> who, IReadOnlyList<Entity> entities)
        => who.Count == entities.Count && who.All(label => entities.Any(entity => Is(label, entity)))
            && entities.All(entity => who.Any(label => Is(label, entity)));

    private static bool Is(string label, Entity entity)
    {
        var unknown = entity.Id.StartsWith("unknown/", StringComparison.Ordinal);
        switch (label[0])
        {
            case '~': return unknown && (entity.State ?? "") == label[1..];
            case '@' or '#' or '=':
                var name = label[1..];
                if (World.Default.Named(name) is { } known && known.Id == entity.Id) return true;
                var (mine, theirs) = (Fold(name), Fold(entity.Name));
                return mine == theirs || unknown && (" " + theirs).EndsWith(" " + mine, StringComparison.Ordinal);
            default:
                if (label.Contains('/', StringComparison.Ordinal)) return entity.Id == label;
                return entity.Id == (label.Contains('.', StringComparison.Ordinal) ? "organ/" : "state/") + label;
        }
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var c in Folding.Of(name)) folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        var words = string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
    }
}
