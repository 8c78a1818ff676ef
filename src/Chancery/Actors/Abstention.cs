using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>
/// Weighs each answer of a cast and withholds those that are too likely wrong. What is withheld stays in the cast, marked, for stages that ask who took
/// part in something; the mention itself names nobody and keeps its candidates.
/// </summary>
internal static class Abstention
{
    private const string Basis = "models/mentions.csv";

    /// <summary>The cast with the likelihood of each answer, and a mark on those that are withheld.</summary>
    /// <param name="text">The text of the cast.</param>
    /// <param name="cast">Its mentions as the rules resolved them.</param>
    /// <param name="date">The day of the document as far as it is known.</param>
    /// <param name="world">What the engine knows of the world.</param>
    /// <param name="model">The model; the one that the engine carries where none is given.</param>
    public static Cast Weigh(ParsedText text, Cast cast, DateValue date, World world, MentionConfidence? model = null)
    {
        model ??= MentionConfidence.Standard;
        var around = new MentionSurroundings(text, cast, date, world);
        var weighed = ImmutableArray.CreateBuilder<ResolvedMention>(cast.Mentions.Length);
        Span<double> values = stackalloc double[MentionEvidence.Names.Length];
        for (var i = 0; i < cast.Mentions.Length; i++)
        {
            var mention = cast.Mentions[i];
            if (mention.Entities.IsEmpty)
            {
                weighed.Add(mention);
                continue;
            }

            new MentionEvidence(around, i).Write(values);
            var likely = Math.Round(model.Of(values, mention.Rule), 3);
            weighed.Add(
                likely < model.Enough
                    ? mention with
                    {
                        Confidence = likely,
                        IsWithheld = true,
                        Reasons = mention.Reasons.Add(Why(likely, model.Enough)),
                    }
                    : mention with
                    {
                        Confidence = likely,
                    }
            );
        }

        return new(weighed.MoveToImmutable(), text.Tokens.Length);
    }

    private static Reason Why(double likely, double enough) =>
        new(
            "entities",
            Basis,
            string.Create(
                CultureInfo.InvariantCulture,
                $"withheld: an answer like this is right in {likely:P0} of cases, and {enough:P0} are asked for; the candidates are kept"
            )
        );
}
