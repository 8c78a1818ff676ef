using System.Collections.Frozen;

namespace Chancery.Reading;

/// <summary>The written forms of <see cref="Relation"/>, and the questions that rules ask of them.</summary>
public static class Relations
{
    private static readonly string[] Labels = [.. Enum.GetValues<Relation>().Select(Write)];

    private static readonly FrozenDictionary<string, Relation> ByLabel = Enum.GetValues<Relation>()
        .ToFrozenDictionary(r => Labels[(int)r], StringComparer.Ordinal);

    /// <summary>The label as treebanks write it, such as <c>nsubj:pass</c>.</summary>
    public static string Label(this Relation relation) => Labels[(int)relation];

    /// <summary>The relation of a written label; an unknown subtype falls back to its base, an unknown base to <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string label)
    {
        if (ByLabel.TryGetValue(label, out var relation))
            return relation;
        var colon = label.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ByLabel.TryGetValue(label[..colon], out relation) ? relation : Relation.Dep;
    }

    /// <summary>Whether the relation is the subject of its head: active, passive, clausal or outer.</summary>
    public static bool IsSubject(this Relation relation) =>
        relation
            is Relation.Nsubj
                or Relation.NsubjPass
                or Relation.NsubjOuter
                or Relation.Csubj
                or Relation.CsubjPass
                or Relation.CsubjOuter;

    /// <summary>Whether the relation is an oblique of its head: with a preposition, bare, or the agent of a passive.</summary>
    public static bool IsOblique(this Relation relation) => relation is Relation.Obl or Relation.OblAgent or Relation.OblUnmarked;

    /// <summary>Whether the relation is a nominal modifier of a noun, whatever its subtype.</summary>
    public static bool IsNominalModifier(this Relation relation) =>
        relation is Relation.Nmod or Relation.NmodDesc or Relation.NmodPoss or Relation.NmodUnmarked;

    private static string Write(Relation relation)
    {
        var name = relation.ToString();
        for (var i = 1; i < name.Length; i++)
            if (char.IsUpper(name[i]))
                return $"{name[..i].ToLowerInvariant()}:{name[i..].ToLowerInvariant()}";
        return name.ToLowerInvariant();
    }
}
