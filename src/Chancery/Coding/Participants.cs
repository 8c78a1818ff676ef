using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Who is meant by the phrase at a token, coordination followed; what has no actor of its own passes to its owner.</summary>
internal readonly struct Participants(ParsedText text, Cast cast)
{
    private const int Depth = 3;

    /// <summary>Those whom the phrase means, without repetition.</summary>
    public ImmutableArray<Entity> Of(int head)
    {
        var found = ImmutableArray.CreateBuilder<Entity>();
        Gather(head, found, Depth);
        return found.ToImmutable();
    }

    private void Gather(int head, ImmutableArray<Entity>.Builder found, int depth)
    {
        if (head < 0) return;
        var own = cast.Of(head);
        if (own.IsEmpty && text.Dependent(head, Relation.Flat) is var flat and >= 0) own = cast.Of(flat);
        if (own.IsEmpty && cast.Covering(head) is { } around && around.FirstToken <= head && text.Tokens[head].Tag == UniversalTag.PROPN)
            own = around.Entities;
        foreach (var entity in own) Add(found, entity);
        if (own.IsEmpty && depth > 0) Modifiers(head, found, depth - 1);
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation == Relation.Conj && text.Tokens[dependent].IsNominal && depth > 0)
                Gather(dependent, found, depth - 1);
        }
    }

    // "Israel's response", "Russian troops", "the policy of Spain": the nearest owner speaks, in this order.
    private void Modifiers(int head, ImmutableArray<Entity>.Builder found, int depth)
    {
        var before = found.Count;
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation == Relation.NmodPoss) Gather(dependent, found, depth);
        }

        if (found.Count > before) return;
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation is Relation.Amod or Relation.Compound or Relation.Appos) Gather(dependent, found, 0);
        }

        if (found.Count > before) return;
        var of = ClauseTree.After(text, head, "of");
        if (of < 0) of = ClauseTree.After(text, head, "in");
        if (of >= 0 && of != head) Gather(of, found, depth);
    }

    private static void Add(ImmutableArray<Entity>.Builder found, Entity entity)
    {
        foreach (var member in found)
            if (string.Equals(member.Id, entity.Id, StringComparison.Ordinal)) return;
        found.Add(entity);
    }
}
