namespace Chancery.Tests.Cli;

public sealed class KbCommandTests
{
    [Fact]
    public void A_pack_of_ones_own_is_written_row_by_row()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-kb");
        try
        {
            string[] own = ["--source", "test", "--pack", Path.Combine(folder.FullName, "mine")];
            string[][] orders =
            [
                ["add", "person", "Jane Doe", "--holds", "office/KEN.fm", "--from", "2027-01-05"],
                ["replace", "Jane Doe", "office/KEN.fm", "--from", "2027-01-07", "--title", "foreign secretary"],
                ["end", "William Ruto", "office/KEN.president", "--until", "2027-09-01"],
                ["retract", "igo/SCO", "has-member", "Iran"],
                ["add", "body", "Friends of Peace", "--type", "ngo", "--state", "KEN"],
            ];
            Assert.All(orders, order => Assert.Equal(0, CommandLine.Run(["kb", .. order, .. own]).Code));
            var shown = CommandLine.Run("kb", "asof", "office/KEN.fm", "2027-01-06", "--pack", own[3]).Output;
            Assert.DoesNotContain("Jane Doe", shown, StringComparison.Ordinal);
            shown = CommandLine.Run("kb", "diff", "--pack", own[3]).Output;
            Assert.Contains(
                "+ holders-hand: person/jane-doe,Jane Doe,KEN,fm,foreign secretary,2027-01-07,,test,",
                shown,
                StringComparison.Ordinal
            );
            Assert.Contains(
                "+ holders-hand: person/william-ruto,William Ruto,KEN,president,president,2022-09-13,2027-09-01,test,2027-09-01",
                shown,
                StringComparison.Ordinal
            );
            Assert.Contains("+ bodies: ngo/friends-of-peace,Friends of Peace,ngo,KEN,,test", shown, StringComparison.Ordinal);
            Assert.Equal(0, CommandLine.Run("kb", "lint", "--pack", own[3]).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(3, "CH1001", "kb", "stats", "--pack", "no-such-folder")]
    [InlineData(3, "CH1403", "kb", "show", "Quuxland")]
    [InlineData(2, "CH1401", "kb", "asof", "KEN", "2026-13-40")]
    [InlineData(
        2,
        "CH1401",
        "kb",
        "add",
        "person",
        "A",
        "--holds",
        "office/KEN.fm",
        "--from",
        "9999-12-31",
        "--source",
        "s",
        "--pack",
        "never-written"
    )]
    [InlineData(
        3,
        "CH1403",
        "kb",
        "add",
        "person",
        "A",
        "--holds",
        "office/QQQ.fm",
        "--from",
        "2026",
        "--source",
        "s",
        "--pack",
        "never-written"
    )]
    [InlineData(3, "CH1403", "kb", "end", "William Ruto", "office/KEN.pm", "--until", "2026", "--source", "s", "--pack", "never-written")]
    [InlineData(2, "CH1404", "kb", "add", "name", "A", "state/KEN", "--pack", "never-written")]
    [InlineData(3, "CH1402", "kb", "import", "popolo", "README.md", "--reviewed", "2026-01-01", "--pack", "never-written")]
    public void A_mistake_is_told_by_code_and_mend(int code, string problem, params string[] arguments)
    {
        var outcome = CommandLine.Run(arguments);
        Assert.Equal(code, outcome.Code);
        Assert.Contains("error " + problem, outcome.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Complaints, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(House.Repository.Root, "never-written")));
    }
}
