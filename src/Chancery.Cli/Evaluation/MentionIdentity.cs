using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>Whether an entity is the one that a label names, and whether two labels name one.</summary>
internal static class MentionIdentity
{
    /// <summary>Whether the entities are those of the labels, in any order.</summary>
    public static bool Same(IReadOnlyList<string> who, IReadOnlyList<Entity> entities) =>
        who.Count == entities.Count
        && who.All(label => entities.Any(entity => Is(label, entity)))
        && entities.All(entity => who.Any(label => Is(label, entity)));

    /// <summary>Whether two labels of one phrase mean the same, in any order.</summary>
    public static bool Same(IReadOnlyList<string> who, IReadOnlyList<string> other) =>
        who.Count == other.Count
        && who.All(label => other.Any(named => Is(label, named)))
        && other.All(label => who.Any(named => Is(label, named)));

    private static bool Is(string label, string other)
    {
        if (label == other)
            return true;
        if (label[0] is '~' or '?' or '-' || other[0] is '~' or '?' or '-')
            return false;
        if (IdOf(label) is { } id && id == IdOf(other))
            return true;
        if (NameOf(label) is not { } mine || NameOf(other) is not { } theirs || mine.Sort != theirs.Sort)
            return false;
        var (one, two) = (Fold(mine.Name), Fold(theirs.Name));
        if (one == two)
            return true;
        if (mine.Sort != '@')
            return false;
        return World.Default.Key(mine.Name) == World.Default.Key(theirs.Name) || IsLast(one, two) || IsLast(two, one);
    }

    /// <summary>A single word that ends the whole name.</summary>
    private static bool IsLast(string last, string whole) =>
        !last.Contains(' ', StringComparison.Ordinal) && whole.EndsWith(" " + last, StringComparison.Ordinal);

    /// <summary>The id that a label gives or that the pack has for its name. An organ whose code is a word for another organ is that one: a junta is a government.</summary>
    private static string? IdOf(string label)
    {
        if (label[0] is '@' or '#' or '=')
            return World.Default.Named(label[1..])?.Id;
        if (label.Contains('/', StringComparison.Ordinal))
            return label;
        var dot = label.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? "state/" + label
            : $"organ/{label[..dot]}.{World.Default.Organ(label[(dot + 1)..])?.Split('|')[0] ?? label[(dot + 1)..]}";
    }

    /// <summary>The name in a label and what it names: a person, a body or a place; null where the label is the code of a state or organ.</summary>
    private static (char Sort, string Name)? NameOf(string label)
    {
        if (label[0] is '@' or '#' or '=')
            return (label[0], label[1..]);
        var slash = label.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : ('#', label[(slash + 1)..]);
    }

    private static bool Is(string label, Entity entity)
    {
        var unknown = entity.Id.StartsWith("unknown/", StringComparison.Ordinal);
        switch (label[0])
        {
            case '~':
                return unknown && (entity.State ?? "") == label[1..];
            case '@' or '#' or '=':
                var name = label[1..];
                if (World.Default.Named(name) is { } known && known.Id == entity.Id)
                    return true;
                var (mine, theirs) = (Fold(name), Fold(entity.Name));
                return mine == theirs || unknown && (" " + theirs).EndsWith(" " + mine, StringComparison.Ordinal);
            default:
                if (label.Contains('/', StringComparison.Ordinal))
                    return entity.Id == label;
                return entity.Id == (label.Contains('.', StringComparison.Ordinal) ? "organ/" : "state/") + label;
        }
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var c in Folding.Of(name))
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        var words = string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
    }
}
