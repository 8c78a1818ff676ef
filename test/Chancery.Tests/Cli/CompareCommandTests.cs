using System.Text.Json;

namespace Chancery.Tests.Cli;

public sealed class CompareCommandTests
{
    private const string Samples = "samples/2024-02-08-china-russia";

    [Fact]
    public void An_account_that_does_not_raise_a_topic_is_silent_on_it_with_the_terms_looked_for()
    {
        var comparison = Json(CommandLine.Run("compare", $"{Samples}/china.txt", $"{Samples}/russia.txt", "--format", "json").Output);
        var row = comparison
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row =>
                row.GetProperty("topic").GetString() == "Ukraine" && row.GetProperty("proposition").ValueKind == JsonValueKind.Null
            );
        var cells = row.GetProperty("cells").EnumerateArray().ToArray();
        Assert.Equal("silent", cells[0].GetProperty("state").GetString());
        Assert.Contains("kyiv", cells[0].GetProperty("checked").GetProperty("terms").EnumerateArray().Select(term => term.GetString()));
        Assert.Equal("mentions", cells[1].GetProperty("state").GetString());
        Assert.Contains("Ukraine", cells[1].GetProperty("quote").GetString());
    }

    [Fact]
    public void Every_span_of_the_JSON_is_the_words_of_its_document()
    {
        var comparison = Json(CommandLine.Run("compare", Samples, "--format", "json").Output);
        var text = comparison
            .GetProperty("accounts")
            .EnumerateArray()
            .ToDictionary(
                account => account.GetProperty("document").GetString()!,
                account => Body(account.GetProperty("origin").GetString()!)
            );
        foreach (var cell in comparison.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("cells").EnumerateArray()))
            foreach (var span in cell.GetProperty("spans").EnumerateArray())
                Assert.Equal(
                    span.GetProperty("quote").GetString(),
                    text[cell.GetProperty("document").GetString()!][span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]
                );
    }

    [Fact]
    public void The_order_of_the_accounts_changes_nothing_but_the_order_of_the_columns()
    {
        var one = Rows(
            CommandLine
                .Run("compare", $"{Samples}/china.txt", $"{Samples}/russia.txt", $"{Samples}/reporter.txt", "--format", "json")
                .Output
        );
        var other = Rows(
            CommandLine
                .Run("compare", $"{Samples}/reporter.txt", $"{Samples}/russia.txt", $"{Samples}/china.txt", "--format", "json")
                .Output
        );
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("svg")]
    [InlineData("markdown")]
    public void Markup_in_a_text_does_not_run(string format)
    {
        const string records = """
            {"text":"Xi Jinping told Vladimir Putin that trade <script>alert(1)</script> & <img src=x onerror=alert(1)> should grow.","publisher":"<b>Kremlin</b>","kind":"readout"}
            {"text":"Vladimir Putin told Xi Jinping in a call that \"trade\" ]]> must grow | and [link](javascript:alert(1)).","publisher":"Chinese Foreign Ministry","kind":"readout"}
            """;
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "two.jsonl"), records);
        var output = CommandLine.Run("compare", Path.Combine(folder.FullName, "two.jsonl"), "--format", format).Output;
        folder.Delete(recursive: true);
        Assert.Contains("trade", output);
        Assert.DoesNotContain("<script", output);
        Assert.DoesNotContain("<img", output);
        Assert.DoesNotContain("<b>", output);
        if (format == "markdown")
            Assert.DoesNotContain("[link](", output);
    }

    [Fact]
    public void One_account_is_no_comparison()
    {
        var outcome = CommandLine.Run("compare", $"{Samples}/china.txt");
        Assert.Equal(3, outcome.Code);
        Assert.StartsWith("error CH1301", outcome.Complaints);
    }

    [Fact]
    public void One_report_is_compared_by_whom_it_cites()
    {
        var outcome = CommandLine.Run("compare", $"{Samples}/reporter.txt", "--format", "json");
        Assert.Equal(0, outcome.Code);
        var comparison = Json(outcome.Output);
        Assert.Equal(
            ["Russia", "China"],
            comparison.GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("by").GetString())
        );
        var ukraine = comparison
            .GetProperty("rows")
            .EnumerateArray()
            .First(row => row.GetProperty("topic").GetString() == "Ukraine")
            .GetProperty("cells");
        Assert.Equal("mentions", ukraine[0].GetProperty("state").GetString());
        Assert.Equal("silent", ukraine[1].GetProperty("state").GetString());
        Assert.Equal("The Chinese account did not mention Ukraine.", ukraine[1].GetProperty("quote").GetString());
        Assert.Equal(0, CommandLine.Run("compare", $"{Samples}/reporter.txt").Code);
    }

    private static JsonElement Json(string output) => JsonDocument.Parse(output).RootElement;

    private static string Body(string origin)
    {
        var text = File.ReadAllText(Path.Combine(House.Repository.Root, origin));
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }

    private static List<string> Rows(string output) =>
        [
            .. Json(output)
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("topic").GetString()} {row.GetProperty("relation").GetString()} "
                    + string.Join(
                        ' ',
                        row.GetProperty("cells")
                            .EnumerateArray()
                            .Select(cell => $"{cell.GetProperty("document").GetString()}:{cell.GetProperty("state").GetString()}")
                            .Order(StringComparer.Ordinal)
                    )
                ),
        ];
}
