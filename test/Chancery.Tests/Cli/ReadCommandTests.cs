using System.Text;
using System.Text.Json;

namespace Chancery.Tests.Cli;

public sealed class ReadCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-read-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_samples_are_read_in_order()
    {
        var outcome = CommandLine.Run("read", "samples", "--format", "jsonl");
        Assert.Equal(0, outcome.Code);
        var titles = Lines(outcome.Output)
            .Where(line => line.GetProperty("kind").GetString() == "document")
            .Select(line => line.GetProperty("title").GetString())
            .ToArray();
        Assert.Equal(7, titles.Length);
        Assert.StartsWith("President Xi", titles[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_zone_and_language_change_no_byte()
    {
        var one = CommandLine.Run([("TZ", "UTC"), ("LANG", "C")], "", "read", "samples", "--format", "jsonl", "--jobs", "1").Output;
        Assert.NotEmpty(one);
        Assert.Equal(
            one,
            CommandLine
                .Run(
                    [("TZ", "Asia/Kathmandu"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
                    "",
                    "read",
                    "samples",
                    "--format",
                    "jsonl",
                    "--jobs",
                    "2"
                )
                .Output
        );
        Assert.Equal(
            one,
            CommandLine
                .Run([("TZ", "America/St_Johns"), ("LANG", "de_DE.UTF-8")], "", "read", "samples", "--format", "jsonl", "--jobs", "8")
                .Output
        );
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Registers_change_no_byte(string setting) =>
        Assert.Equal(
            CommandLine.Run("read", "samples", "--format", "jsonl").Output,
            CommandLine.Run([(setting, "0")], "", "read", "samples", "--format", "jsonl").Output
        );

    [Fact]
    public void The_order_of_the_documents_changes_no_record()
    {
        string[] files = ["samples/kenya-ethiopia/kenya.txt", "samples/greece-turkiye/greece.txt"];
        var there = CommandLine.Run(["read", .. files, "--format", "jsonl"]).Output.Split('\n').Order(StringComparer.Ordinal);
        var back = CommandLine.Run(["read", .. files.Reverse(), "--format", "jsonl"]).Output.Split('\n').Order(StringComparer.Ordinal);
        Assert.Equal(there, back);
    }

    [Fact]
    public void The_standard_input_is_a_document()
    {
        var outcome = CommandLine.Run([], "The ministers met in Accra.\n", "read", "-", "--format", "json", "--published", "2024-03-01");
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("2024-03-01", json.RootElement[0].GetProperty("published").GetString());
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read samples --format tabular")]
    [InlineData("read samples --jobs 0")]
    [InlineData("read samples --published yesterday")]
    [InlineData("reed samples")]
    public void Bad_usage_is_exit_code_2(string arguments) => Assert.Equal(2, CommandLine.Run(arguments.Split(' ')).Code);

    [Fact]
    public void Bad_input_is_named_coded_and_does_not_stop_the_rest()
    {
        var outcome = CommandLine.Run(
            "read",
            Path.Combine(_folder, "missing.txt"),
            "samples/kenya-ethiopia/kenya.txt",
            "--format",
            "jsonl"
        );
        Assert.Equal(3, outcome.Code);
        Assert.Contains("CH1001", outcome.Complaints, StringComparison.Ordinal);
        Assert.Contains("missing.txt", outcome.Complaints, StringComparison.Ordinal);
        Assert.NotEmpty(Lines(outcome.Output));
    }

    [Fact]
    public void Ten_megabytes_in_one_line_are_read()
    {
        var path = Path.Combine(_folder, "long.txt");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("word ", 2_000_000)));
        Assert.Equal(0, CommandLine.Run("read", path, "--format", "jsonl").Code);
    }

    [Fact]
    public void Broken_text_of_any_kind_is_read()
    {
        var path = Path.Combine(_folder, "odd.txt");
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("Талкс 😀 مرحبا \u202e \u200b "), 0xC3, 0x28, .. "end. \r\r\n"u8]);
        var outcome = CommandLine.Run("read", path, "--format", "jsonl");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("CH1006", outcome.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_quote_stands_where_the_record_says()
    {
        var text = "\U0001F600 Talks in Ankara on 5 September 2023.\nFidan spoke.";
        foreach (var line in Lines(CommandLine.Run([], text, "read", "-", "--format", "jsonl").Output))
            foreach (var span in line.GetProperty("spans").EnumerateArray())
            {
                var points = text.EnumerateRunes()
                    .Skip(span.GetProperty("start").GetInt32())
                    .Take(span.GetProperty("end").GetInt32() - span.GetProperty("start").GetInt32());
                Assert.Equal(span.GetProperty("quote").GetString(), string.Concat(points));
            }
    }

    [Theory]
    [InlineData("csv", "kind,id,document")]
    [InlineData("conllu", "# newdoc id = d-")]
    [InlineData("text", "President Ruto receives Prime Minister")]
    public void Each_form_begins_as_it_should(string form, string beginning) =>
        Assert.StartsWith(
            beginning,
            CommandLine.Run("read", "samples/kenya-ethiopia/kenya.txt", "--format", form).Output,
            StringComparison.Ordinal
        );

    private static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
