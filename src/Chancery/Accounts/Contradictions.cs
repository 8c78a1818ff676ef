using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Finds what two accounts cannot both be right in, or on which they stand apart: other numbers for one thing, one for and one against, and demands
/// or blame that each lays on the other. Both must speak of one matter: a topic or a thing named, and words near in use.
/// </summary>
internal sealed class Contradictions(ImmutableArray<Telling> tellings, Alignment alignment, WordMeaning meaning)
{
    private const double SameMatter = 0.3, SameThing = 0.4;
    private const double Related = 0.5;
    private const float Kin = 0.6f, Focus = 0.6f;
    private readonly ImmutableArray<string> _owners = [.. tellings.Select(telling => AccountOwner.Of(telling.Head)?.State ?? telling.Id)];

    /// <summary>The contradicting pairs, each with what it rests on and which of the two denies, if one does.</summary>
    public IEnumerable<Contradiction> Find(ImmutableArray<Proposition> propositions)
    {
        var pointing = propositions.ToDictionary(p => p, p => Polarity.Of(tellings[p.Account].Text, p.Span));
        var named = propositions.ToDictionary(p => p, p => Namings.In(tellings[p.Account].Words, p.Span).Select(naming => naming.Matter).ToHashSet(StringComparer.Ordinal));
        foreach (var left in propositions)
            foreach (var right in propositions)
            {
                if (left.Account >= right.Account || _owners[left.Account] == _owners[right.Account]) continue;
                var closeness = alignment.Closeness(left, right);
                var matter = named[left].Overlaps(named[right]);
                if (Numbers(left, right, closeness) is { } numbers) yield return new Contradiction(left, right, "number", numbers, -1);
                else if ((closeness >= SameMatter || matter || (Sides(left, right) && Shares(left, right))) && Stance(left, right, pointing, matter, closeness) is var (why, denier)) yield return new Contradiction(left, right, "stance", why, denier);
                else if (Negation(left, right, closeness) is var (no, against)) yield return new Contradiction(left, right, "stance", no, against);
                else if (Mutual(left, right, pointing) is { } each) yield return new Contradiction(left, right, "stance", each, -1);
            }
    }

    private static string? Numbers(Proposition left, Proposition right, double closeness)
    {
        if (closeness < SameMatter) return null;
        foreach (var a in left.Quantities)
        {
            // Money and shares need a topic in common: the figure reader's unit alone does not say what is measured.
            if (char.IsUpper(a.Unit[0]) && !Shares(left, right)) continue;
            if ((AccountWords.Plain.Contains(a.Unit) && a.Unit is not ("day" or "week" or "month" or "year")) || right.Quantities.Any(b => b.Base == a.Base && !(a with { Unit = a.Base }).Contradicts(b with { Unit = b.Base }))) continue;
            foreach (var b in right.Quantities)
                if (a.Contradicts(b)) return string.Create(CultureInfo.InvariantCulture, $"{a.Low:#,0.##} and {b.Low:#,0.##} {a.Unit}");
        }

        return null;
    }

    private (string Why, int Denier)? Stance(
        Proposition left, Proposition right, Dictionary<Proposition, ImmutableArray<(string Lemma, int Sign, bool Negated)>> pointing, bool matter, double closeness)
    {
        foreach (var (lemma, sign, negated) in pointing[left])
            foreach (var (other, opposite, denied) in pointing[right])
            {
                if (sign * opposite >= 0) continue;
                var kin = lemma == other || Stem(lemma) == Stem(other) || meaning.Nearness(lemma, other) >= Kin;
                if (!kin && !matter && !(Shares(left, right) && closeness >= Related && left.Words.Intersect(right.Words, StringComparer.Ordinal).Count() > 1)) continue;
                var same = lemma == other || (lemma.Length > 6 && Stem(lemma) == Stem(other));
                if (!matter && !(same && Sides(left, right)) && (closeness < SameMatter || !Focused(left, right, lemma, other))) continue;
                return ($"“{lemma}” and “{other}” point opposite ways", denied ? right.Account : negated ? left.Account : -1);
            }
        return null;
    }

    // One thing said and the same denied: by both accounts of sides on one topic, or in the same words.
    private (string Why, int Denier)? Negation(Proposition left, Proposition right, double closeness)
    {
        var named = left.Names.Intersect(right.Names, StringComparer.Ordinal).Any();
        if (left.Negated == right.Negated || closeness < (named ? SameMatter : SameThing)) return null;
        var shared = left.Words.Intersect(right.Words, StringComparer.Ordinal).Count();
        var sides = Sides(left, right);
        return shared >= 2 || (sides && (named || Shares(left, right))) ? ("one says it and the other denies it", left.Negated ? left.Account : right.Account) : null;
    }

    private bool Sides(Proposition left, Proposition right) => AccountOwner.IsParty(tellings[left.Account].Head) && AccountOwner.IsParty(tellings[right.Account].Head);

    // Something besides the pointing words must be shared: a name, or a word near in use.
    private bool Focused(Proposition left, Proposition right, string lemma, string other)
        => left.Words.Where(word => word != lemma).Any(word => right.Words.Where(w => w != other).Any(w => meaning.Nearness(word, w) >= Focus));

    private string? Mutual(Proposition left, Proposition right, Dictionary<Proposition, ImmutableArray<(string Lemma, int Sign, bool Negated)>> pointing)
    {
        bool leftAsks = Lays(left, right.Account), rightAsks = Lays(right, left.Account);
        if (leftAsks && rightAsks && Shares(left, right) && Demands(left) && Demands(right)) return "each demands of the other";
        if (leftAsks && rightAsks && Against(pointing[left]) && Against(pointing[right])) return "each blames the other";
        return null;
    }

    private bool Lays(Proposition proposition, int on)
        => AccountOwner.IsParty(tellings[proposition.Account].Head) && AccountOwner.IsParty(tellings[on].Head)
            && Named(proposition) is var states && states.Contains(_owners[on]) && !states.Contains(_owners[proposition.Account]);

    // All states that the clause speaks of, its subject and the members of groups included: what is laid on both is laid on neither.
    private HashSet<string> Named(Proposition proposition)
    {
        var (text, cast) = (tellings[proposition.Account].Text, tellings[proposition.Account].Cast);
        return
        [
            .. proposition.Actors,
            .. cast.Mentions.Where(mention => proposition.Span.Contains(text.Tokens[mention.Head].Span)).SelectMany(mention => mention.Entities)
                .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Record.Entity>)entity.Members).Select(entity => entity.State).OfType<string>(),
        ];
    }

    private bool Demands(Proposition proposition)
    {
        var text = tellings[proposition.Account].Text;
        foreach (var dependent in text.Dependents(proposition.Head))
            if (text.Tokens[dependent].Lemma is "should" or "must") return true;
        return text.Tokens[proposition.Head].Lemma is "call" or "demand" or "urge" or "request" or "ask" or "insist";
    }

    private static bool Against(ImmutableArray<(string Lemma, int Sign, bool Negated)> words) => words.Any(word => word.Sign < 0);

    private static bool Shares(Proposition left, Proposition right)
        => left.Topics.Any(a => right.Topics.Any(b => Topics.Standard.IsWithin(a, b) || Topics.Standard.IsWithin(b, a)));

    private static string Stem(string lemma) => lemma.Length > 6 ? lemma[..6] : lemma;
}
