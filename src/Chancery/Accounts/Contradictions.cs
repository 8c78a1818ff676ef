using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Finds what two accounts cannot both be right in, or on which they stand apart. Each pair of propositions that may speak of one matter is held
/// against each way of contradicting in turn, the narrowest first; the first that holds tells why.
/// </summary>
internal sealed class Contradictions
{
    private readonly ImmutableArray<ClashRule> _rules;
    private readonly ImmutableArray<Proposition> _all;
    private readonly ImmutableArray<Bearing> _bearings;

    /// <summary>Reads what each proposition bears on.</summary>
    public Contradictions(
        ImmutableArray<Telling> tellings,
        ImmutableArray<Proposition> propositions,
        Alignment alignment,
        WordMeaning meaning
    )
    {
        _all = propositions;
        _bearings = [.. propositions.Select(proposition => new Bearing(tellings[proposition.Account], proposition))];
        _rules = ClashRules.Of(
            alignment,
            new Kinship(propositions, meaning),
            [.. tellings.Select(telling => AccountOwner.Of(telling.Head)?.State ?? telling.Id)]
        );
    }

    /// <summary>The contradicting pairs, each with what it rests on and which of the two denies, if one does.</summary>
    public IEnumerable<Contradiction> Find()
    {
        var at = new Dictionary<Proposition, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _all.Length; i++)
            at[_all[i]] = i;
        foreach (var (i, j) in PropositionBlocks.Pairs(_all, proposition => Further(_bearings[at[proposition]])))
            if (_bearings[i].Owner != _bearings[j].Owner && Between(_bearings[i], _bearings[j]) is { } clash)
                yield return new Contradiction(_all[i], _all[j], clash.Kind, clash.Why, clash.Denier);
    }

    // The first rule that holds tells why.
    private Clash? Between(Bearing left, Bearing right)
    {
        foreach (var rule in _rules)
            if (rule.Of(left, right) is { } clash)
                return clash;
        return null;
    }

    // Beside topics and words: one thing by two names, what is denied and said ("Rwandan troops" is a party and no word of its clause), and what is laid on the other side.
    private static IEnumerable<string> Further(Bearing bearing)
    {
        foreach (var matter in bearing.Matters)
            yield return "m " + matter;
        if (bearing.Denied.Concat(bearing.Asserted).Any(AccountWords.Outcome.Contains))
            yield return "outcome";
        foreach (var word in bearing.Denied)
            yield return "d " + word;
        if (bearing.Refuted.Length > 0)
            yield return "against";
        if (KnowledgeClash.IsOfKnowing(bearing))
            yield return "told";
        foreach (var word in bearing.Asserted)
            yield return "d " + word;
        if (bearing.Disowned is { } disowned)
            yield return "s " + disowned.State;
        foreach (var state in bearing.Named)
            yield return "s " + state;
        foreach (var sense in bearing.Said.Words.SelectMany(word => Senses.Of(word)).Distinct())
            yield return "e " + sense;
        foreach (var mention in bearing.Aspects)
            yield return "a " + mention.Aspect;
        if (bearing.Blamed.Length > 0)
            yield return "blame";
        if (bearing.IsOfContact)
            yield return "contact";
        if (PlaceClash.Zone(bearing) is not null)
            yield return "zone";
        if (bearing.IsUndated || bearing.IsDated)
            yield return "day";
        if (
            bearing.IsParty && (bearing.Pointers.Any(pointer => pointer.Sign < 0) || bearing.Deeds.Length > 0 || BlameClash.Blames(bearing))
        )
            yield return "against";
        foreach (var sense in Senses.Of(bearing.Head.Lemma))
            yield return "e " + sense;
        if (
            bearing.IsParty
            && bearing.Tokens.Any(token =>
                AccountWords.Praise.Contains(bearing.Text.Tokens[token].Lemma)
                || AccountWords.Faults.Contains(bearing.Text.Tokens[token].Lemma)
                || Senses.Has(bearing.Text.Tokens[token].Lemma, "refuse")
            )
        )
            yield return "part";
    }
}
