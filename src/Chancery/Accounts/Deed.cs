using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A deed that is a charge when laid on somebody, with the states whose deed the clause says it is.</summary>
/// <param name="Lemma">The word for it.</param>
/// <param name="Doers">The states that did it; empty where the clause does not say.</param>
internal sealed record Deed(string Lemma, ImmutableArray<string> Doers)
{
    /// <summary>Whether it is an accusation in itself: "accuses Kigali", "the charges".</summary>
    public bool IsCharge => Senses.Has(Lemma, "allege");

    /// <summary>The deeds of a clause that nothing negates.</summary>
    public static ImmutableArray<Deed> Of(Bearing bearing)
    {
        var found = ImmutableArray.CreateBuilder<Deed>();
        foreach (var token in bearing.Tokens)
        {
            var lemma = bearing.Text.Tokens[token].Lemma.ToLowerInvariant();
            if (
                (Senses.HasAny(lemma, AccountWords.Hostile.AsSpan()) || IsMisconduct(bearing.Text, token))
                && !Polarity.IsNegated(bearing.Text, token)
                && StatusReader.Of(bearing.Text, token) is not (EntryStatus.Demanded or EntryStatus.Hypothetical)
            )
                found.Add(new Deed(lemma, DoersOf(bearing, token)));
        }

        return found.ToImmutable();
    }

    // "their dangerous manoeuvres".
    private static bool IsMisconduct(ParsedText text, int token)
    {
        if (text.Tokens[token].Tag != UniversalTag.NOUN || !Senses.Has(text.Tokens[token].Lemma, "conduct"))
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation == Relation.Amod && Senses.Has(text.Tokens[dependent].Lemma, "misconduct"))
                return true;
        return false;
    }

    private static ImmutableArray<string> DoersOf(Bearing bearing, int deed)
    {
        var text = bearing.Text;
        var participants = new Participants(text, bearing.Telling.Cast);
        if (text.Tokens[deed].IsVerb)
            return ClauseTree.Doer(text, deed) is var doer and >= 0 ? States(participants, doer) : [];
        // "opened fire", "the raid was carried out by": what the verb does with the deed is done by its subject.
        if (
            text.Tokens[deed] is { Relation: Relation.Obj or Relation.NsubjPass, Head: >= 0 and var verb }
            && AccountWords.Doing.Contains(text.Tokens[verb].Lemma)
            && ClauseTree.Doer(text, verb) is var opener and >= 0
            && States(participants, opener) is { Length: > 0 } openers
        )
            return openers;
        foreach (var dependent in text.Dependents(deed))
            if (
                (
                    text.Tokens[dependent].Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound
                    || ClauseTree.HasCase(text, dependent, "by")
                ) && States(participants, dependent) is { Length: > 0 } owners
            )
                return owners;
        foreach (var dependent in text.Dependents(deed))
            if (
                text.Tokens[dependent].Relation == Relation.Acl
                && ClauseTree.Doer(text, dependent) is var agent and >= 0
                && States(participants, agent) is { Length: > 0 } agents
            )
                return agents;
        return [];
    }

    private static ImmutableArray<string> States(Participants participants, int head) =>
        [
            .. participants
                .Of(head)
                .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
                .Select(entity => entity.State)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
}
