using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Finds what two accounts cannot both be right in, or on which they stand apart. Each pair of propositions that may speak of one matter is held
/// against each way of contradicting in turn, the narrowest first; the first that holds tells why.
/// </summary>
internal sealed class Contradictions
{
    private readonly Alignment _alignment;
    private readonly Kinship _kinship;
    private readonly BlameClash _blame;
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
        (_all, _alignment) = (propositions, alignment);
        _kinship = new Kinship(propositions, meaning);
        _bearings = [.. propositions.Select(proposition => new Bearing(tellings[proposition.Account], proposition))];
        _blame = new BlameClash([.. tellings.Select(telling => AccountOwner.Of(telling.Head)?.State ?? telling.Id)]);
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

    private Clash? Between(Bearing left, Bearing right) =>
        NumberClash.Of(left, right, _alignment.Closeness(left.Said, right.Said))
        ?? HarmClash.Of(left, right, _kinship)
        ?? RequestClash.Of(left, right, _kinship)
        ?? ConditionClash.Of(left, right, _kinship)
        ?? DemandClash.Of(left, right, _kinship)
        ?? DemandClash.Of(right, left, _kinship)
        ?? ChargeClash.Of(left, right, _kinship)
        ?? ChargeClash.Of(right, left, _kinship)
        ?? ExistenceClash.Of(left, right)
        ?? ExistenceClash.Of(right, left)
        ?? ConductClash.Of(left, right, _kinship)
        ?? ConductClash.Of(right, left, _kinship)
        ?? RefutationClash.Of(left, right, _kinship)
        ?? RefutationClash.Of(right, left, _kinship)
        ?? StanceClash.Of(left, right, _kinship)
        ?? DenialClash.Of(left, right, _kinship)
        ?? DenialClash.Of(right, left, _kinship)
        ?? UndertakingClash.Of(left, right, _kinship)
        ?? UndertakingClash.Of(right, left, _kinship)
        ?? DeedDenialClash.Of(left, right)
        ?? DeedDenialClash.Of(right, left)
        ?? PlaceClash.Of(left, right, _kinship)
        ?? SovereigntyClash.Of(left, right)
        ?? KnowledgeClash.Of(left, right)
        ?? KnowledgeClash.Of(right, left)
        ?? DayClash.Of(left, right, _kinship)
        ?? MeetingDayClash.Of(left, right)
        ?? OppositeClash.Of(left, right, _kinship)
        ?? OpenClash.Of(left, right, _kinship)
        ?? OpenClash.Of(right, left, _kinship)
        ?? _blame.Of(left, right, _kinship)
        ?? CooperationClash.Of(left, right)
        ?? CooperationClash.Of(right, left)
        ?? PositionClash.Of(left, right)
        ?? PositionClash.Of(right, left);

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
