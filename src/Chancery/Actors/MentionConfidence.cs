using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>
/// How likely it is that the answer to the question who is meant by a phrase is right: a logistic model over <see cref="MentionEvidence"/> and the rule
/// that gave the answer. The weights are a table that a person can read, <c>models/mentions.csv</c>; its row <c>enough</c> says below what an answer
/// is withheld.
/// </summary>
internal sealed class MentionConfidence
{
    /// <summary>The name of the row by which rules are weighed that have too few answers to be weighed alone.</summary>
    public const string RareRule = "rule of few answers";

    /// <summary>The name of the row of the least likelihood with which an answer is given.</summary>
    public const string EnoughRow = "enough";

    private readonly double[] _weights;
    private readonly FrozenDictionary<string, double> _rules;
    private readonly double _rare;

    /// <summary>Takes the weights of pieces of evidence and of rules by name.</summary>
    public MentionConfidence(IReadOnlyDictionary<string, double> table)
    {
        _weights = [.. MentionEvidence.Names.Select(name => table.GetValueOrDefault(name))];
        _rules = table
            .Where(static row => row.Key.Contains('/', StringComparison.Ordinal))
            .ToFrozenDictionary(static row => row.Key, static row => row.Value, StringComparer.Ordinal);
        _rare = table.GetValueOrDefault(RareRule);
        Enough = table.GetValueOrDefault(EnoughRow);
    }

    /// <summary>The model that the engine carries.</summary>
    public static MentionConfidence Standard { get; } =
        new(
            EmbeddedTable
                .Rows("models/mentions.csv")
                .ToDictionary(
                    static row => row[0],
                    static row => double.Parse(row[1], CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
        );

    /// <summary>The least likelihood with which an answer is given, from 0 to 1.</summary>
    public double Enough { get; }

    /// <summary>How likely an answer is right, from 0 to 1.</summary>
    /// <param name="values">The values of the pieces of evidence, in the order of <see cref="MentionEvidence.Names"/>.</param>
    /// <param name="rule">The rule that gave the answer.</param>
    public double Of(ReadOnlySpan<double> values, string rule)
    {
        var sum = _rules.TryGetValue(rule, out var own) ? own : _rare;
        for (var i = 0; i < _weights.Length; i++)
            sum += values[i] * _weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
