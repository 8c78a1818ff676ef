using System.Text.Json;

namespace Chancery.Tests.Cli;

public sealed class EvalRecordsTests : IDisposable
{
    private const string Text = "Putin travelled to Beijing in October 2023. The Kremlin said trade reached $240 billion.";
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-gold-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_label_that_agrees_is_met_and_one_that_does_not_is_not()
    {
        var right = Score("""{"file":"t.txt","kind":"time","quote":"October 2023","start":"2023-10-01","end":"2023-10-31"}""");
        Assert.Equal(1, right.GetProperty("time_recall").GetDouble());
        var wrong = Score("""{"file":"t.txt","kind":"time","quote":"October 2023","start":"2022-10-01","end":"2022-10-31"}""");
        Assert.Equal(0, wrong.GetProperty("time_recall").GetDouble());
        Assert.Equal(1, wrong.GetProperty("n").GetDouble());
    }

    [Fact]
    public void A_field_that_is_left_out_is_not_compared() =>
        Assert.Equal(
            1,
            Score("""{"file":"t.txt","kind":"figure","quote":"$240 billion","value":240000000000}""")
                .GetProperty("figure_recall")
                .GetDouble()
        );

    [Fact]
    public void Words_that_are_not_in_the_text_are_an_error_with_their_place()
    {
        var outcome = Run("""{"file":"t.txt","kind":"time","quote":"November 2023"}""");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("November 2023", outcome.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_label_is_an_error_with_its_number() =>
        Assert.Contains("gold.jsonl:1", Run("not json").Complaints, StringComparison.Ordinal);

    private JsonElement Score(string gold)
    {
        var outcome = Run(gold);
        Assert.Equal("", outcome.Complaints);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private CommandLine.Outcome Run(string gold)
    {
        File.WriteAllText(Path.Combine(_folder, "t.txt"), Text);
        var set = Path.Combine(_folder, "gold.jsonl");
        File.WriteAllText(set, gold + "\n");
        return CommandLine.Run("eval", "records", set, "--format", "json");
    }
}
