using System.Globalization;
using Chancery.Actors;
using Chancery.Record;
using Chancery.Tests.House;
using Chancery.Training.Actors;

namespace Chancery.Tests.Evaluation;

public sealed class MentionConfidenceTableTests
{
    private static readonly Lazy<List<MentionAnswer>> Rows = new(() =>
        MentionAnswer.Read(Path.Combine(Repository.Root, "training", "mention-confidence.csv"))
    );

    [Fact]
    public void The_weights_are_those_that_the_table_gives()
    {
        var learnt = MentionTrainer.Learn(Rows.Value);
        var held = EmbeddedTable
            .Rows("models/mentions.csv")
            .Where(static row => row[0] != MentionConfidence.EnoughRow)
            .ToDictionary(static row => row[0], static row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.Equal(held.Keys.Order(StringComparer.Ordinal), learnt.Keys.Order(StringComparer.Ordinal));
        Assert.All(learnt, weight => Assert.Equal(weight.Value, held[weight.Key], .0051));
    }

    [Fact]
    public void The_table_holds_no_words_of_texts()
    {
        Assert.All(
            Rows.Value,
            static row =>
            {
                Assert.True(row.Rule.Length == 0 || row.Rule.StartsWith("actors/", StringComparison.Ordinal), row.Rule);
                Assert.True(row.Lot.Length <= 3 && row.Form.Length <= 1, row.Lot);
                Assert.Contains(
                    row.Outcome,
                    (string[])[MentionAnswer.Right, MentionAnswer.Wrong, MentionAnswer.Spurious, MentionAnswer.Open]
                );
            }
        );
        Assert.True(Rows.Value.Count > 3000);
    }

    // Each lot is judged by weights that did not see it: what is stated must hold within a few hundredths.
    [Fact]
    public void Likelihoods_of_lots_left_out_are_borne_out()
    {
        double stated = 0,
            right = 0,
            answers = 0;
        foreach (var lot in Rows.Value.Where(static row => !row.IsMended).Select(static row => row.Lot).Distinct())
        {
            var model = new MentionConfidence(MentionTrainer.Learn([.. Rows.Value.Where(row => row.Lot != lot)]));
            foreach (var row in Rows.Value.Where(row => row.Lot == lot && row.IsAnswer))
            {
                stated += model.Of(row.Values, row.Rule);
                right += row.Outcome == MentionAnswer.Right ? 1 : 0;
                answers++;
            }
        }

        Assert.InRange(stated / answers, right / answers - .03, right / answers + .03);
    }

    [Fact]
    public void A_line_is_read_as_it_is_written()
    {
        var row = Rows.Value[0];
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, MentionAnswer.Heading + "\n" + row.Line + "\n");
            Assert.Equal(row.Line, Assert.Single(MentionAnswer.Read(path)).Line);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
