using System.Text.RegularExpressions;
using Chancery.Tests.Cli;

namespace Chancery.Tests.House;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_code_that_the_program_prints_is_explained()
    {
        var explained = Code().Matches(Text("docs/errors.md")).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var printed = Repository
            .Sources("src")
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct();
        Assert.Equal([], printed.Where(code => !explained.Contains(code)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_README_shows_what_the_command_prints()
    {
        var shown = Shown().Matches(Text("README.md"));
        Assert.NotEmpty(shown);
        foreach (Match example in shown)
            Assert.Equal(example.Groups["output"].Value, CommandLine.Run(example.Groups["arguments"].Value.Split(' ')).Output);
    }

    [Fact]
    public void The_README_shows_the_comparison_of_the_samples()
    {
        var shown = Table().Matches(Text("README.md"));
        Assert.NotEmpty(shown);
        foreach (Match example in shown)
        {
            // What every stage reads goes into the table: word for word it is asked of a full run, and of every run what the table is for.
            var output = CommandLine.Run(example.Groups["arguments"].Value.Split(' ')).Output;
            if (Environment.GetEnvironmentVariable("CHANCERY_SLOW_TESTS") == "1")
                Assert.Equal(example.Groups["output"].Value, output);
            foreach (var page in (ReadOnlySpan<string>)[example.Groups["output"].Value, output])
                Assert.Contains(
                    page.Split('\n'),
                    line =>
                        line.Contains("Ukraine", StringComparison.Ordinal)
                        && (
                            line.Contains("*only Kremlin* | *silent* |", StringComparison.Ordinal)
                            || line.Contains(
                                "silent, the report says: “The Chinese account did not mention Ukraine.”",
                                StringComparison.Ordinal
                            )
                        )
                );
        }
    }

    [Fact]
    public void The_README_is_short() => Assert.True(Text("README.md").Count(c => c == '\n') <= 150);

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"\bCH[0-9]{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"<!-- chancery (?<arguments>[^\n]*?) -->\n(?<output>(.*\n)*?)<!-- end -->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(
        """```console\n\$ chancery (?<arguments>[^\n]*)\n(?<output>[^`]*)```""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shown();
}
