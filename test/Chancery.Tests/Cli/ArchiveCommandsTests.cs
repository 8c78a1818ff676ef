using System.Text.Json;

namespace Chancery.Tests.Cli;

public sealed class ArchiveCommandsTests : IDisposable
{
    private const string Kenya = "samples/kenya-ethiopia/kenya.txt";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Archive => Path.Combine(_folder, "archive");

    [Fact]
    public void Why_leads_from_every_named_field_to_words_that_stand_in_the_text()
    {
        Assert.Equal(0, CommandLine.Run("read", Kenya, "--archive", Archive).Code);
        var text = CommandLine.Run("read", Kenya, "--format", "jsonl").Output;
        var seen = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement))
        {
            if (line.GetProperty("kind").GetString() != "event" || line.GetProperty("actors").GetArrayLength() == 0 || seen++ > 2) continue;
            var outcome = CommandLine.Run("why", line.GetProperty("id").GetString()![..16], "--archive", Archive, "--format", "jsonl");
            Assert.Equal(0, outcome.Code);
            var grounds = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => JsonDocument.Parse(row).RootElement).ToArray();
            var kind = Ground(grounds, "kind");
            Assert.Equal(line.GetProperty("spans")[0].GetProperty("quote").GetString(), kind.GetProperty("words").GetString());
            Assert.Contains("source:", kind.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.StartsWith("actors/", Ground(grounds, "actors[0]").GetProperty("basis").GetString(), StringComparison.Ordinal);
            Assert.All(grounds, ground => Assert.NotEqual("", ground.GetProperty("basis").GetString()));
            Assert.Contains(grounds, ground => ground.GetProperty("field").GetString() is "date");
            Assert.Contains(grounds, ground => ground.GetProperty("field").GetString() is "score" or "cameo");
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public void Why_says_when_the_archive_holds_no_such_entry()
    {
        CommandLine.Run("read", Kenya, "--archive", Archive);
        var outcome = CommandLine.Run("why", "event-nothing", "--archive", Archive);
        Assert.Equal(3, outcome.Code);
        Assert.Contains("CH5004", outcome.Complaints, StringComparison.Ordinal);
    }

    private static JsonElement Ground(JsonElement[] grounds, string field) => grounds.First(ground => ground.GetProperty("field").GetString() == field);
}
