using Chancery.Attribution;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

public sealed class LabelledAttributionTests
{
    private const string Text = "😀 Lopez said talks failed . Okafor left .";

    private const string Marks = """
        T1	Source 2 7	Lopez
        T2	Cue 8 12	said
        T3	Content 13 18;19 25	talks failed
        T4	Cue 35 39	left
        T9	Broken x y
        E1	Attribution:T2 Source:T1 Cue:T2 Content:T3
        E2	Attribution:T4 Cue:T4
        """;

    [Fact]
    public void Offsets_are_code_points_and_stretches_are_joined()
    {
        var one = Assert.Single(LabelledAttribution.Read(Marks, Text));
        Assert.Equal(["Lopez"], Words(one.Source));
        Assert.Equal(["said"], Words(one.Cue));
        Assert.Equal(["talks", "failed"], Words(one.Content));
    }

    [Fact]
    public void A_file_that_is_no_standoff_holds_nothing() =>
        Assert.Empty(LabelledAttribution.Read("T\nE1\tSource:T7\nnothing\t\t\n\nT1\tCue 5 2\tx", Text));

    [Fact]
    public void The_right_answer_scores_one_and_a_wrong_source_breaks_the_relation()
    {
        var (text, gold) = Case();
        var right = new AttributionScore();
        right.Add(text, [gold], [gold]);
        Assert.Equal((1, 1, 1, 1), (right.Spans[0].ExactF1, right.Spans[1].ExactF1, right.Spans[2].ExactF1, right.RelationF1));
        Assert.Equal((1, 1), (right.Classes["communication_verb"].Right, right.Classes["indirect"].Right));

        var wrong = new AttributionScore();
        wrong.Add(text, [gold], [gold with { Source = gold.Content }]);
        Assert.Equal((0, 1, 0), (wrong.Spans[0].ExactF1, wrong.Spans[1].ExactF1, wrong.RelationF1));
        Assert.Equal((1, 0), (wrong.Classes["communication_verb"].Cue, wrong.Classes["communication_verb"].Source));
    }

    [Fact]
    public void A_part_of_a_content_overlaps_and_is_not_exact()
    {
        var (text, gold) = Case();
        var score = new AttributionScore();
        score.Add(text, [gold], [gold with { Content = [text.Tokens[2].Span] }]);
        Assert.Equal((0, 1, 0), (score.Spans[2].ExactF1, score.Spans[2].OverlapF1, score.RelationF1));
    }

    [Fact]
    public void A_content_over_two_sentences_counts_as_a_stretch_in_each()
    {
        var text = HandMade.Text("Talks/talk/NOUN/2/nsubj failed/fail/VERB/0/root", "Lopez/Lopez/PROPN/2/nsubj left/leave/VERB/0/root");
        Assert.Equal([(0, 2), (2, 4)], AttributionScore.Cut(text, [new Span(0, text.Document.Text.Length)]));
    }

    private static (ParsedText Text, LabelledAttribution Gold) Case()
    {
        var text = HandMade.Text(
            "Lopez/Lopez/PROPN/2/nsubj said/say/VERB/0/root talks/talk/NOUN/4/nsubj failed/fail/VERB/2/ccomp ././PUNCT/2/punct"
        );
        return (text, new LabelledAttribution([text.Tokens[0].Span], [text.Tokens[1].Span], [text.SpanOf(2, 4)]));
    }

    private static IEnumerable<string> Words(Span[] spans) => spans.Select(span => span.In(Text).ToString());
}
