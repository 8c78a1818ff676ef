using Chancery.Actors;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Actors;

public sealed class AbstentionTests
{
    private const string Words =
        "Kenya's foreign minister met his Ethiopian counterpart in Nairobi on Monday. Officials of a Zorland Basin Forum had asked for talks. "
        + "He said it was too early to speak of a treaty, and that they would meet again.";

    private static readonly Lazy<ParsedText> Text = new(() =>
        NeuralReader.Load(ReaderSize.Fast).Read(Document.Of(Words, "t", published: new DateOnly(2024, 2, 8)))
    );

    [Fact]
    public void An_answer_below_what_is_enough_is_withheld_and_keeps_its_candidates_and_its_reason()
    {
        var cast = Weigh(enough: 1.01);
        Assert.Contains(cast.Mentions, static mention => mention.IsWithheld);
        Assert.All(
            cast.Mentions.Where(static mention => mention.IsWithheld),
            static mention =>
            {
                Assert.NotEmpty(mention.Entities);
                Assert.Contains(mention.Reasons, static reason => reason.Basis == "models/mentions.csv" && reason.Field == "entities");
            }
        );
        Assert.All(
            Plain.Mentions(Text.Value, cast),
            static mention => Assert.True(mention.Entities.IsEmpty, "nobody is named where everything is withheld")
        );
        Assert.Contains(Plain.Mentions(Text.Value, cast), static mention => !mention.Candidates.IsEmpty);
    }

    [Fact]
    public void With_nothing_asked_for_nothing_is_withheld_and_every_answer_has_a_likelihood()
    {
        var cast = Weigh(enough: 0);
        Assert.All(cast.Mentions, static mention => Assert.False(mention.IsWithheld));
        Assert.All(
            cast.Mentions.Where(static mention => !mention.Entities.IsEmpty),
            static mention => Assert.InRange(mention.Confidence, .001, .999)
        );
        Assert.All(Plain.Mentions(Text.Value, cast), static mention => Assert.Empty(mention.Candidates));
    }

    [Fact]
    public void The_same_text_is_weighed_the_same() =>
        Assert.Equal(
            Weigh(enough: .5).Mentions.Select(static mention => mention.Confidence),
            Weigh(enough: .5).Mentions.Select(static mention => mention.Confidence)
        );

    [Fact]
    public void Who_takes_part_in_a_text_does_not_hang_on_what_is_withheld() =>
        Assert.Equal(
            Weigh(enough: 0).Mentions.Select(static mention => string.Join('+', mention.Entities.Select(static entity => entity.Id))),
            Weigh(enough: 1.01).Mentions.Select(static mention => string.Join('+', mention.Entities.Select(static entity => entity.Id)))
        );

    [Fact]
    public void Pieces_of_evidence_have_names_of_their_own_and_stand_in_the_table()
    {
        Assert.Equal(MentionEvidence.Names.Length, MentionEvidence.Names.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(MentionEvidence.Names, static name => name.Contains('/', StringComparison.Ordinal));
        var rows = EmbeddedTable.Rows("models/mentions.csv").Select(static row => row[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(MentionEvidence.Names, name => Assert.Contains(name, rows));
        Assert.InRange(MentionConfidence.Standard.Enough, .1, .9);
    }

    // The weights of the engine with another row for what is enough.
    private static Cast Weigh(double enough)
    {
        var date = DocumentDating.Date(Text.Value);
        var table = EmbeddedTable
            .Rows("models/mentions.csv")
            .ToDictionary(
                static row => row[0],
                static row => double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
        table[MentionConfidence.EnoughRow] = enough;
        return Abstention.Weigh(Text.Value, ActorReader.Resolve(Text.Value, date), date, World.Default, new MentionConfidence(table));
    }
}
