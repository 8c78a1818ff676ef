using Chancery.Cli.Evaluation;
using Chancery.Reading;

namespace Chancery.Tests.Evaluation;

public sealed class ReportedScoreTests
{
    private const string Marked =
        "Two accounts of a call\n\nNAIROBI, March 12, 2024 - {KEN|Kenya's State House said that trade was discussed}, while {SOM|the Somali Foreign Ministry said that it was not}. "
        + "{KEN+SOM|William Ruto and Hassan Sheikh Mohamud praised their friendship}. It rained in Nairobi.";

    [Fact]
    public void Marks_come_out_and_leave_their_places()
    {
        var report = LabelledReport.Parse("t", Marked);
        Assert.DoesNotContain('{', report.Text);
        Assert.Equal("the Somali Foreign Ministry said that it was not", report.Words[1].Span.In(report.Text).ToString());
        Assert.Equal(["KEN", "SOM"], report.Words[2].Sides);
        Assert.Empty(report.Of(new(report.Text.IndexOf("rained", StringComparison.Ordinal), report.Text.Length)));
    }

    [Theory]
    [InlineData("{KEN said")]
    [InlineData("{|said}")]
    [InlineData("{KEN} said | it")]
    public void A_mark_that_is_not_whole_is_told(string text) => Assert.Throws<FormatException>(() => LabelledReport.Parse("t", text));

    [Fact]
    public void Words_are_counted_a_side()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-reported-").FullName;
        var file = Path.Combine(folder, "report.txt");
        File.WriteAllText(file, Marked);
        var misses = new StringWriter();
        var figures = ReportedScore
            .Of(file, NeuralReader.Load(ReaderSize.Fast), misses)
            .ToDictionary(figure => figure.Name, figure => figure.Value);
        Assert.Equal(1, figures["parted"]);
        Assert.InRange(figures["f1"], .9, 1);
        // The same words under other labels are all wrong.
        var other = Path.Combine(folder, "other.txt");
        File.WriteAllText(other, Marked.Replace("KEN", "PER", StringComparison.Ordinal).Replace("SOM", "CHL", StringComparison.Ordinal));
        Assert.Equal(0, ReportedScore.Of(other, NeuralReader.Load(ReaderSize.Fast), misses)[2].Value);
        Assert.Contains("PER > KEN", misses.ToString());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Two_labellings_are_held_against_each_other_word_by_word()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-reported-");
        var (first, second) = (folder.CreateSubdirectory("first").FullName, folder.CreateSubdirectory("second").FullName);
        File.WriteAllText(Path.Combine(first, "t.txt"), "{KEN|Kenya said it} rained.");
        File.WriteAllText(Path.Combine(second, "t.txt"), "{KEN|Kenya said} it rained.");
        Assert.Equal(.75, Agreement.Of(first, second, TextWriter.Null)[0].Value);
        folder.Delete(recursive: true);
    }
}
