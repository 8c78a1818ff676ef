using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>Nobody was hurt, and somebody was; terrorists were killed, and civilians.</summary>
internal static class HarmClash
{
    /// <summary>What stands against what; null where there is nothing.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (left.IsOther(right) || !left.IsNear(right) || Tolls.AreApart(left, right))
            return null;
        if (Unhurt(left, right))
            return new Clash("number", "one says that nobody was hurt and the other that somebody was", left.Said.Account);
        if (Unhurt(right, left))
            return new Clash("number", "one says that nobody was hurt and the other that somebody was", right.Said.Account);
        if (Untouched(left, right))
            return new Clash("stance", "one says that they were not the target and the other that they were hit", left.Said.Account);
        if (Untouched(right, left))
            return new Clash("stance", "one says that they were not the target and the other that they were hit", right.Said.Account);
        if (IsWithout(left, right) || IsWithout(right, left))
            return new Clash("stance", "combatants were there to the one, and none to the other");
        return Kinds(left, right, kinship) ? new Clash("stance", "combatants to the one are civilians to the other") : null;
    }

    private static bool Unhurt(Bearing denier, Bearing other) =>
        denier.Denied.Any(word => Senses.Has(word, "harm"))
        && (other.Asserted.Any(word => Senses.Has(word, "harm")) || IsHit(other))
        && !(Is(denier, "civilian") && Is(other, "combatant"))
        && !(Is(denier, "combatant") && Is(other, "civilian"))
        && (denier.Said.Names.IsEmpty || other.Said.Names.IsEmpty || denier.SharesName(other));

    // "one sailor was hit by a bullet".
    private static bool IsHit(Bearing bearing) =>
        !bearing.Said.Negated
        && bearing.Head.IsVerb
        && Senses.Has(bearing.Head.Lemma, "attack")
        && Coding.ClauseTree.Undergoer(bearing.Text, bearing.Said.Head) is var who and >= 0
        && AccountWords.Persons.Contains(bearing.Text.Tokens[who].Lemma);

    // "No citizen of the country was targeted", "the strike killed two children".
    private static bool Untouched(Bearing denier, Bearing other) =>
        denier.AreSides(other)
        && denier.Denied.Any(word => Senses.Has(word, "attack"))
        && (Is(denier, "civilian") || Is(denier, "people") || Subject(denier, "civilian") || Subject(denier, "people"))
        && other.Asserted.Any(word => Senses.Has(word, "harm"))
        && !other.Said.Negated
        && !Is(other, "combatant")
        && other.Named.Contains(denier.Owner);

    // "there was no armed man in the building", "a strike on terrorists who were operating inside it".
    private static bool IsWithout(Bearing denier, Bearing other) =>
        denier.AreSides(other)
        && denier.Said.Negated
        && denier.Tokens.Any(token => Negation.IsOfNone(denier.Text, token) && IsCombatant(denier.Text, token))
        && !other.Said.Negated
        && other.Tokens.Any(token => IsCombatant(other.Text, token))
        && other.Said.Words.Any(word => Senses.HasAny(word, ["harm", "attack"]));

    private static bool IsCombatant(Reading.ParsedText text, int token)
    {
        if (Senses.Has(text.Tokens[token].Lemma, "combatant"))
            return true;
        if (!AccountWords.Persons.Contains(text.Tokens[token].Lemma))
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation == Relation.Amod && text.Form(dependent) is "armed")
                return true;
        return false;
    }

    private static bool Subject(Bearing bearing, string kind) =>
        bearing.Tokens.Any(token =>
            bearing.Text.Tokens[token].Relation == Relation.NsubjPass && Senses.Has(bearing.Text.Tokens[token].Lemma, kind)
        );

    // Those who were killed or hit are called by names that exclude each other, each name alone in its clause.
    private static bool Kinds(Bearing left, Bearing right, Kinship kinship) =>
        (
            (Only(left, "combatant", "civilian") && Only(right, "civilian", "combatant"))
            || (Only(left, "civilian", "combatant") && Only(right, "combatant", "civilian"))
        ) && (left.SharesName(right) || left.IsOne(right) || kinship.Link(left, right) >= 1);

    private static bool Only(Bearing bearing, string kind, string other) =>
        Is(bearing, kind)
        && !Is(bearing, other)
        && !bearing.Said.Negated
        && bearing.Said.Words.Any(word => Senses.HasAny(word, ["harm", "attack"]));

    // Those to whom it is done, and not those who do it.
    private static bool Is(Bearing bearing, string kind) =>
        bearing.Tokens.Any(token =>
            bearing.Text.Tokens[token] is var word
            && Senses.Has(word.Lemma, kind)
            && (
                word.Relation is not (Relation.Nsubj or Relation.Obl or Relation.OblAgent)
                || (word is { Relation: Relation.Nsubj, Head: >= 0 } && bearing.Text.Tokens[word.Head].Lemma == "die")
            )
        );
}
