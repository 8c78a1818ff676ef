using System.Diagnostics;
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
            if (line.GetProperty("kind").GetString() != "event" || line.GetProperty("actors").GetArrayLength() == 0 || seen++ > 2)
                continue;
            var outcome = CommandLine.Run("why", line.GetProperty("id").GetString()![..16], "--archive", Archive, "--format", "jsonl");
            Assert.Equal(0, outcome.Code);
            var grounds = outcome
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(row => JsonDocument.Parse(row).RootElement)
                .ToArray();
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

    [Fact]
    public void With_an_archive_nothing_is_printed_and_what_is_held_is_passed_over()
    {
        var first = CommandLine.Run("read", "samples", "--archive", Archive);
        Assert.Equal((0, ""), (first.Code, first.Output));
        Assert.Contains("archive: 7 documents", first.Complaints, StringComparison.Ordinal);
        var again = CommandLine.Run("read", "samples", "--archive", Archive);
        Assert.Contains("0 documents and 0 entries added, 7 documents held already", again.Complaints, StringComparison.Ordinal);
        Assert.Equal(
            CommandLine.Run("read", Kenya, "--format", "jsonl").Output,
            CommandLine.Run("read", Kenya, "--format", "jsonl", "--archive", Archive).Output
        );
    }

    [Fact]
    public void What_was_read_is_found_shown_and_set_side_by_side()
    {
        Assert.Equal(0, CommandLine.Run("read", "samples", "--archive", Archive).Code);
        var found = CommandLine.Run("search", "--kind", "event", "--actor", "Kenya", "--archive", Archive, "--format", "jsonl");
        Assert.Equal(0, found.Code);
        Assert.All(Rows(found.Output), row => Assert.Contains("KEN", row.ToString(), StringComparison.Ordinal));
        Assert.NotEmpty(Rows(found.Output));
        Assert.Equal(7, Rows(CommandLine.Run("show", "--archive", Archive, "--format", "jsonl").Output).Length);
        Assert.Single(Rows(CommandLine.Run("show", "--generations", "--archive", Archive, "--format", "jsonl").Output));
        var plot = Path.Combine(_folder, "lanes.svg");
        var contacts = Rows(CommandLine.Run("timeline", "CHN", "Russia", "--archive", Archive, "--format", "jsonl", "--plot", plot).Output);
        Assert.Contains(contacts, contact => contact.GetProperty("lane").GetString() == "calls");
        Assert.Contains("<circle", File.ReadAllText(plot), StringComparison.Ordinal);
        var months = Rows(CommandLine.Run("index", "CHN", "RUS", "--archive", Archive, "--format", "jsonl", "--plot", plot).Output);
        Assert.All(months, month => Assert.Equal("codebook/events/scores.csv", month.GetProperty("score_table").GetString()));
        Assert.Contains("<svg", File.ReadAllText(plot), StringComparison.Ordinal);
        var png = Path.Combine(_folder, "months.png");
        CommandLine.Run("index", "CHN", "RUS", "--archive", Archive, "--plot", png);
        var bytes = File.ReadAllBytes(png);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        CommandLine.Run("index", "CHN", "RUS", "--archive", Archive, "--plot", png);
        Assert.Equal(bytes, File.ReadAllBytes(png));
        var busy = months.First(month => month.GetProperty("events").GetInt32() > 0).GetProperty("month").GetString()!;
        Assert.NotEmpty(Rows(CommandLine.Run("index", "CHN", "RUS", "--month", busy, "--archive", Archive, "--format", "jsonl").Output));
        Assert.Contains("read", CommandLine.Run("coverage", "--archive", Archive).Output, StringComparison.Ordinal);
        foreach (
            var command in (string[])
                ["timeline CHN RUS", "index CHN RUS", "search call", "index CHN RUS --format csv", "timeline CHN RUS --format json"]
        )
            Assert.NotEqual("", CommandLine.Run([.. command.Split(' '), "--archive", Archive]).Output);
        Assert.Equal(2, CommandLine.Run("timeline", "CHN", "Atlantis", "--archive", Archive).Code);
        Assert.Equal(2, CommandLine.Run("show", "--as-of", "yesterday", "--archive", Archive).Code);
    }

    [Fact]
    public void A_call_told_in_three_accounts_is_one_line_of_the_timeline()
    {
        Assert.Equal(0, CommandLine.Run("read", "samples/2024-02-08-china-russia", "--archive", Archive).Code);
        JsonElement[] Calls(string rule) =>
            [
                .. Rows(CommandLine.Run("timeline", "CHN", "RUS", "--archive", Archive, "--format", "jsonl", "--rule", rule).Output)
                    .Where(row => row.GetProperty("lane").GetString() == "calls"),
            ];
        var call = Assert.Single(Calls("occurrences-2"), row => row.GetProperty("start").GetString() == "2024-02-08");
        Assert.Equal(3, call.GetProperty("documents").GetInt32());
        Assert.True(Calls("occurrences-1").Length >= Calls("occurrences-2").Length);
    }

    [Fact]
    public void An_export_has_the_same_bytes_whatever_the_culture_the_zone_and_the_run()
    {
        Assert.Equal(0, CommandLine.Run("read", "samples", "--archive", Archive).Code);
        foreach (var form in (string[])["jsonl", "csv", "parquet"])
        {
            var one = Exported(form, ("TZ", "UTC"), ("LC_ALL", "C"), ("DOTNET_PROCESSOR_COUNT", "1"));
            Assert.NotEmpty(one);
            Assert.Equal(one, Exported(form, ("TZ", "Asia/Kathmandu"), ("LC_ALL", "tr_TR.UTF-8"), ("DOTNET_PROCESSOR_COUNT", "8")));
        }
    }

    [Fact]
    public void What_is_exported_comes_back_and_what_is_withdrawn_stays_away_until_restored()
    {
        Assert.Equal(0, CommandLine.Run("read", Kenya, "--archive", Archive).Code);
        string records = Path.Combine(_folder, "r.csv"),
            texts = Path.Combine(_folder, "t.jsonl"),
            other = Path.Combine(_folder, "other");
        Assert.Equal(0, CommandLine.Run("export", "--archive", Archive, "--format", "csv", "--output", records).Code);
        Assert.Equal(0, CommandLine.Run("export", "--archive", Archive, "--texts", "--output", texts).Code);
        Assert.Equal(0, CommandLine.Run("import", records, "--texts", texts, "--archive", other).Code);
        var whole = CommandLine.Run("export", "--archive", Archive).Output;
        Assert.Equal(whole, CommandLine.Run("export", "--archive", other).Output);
        Assert.Contains("0 findings", CommandLine.Run("verify", "--archive", other).Output, StringComparison.Ordinal);
        Assert.Contains("0 entries without text", CommandLine.Run("verify", "--archive", other).Output, StringComparison.Ordinal);

        var id = Rows(whole)[2].GetProperty("id").GetString()!;
        Assert.Equal(3, CommandLine.Run("withdraw", "event-none", "--reason", "x", "--archive", other).Code);
        Assert.Equal(0, CommandLine.Run("withdraw", id, "--reason", "misread", "--archive", other).Code);
        Assert.DoesNotContain(id, CommandLine.Run("export", "--archive", other).Output, StringComparison.Ordinal);
        Assert.Contains("CH5004", CommandLine.Run("why", id, "--archive", other).Complaints, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("restore", id, "--reason", "it was right", "--archive", other).Code);
        Assert.Equal(whole, CommandLine.Run("export", "--archive", other).Output);
        Assert.Equal("", CommandLine.Run("export", "--archive", other, "--as-of", "2020-01-01").Output);
    }

    [Fact]
    public void What_is_decided_of_occurrences_is_kept_followed_told_and_taken_back()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "texts")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "a.txt"),
            "Published: 2024-06-05\n\nFumio Kishida met Yoon Suk Yeol in Seoul on Tuesday. The talks lasted two hours."
        );
        File.WriteAllText(
            Path.Combine(folder, "b.txt"),
            "Published: 2024-06-05\n\nYoon Suk Yeol held talks with Fumio Kishida in Seoul on June 4."
        );
        Assert.Equal(0, CommandLine.Run("read", folder, "--archive", Archive).Code);
        string[] all = ["occurrences", "--archive", Archive, "--format", "jsonl"];
        var before = CommandLine.Run(all).Output;
        Assert.Equal(2, Assert.Single(Rows(before)).GetProperty("documents").GetInt32());
        var mention = Rows(before)[0]
            .GetProperty("mentions")
            .EnumerateArray()
            .First(at => at.GetProperty("spans")[0].GetProperty("quote").GetString() == "met");
        var id = mention.GetProperty("event").GetString()!;

        Assert.Equal(3, CommandLine.Run("review", "split", "event-none", "--reason", "x", "--archive", Archive).Code);
        var split = CommandLine.Run("review", "split", id, "--by", "Ann", "--reason", "two meetings", "--archive", Archive);
        Assert.Equal(0, split.Code);
        var decision = split.Complaints.Split(' ')[0];
        var after = CommandLine.Run(all).Output;
        var kept = Rows(after).Single(row => row.ToString().Contains(id, StringComparison.Ordinal));
        Assert.Equal(1, kept.GetProperty("documents").GetInt32());
        Assert.Contains("a decision of Ann on", kept.GetProperty("kept_apart")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(after, CommandLine.Run(all).Output);
        Assert.Contains("two meetings", CommandLine.Run("why", id, "--archive", Archive).Output, StringComparison.Ordinal);
        Assert.Equal(before, CommandLine.Run([.. all, "--as-of", "2020-01-01"]) is { Output: "" } ? before : "");
        Assert.Equal(2, Rows(CommandLine.Run("timeline", "JPN", "KOR", "--archive", Archive, "--format", "jsonl").Output).Length);

        Assert.Equal(3, CommandLine.Run("review", "revoke", "r-none", "--reason", "x", "--archive", Archive).Code);
        Assert.Equal(0, CommandLine.Run("review", "revoke", decision, "--reason", "one after all", "--archive", Archive).Code);
        Assert.Equal(before, CommandLine.Run(all).Output);
        Assert.Equal(
            ["taken back", ""],
            Rows(CommandLine.Run("review", "list", "--archive", Archive, "--format", "jsonl").Output)
                .Select(row => row.GetProperty("state").GetString())
        );
        Assert.Contains("0 findings", CommandLine.Run("verify", "--archive", Archive).Output, StringComparison.Ordinal);
        var compared = CommandLine.Run("compare", id, "--archive", Archive, "--format", "json");
        Assert.Equal(0, compared.Code);
        Assert.Equal(2, JsonDocument.Parse(compared.Output).RootElement.GetProperty("accounts").GetArrayLength());
    }

    [Fact]
    public void Reading_that_was_stopped_keeps_what_it_read_and_goes_on_when_asked_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs a named pipe");
        string pipe = Path.Combine(_folder, "in.jsonl"),
            file = Path.Combine(_folder, "all.jsonl"),
            other = Path.Combine(_folder, "other");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        using var process = CommandLine.Start("read", pipe, "--archive", Archive, "--jobs", "1");
        var number = 0;
        try
        {
            using var feed = new StreamWriter(pipe) { AutoFlush = true };
            // More than a pipe and a buffer hold, so that some of it has been read when the signal is sent. Not INT: a shell makes
            // what it runs in the background deaf to it.
            for (; number < 200; number++)
                feed.WriteLine(Line(number));
            Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
            // The wish is heeded at the next document, whenever the signal comes through; then nobody reads the pipe any more.
            while (!process.HasExited && number < 100_000)
                feed.WriteLine(Line(number++));
        }
        catch (IOException)
        {
            Assert.True(number >= 200);
        }

        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("0 findings", CommandLine.Run("verify", "--archive", Archive).Output, StringComparison.Ordinal);
        var held = Rows(CommandLine.Run("show", "--archive", Archive, "--format", "jsonl").Output).Length;
        Assert.InRange(held, 1, number);
        File.WriteAllLines(file, Enumerable.Range(0, number + 3).Select(Line));
        var again = CommandLine.Run("read", file, "--archive", Archive);
        Assert.Contains($"archive: {number + 3 - held} documents", again.Complaints, StringComparison.Ordinal);
        CommandLine.Run("read", file, "--archive", other);
        Assert.Equal(CommandLine.Run("export", "--archive", other).Output, CommandLine.Run("export", "--archive", Archive).Output);

        static string Line(int number) =>
            $$"""{"text":"Minister {{number}} of Kenya met his Ugandan counterpart.","published":"2024-02-08","padding":"{{new string('x', 2000)}}"}""";
    }

    [Fact]
    public void A_damaged_segment_is_named_with_its_code()
    {
        CommandLine.Run("read", Kenya, "--archive", Archive);
        var entries = Directory.GetFiles(Archive, "entries.parquet", SearchOption.AllDirectories)[0];
        File.WriteAllText(entries, "damaged");
        foreach (var command in (string[])["search minister", "export", "timeline KEN ETH"])
        {
            var outcome = CommandLine.Run([.. command.Split(' '), "--archive", Archive]);
            Assert.Equal(3, outcome.Code);
            Assert.Contains("CH5003", outcome.Complaints, StringComparison.Ordinal);
        }

        Assert.Equal(1, CommandLine.Run("verify", "--archive", Archive).Code);
        Assert.Contains("CH5002", CommandLine.Run("show", "--archive", _folder).Complaints, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "file"), "no folder");
        Assert.Contains(
            "CH5001",
            CommandLine.Run("read", Kenya, "--archive", Path.Combine(_folder, "file")).Complaints,
            StringComparison.Ordinal
        );
    }

    private byte[] Exported(string form, params (string, string)[] environment)
    {
        var file = Path.Combine(_folder, "export." + form);
        Assert.Equal(0, CommandLine.Run(environment, "", "export", "--archive", Archive, "--format", form, "--output", file).Code);
        return File.ReadAllBytes(file);
    }

    private static JsonElement[] Rows(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => JsonDocument.Parse(row).RootElement)];

    private static JsonElement Ground(JsonElement[] grounds, string field) =>
        grounds.First(ground => ground.GetProperty("field").GetString() == field);
}
