using Chancery.Cli.Evaluation;
using Chancery.Record;
using Chancery.Tests.House;

namespace Chancery.Tests.Evaluation;

public sealed class MentionEvaluationTests
{
    [Fact]
    public void Marks_come_out_and_leave_their_places()
    {
        var labelled = LabelledText.Parse("t", "Published: 2024-02-08\n\n[Kenya|KEN|n|g] and [its|KEN|p] ally.\n");
        Assert.Equal("Kenya and its ally.\n", labelled.Text);
        Assert.Equal(new DateOnly(2024, 2, 8), labelled.Published);
        Assert.Equal(["Kenya", "its"], labelled.Mentions.Select(m => m.Span.In(labelled.Text).ToString()));
        Assert.Equal("g", labelled.Mentions[0].Reading);
    }

    [Theory]
    [InlineData("[open|KEN|n")]
    [InlineData("[two parts|KEN]")]
    public void A_mark_that_is_not_whole_is_told(string text) => Assert.Throws<FormatException>(() => LabelledText.Parse("t", text));

    [Theory]
    [InlineData("KEN", "state/KEN", "Kenya", true)]
    [InlineData("KEN", "state/ETH", "Ethiopia", false)]
    [InlineData("KEN.mfa", "organ/KEN.mfa", "Kenyan Foreign Ministry", true)]
    [InlineData("@Alberto Fernández", "unknown/alberto-fernandez", "Alberto Fernandez", true)]
    [InlineData("@Alberto Fernández", "unknown/fernandez", "Fernandez", false)]
    [InlineData("~KEN", "unknown/a-kenyan-official", "a Kenyan official", true)]
    [InlineData("~ETH", "unknown/a-kenyan-official", "a Kenyan official", false)]
    [InlineData("~KEN", "state/KEN", "Kenya", false)]
    public void A_label_names_one_entity(string label, string id, string name, bool same) =>
        Assert.Equal(
            same,
            MentionIdentity.Same(
                [label],
                [
                    new Entity
                    {
                        Id = id,
                        Name = name,
                        Type = EntityType.Other,
                        State = "KEN",
                    },
                ]
            )
        );

    [Fact]
    public void The_labelled_set_is_as_large_as_the_documentation_says()
    {
        var texts = LabelledText.At(Path.Combine(Repository.Root, "test/labelled/mentions")).ToList();
        Assert.Equal(38, texts.Count);
        Assert.All(texts, text => Assert.NotNull(text.Published));
        Assert.True(texts.Sum(t => t.Mentions.Count(m => m.Counts)) > 1000);
        Assert.All(
            texts.SelectMany(t => t.Mentions),
            m => Assert.True(m.Form is "n" or "t" or "p" or "g" or "m" && m.Reading is "" or "g" or "p")
        );
    }
}
