using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// How much each piece of evidence weighs, in log odds: for contacts and for deeds, within a document and across documents. Fitted by
/// <c>training -- occurrences</c> on labelled sets; the table is <c>codebook/accounts/evidence.csv</c>.
/// </summary>
public sealed class OccurrenceWeights
{
    /// <summary>Contacts within a document, contacts across documents, deeds within, deeds across.</summary>
    public const int Tables = 4;

    private readonly double[][] _weights;
    private readonly ImmutableDictionary<OccurrenceEvidence, string> _words;

    /// <summary>The weights given, a list for each table, a number for each piece of evidence.</summary>
    public OccurrenceWeights(double[][] weights, ImmutableDictionary<OccurrenceEvidence, string>? words = null) =>
        (_weights, _words) = (weights, words ?? Standard._words);

    /// <summary>Those of the codebook.</summary>
    public static OccurrenceWeights Standard { get; } = Read(EmbeddedTable.Rows("codebook/accounts/evidence.csv"));

    /// <summary>How many kinds of evidence there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<OccurrenceEvidence>().Length;

    /// <summary>What one piece of evidence weighs in one of the tables.</summary>
    public double Of(int table, OccurrenceEvidence evidence) => _weights[table][(int)evidence];

    /// <summary>The piece of evidence in words.</summary>
    public string Words(OccurrenceEvidence evidence) => _words[evidence];

    private static OccurrenceWeights Read(IEnumerable<string[]> rows)
    {
        var weights = new double[Tables][];
        for (var table = 0; table < Tables; table++)
            weights[table] = new double[Enum.GetValues<OccurrenceEvidence>().Length];
        var words = ImmutableDictionary.CreateBuilder<OccurrenceEvidence, string>();
        foreach (var row in rows)
        {
            var evidence = Enum.Parse<OccurrenceEvidence>(row[0]);
            words[evidence] = row[1];
            for (var table = 0; table < Tables; table++)
                weights[table][(int)evidence] = double.Parse(row[2 + table], CultureInfo.InvariantCulture);
        }

        return new OccurrenceWeights(weights, words.ToImmutable());
    }
}
