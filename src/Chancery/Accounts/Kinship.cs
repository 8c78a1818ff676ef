using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>How far two propositions speak of one matter, by the words that they share: rare ones say more than those that run through an account.</summary>
internal sealed class Kinship
{
    private const float Focus = 0.6f;
    private const double Sense = 0.6,
        Near = 0.4,
        Topic = 0.35,
        Occurrence = 0.8,
        Naming = 1;
    private const int Rare = 2,
        Common = 4;
    private readonly WordMeaning _meaning;
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <summary>Counts in how many propositions of one account each word stands, at most.</summary>
    public Kinship(ImmutableArray<Proposition> propositions, WordMeaning meaning)
    {
        _meaning = meaning;
        foreach (var account in propositions.GroupBy(proposition => proposition.Account))
            foreach (var word in account.SelectMany(proposition => proposition.Words).GroupBy(word => word, StringComparer.Ordinal))
                _uses[word.Key] = Math.Max(_uses.GetValueOrDefault(word.Key), word.Count());
    }

    /// <summary>How much two propositions have in common, from 0; a rare word that both use is 1.</summary>
    public double Link(Bearing left, Bearing right, ImmutableArray<string> without = default)
    {
        var (ours, theirs) = (Without(left.Said.Words, without), Without(right.Said.Words, without));
        var words = Math.Min(Covered(ours, theirs), Covered(theirs, ours));
        return words
            + (left.Shares(right) ? Topic : 0)
            + (left.IsOne(right) ? Occurrence : 0)
            + (left.Matters.Overlaps(right.Matters) ? Naming : 0);
    }

    /// <summary>How many words of the one are met by a word of the other: the same, of one family, or near in use.</summary>
    public int Met(ImmutableArray<string> ours, ImmutableArray<string> theirs)
    {
        var met = 0;
        foreach (var word in ours)
            if (theirs.Any(other => AreAkin(word, other) || _meaning.Nearness(word, other) >= Focus))
                met++;
        return met;
    }

    /// <summary>How many words of the one are the same as one of the other, or of its family.</summary>
    public static int Same(ImmutableArray<string> ours, ImmutableArray<string> theirs) =>
        ours.Count(word => theirs.Any(other => AreAkin(word, other)));

    /// <summary>Whether two words are the same, of one family, of one sense or of one root.</summary>
    public static bool AreAkin(string word, string other) =>
        word == other || Families.Share(word, other) || Senses.Share(word, other) || Derivation.Share(word, other);

    private static ImmutableArray<string> Without(ImmutableArray<string> words, ImmutableArray<string> without) =>
        without.IsDefaultOrEmpty ? words : words.RemoveRange(without);

    private double Covered(ImmutableArray<string> of, ImmutableArray<string> by)
    {
        double sum = 0;
        foreach (var word in of)
        {
            if (AccountWords.Vague.Contains(word))
                continue;
            double best = 0;
            foreach (var other in by)
                best = Math.Max(
                    best,
                    word == other ? Weight(word)
                        : Senses.Share(word, other) || Derivation.Share(word, other) ? Sense * Math.Min(Weight(word), Weight(other))
                        : _meaning.Nearness(word, other) >= Focus ? Near * Math.Min(Weight(word), Weight(other))
                        : 0
                );
            sum += best;
        }

        return sum;
    }

    private double Weight(string word) =>
        _uses.GetValueOrDefault(word) switch
        {
            <= Rare => 1,
            <= Common => 0.6,
            _ => 0.3,
        };
}
