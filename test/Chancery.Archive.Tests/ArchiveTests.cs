using System.Text;
using Chancery.Record;

namespace Chancery.Archive.Tests;

public sealed class ArchiveTests : IDisposable
{
    private readonly Place _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void What_is_read_back_writes_the_same_bytes()
    {
        var (document, entries) = Records.Of(3);
        var points = new CodePoints(document.Text);
        foreach (var entry in entries)
        {
            var line = EntryJson.Write(entry, document, points);
            var again = EntryReading.Read(line, points);
            Assert.Equal(Encoding.UTF8.GetString(line.Span), Encoding.UTF8.GetString(EntryJson.Write(again, document, points).Span));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"event","id":"x","document":"d","spans":[{"quote":"a","start":5,"end":2}]}""")]
    [InlineData("""{"kind":"rumour"}""")]
    public void A_line_that_is_no_entry_is_told_apart(string line) =>
        Assert.Throws<FormatException>(() => EntryReading.Read(Encoding.UTF8.GetBytes(line), new CodePoints("")));

    [Fact]
    public void A_document_comes_back_with_its_text_and_its_record_in_order()
    {
        Records.Write(_place.Archive, Enumerable.Range(0, 20));
        var (document, entries) = Records.Of(7);
        using var archive = ArchiveReader.Open(_place.Archive);
        Assert.Equal(document.Text, archive.Document(document.Id)!.Text);
        Assert.Equal(entries.Select(entry => entry.Id), archive.Entries(document.Id).Select(entry => entry.Id));
        Assert.Equal(20, archive.Documents().Count);
        Assert.Equal(entries[1].Id, Assert.Single(archive.Find(entries[1].Id[..14])).Id);
    }

    [Fact]
    public void Reading_the_same_document_twice_changes_nothing()
    {
        Records.Write(_place.Archive, [1, 2, 3]);
        var before = _place.Contents();
        var result = Records.Write(_place.Archive, [2, 1]);
        Assert.Equal((0L, 2L), (result.Documents, result.AlreadyHeld));
        Assert.Equal(before, _place.Contents());
    }

    [Fact]
    public void The_same_documents_in_any_order_give_the_same_files()
    {
        using var other = new Place();
        Records.Write(_place.Archive, [1, 2, 3, 4]);
        Records.Write(other.Archive, [4, 2, 1, 3]);
        Assert.Equal(_place.Contents(), other.Contents());
    }

    [Fact]
    public void An_export_is_the_same_however_it_was_gathered_and_by_how_many_threads()
    {
        using var other = new Place();
        Records.Write(_place.Archive, Enumerable.Range(0, 30));
        foreach (var number in Enumerable.Range(0, 30).Reverse())
            Records.Write(other.Archive, [number]);
        var whole = _place.Export(threads: 1);
        Assert.Equal(120, whole.Count(c => c == '\n'));
        Assert.Equal(whole, other.Export(threads: 4));
        foreach (var (place, name) in new[] { (_place, "a"), (other, "b") })
        {
            using var archive = ArchiveReader.Open(place.Archive);
            Exchange.ToCsv(archive, _place.In(name + ".csv"));
            Exchange.ToParquet(archive, _place.In(name + ".parquet"));
        }

        Assert.Equal(File.ReadAllBytes(_place.In("a.csv")), File.ReadAllBytes(_place.In("b.csv")));
        Assert.Equal(File.ReadAllBytes(_place.In("a.parquet")), File.ReadAllBytes(_place.In("b.parquet")));
    }

    [Theory]
    [InlineData("jsonl", false)]
    [InlineData("csv", false)]
    [InlineData("parquet", false)]
    [InlineData("jsonl", true)]
    public void What_was_exported_can_be_imported_with_the_texts_and_without(string form, bool withTexts)
    {
        Records.Write(_place.Archive, Enumerable.Range(1, 9));
        var file = _place.In("all." + form);
        var lines = _place.Export();
        using (var archive = ArchiveReader.Open(_place.Archive))
        {
            if (form == "csv")
                Exchange.ToCsv(archive, file);
            if (form == "parquet")
                Exchange.ToParquet(archive, file);
            using var texts = File.Create(_place.In("texts.jsonl"));
            Assert.Equal(9, Exchange.TextsToLines(archive, texts));
        }

        if (form == "jsonl")
            File.AppendAllText(file, "nonsense\n");
        using var other = new Place();
        var complaints = new List<Problem>();
        var result = Exchange.Import(
            file,
            Exchange.Lines(file),
            withTexts ? Exchange.Texts(_place.In("texts.jsonl"), complaints.Add) : [],
            other.Archive,
            Records.First,
            TimeProvider.System,
            complaints.Add
        );
        Assert.Equal(36, result.Entries);
        Assert.Equal(form == "jsonl" ? ["CH5006"] : [], complaints.Select(complaint => complaint.Code));
        Assert.Equal(lines, other.Export());
        var verified = Verification.Of(other.Archive);
        Assert.Empty(verified.Findings);
        Assert.Equal(withTexts ? 0 : 36, verified.WithoutText);
    }

    [Fact]
    public void A_changed_line_is_not_imported()
    {
        Records.Write(_place.Archive, [1]);
        var changed = _place.Export().Replace("\"confidence\":0.87", "\"confidence\":0.99", StringComparison.Ordinal);
        using var other = new Place();
        var complaints = new List<Problem>();
        var lines = changed.Split('\n').Select((line, i) => (i + 1L, line));
        Assert.Equal(3, Exchange.Import("x", lines, [], other.Archive, Records.First, TimeProvider.System, complaints.Add).Entries);
        Assert.Contains("hash of its content", Assert.Single(complaints).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_export_wrote_is_told_by_its_name()
    {
        File.WriteAllText(_place.In("x.parquet"), "no such thing");
        Assert.Equal("CH5011", Assert.Throws<ArchiveException>(() => Exchange.Lines(_place.In("x.parquet")).ToArray()).Problem.Code);
        Assert.Equal("CH5011", Assert.Throws<ArchiveException>(() => Exchange.Lines(_place.In("nowhere.jsonl")).ToArray()).Problem.Code);
    }

    [Fact]
    public void A_new_generation_counts_and_the_old_one_is_still_there_as_of_its_day()
    {
        Records.Write(_place.Archive, [1, 2], clock: new Clock(2026, 1, 1));
        Records.Write(_place.Archive, [1], Records.Second, new Clock(2026, 2, 1));
        using var now = ArchiveReader.Open(_place.Archive);
        Assert.Equal(8, now.All().Count());
        Assert.Equal(Records.Second.Id, now.Entries(Records.Of(1).Document.Id)[0].Generation);
        using var then = ArchiveReader.Open(_place.Archive, new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(Records.First.Id, then.Entries(Records.Of(1).Document.Id)[0].Generation);
        using var before = ArchiveReader.Open(_place.Archive, new DateTimeOffset(2025, 1, 15, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(before.All());
        using var old = ArchiveReader.Open(_place.Archive, generation: Records.First.Id);
        Assert.Equal(8, old.All().Count());
        using var young = ArchiveReader.Open(_place.Archive, generation: Records.Second.Id[..10]);
        Assert.Equal([Records.Of(1).Document.Id], young.Documents().Select(document => document.Id));
        Assert.Equal(
            "CH5004",
            Assert.Throws<ArchiveException>(() => ArchiveReader.Open(_place.Archive, generation: "g-none")).Problem.Code
        );
    }

    [Fact]
    public void What_is_withdrawn_is_gone_until_restored_and_there_as_of_before()
    {
        Records.Write(_place.Archive, [1, 2], clock: new Clock(2026, 1, 1));
        var document = Records.Of(1).Document.Id;
        var entry = Records.Of(2).Entries[1].Id;
        Decisions.Keep(
            _place.Archive,
            new Decision("withdraw", [document, entry], "an editor", new Clock(2026, 2, 1).GetUtcNow(), "a hoax")
        );
        Assert.Equal(3, Count());
        Assert.Equal(8, Count(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        Decisions.Keep(_place.Archive, new Decision("restore", [document], "an editor", new Clock(2026, 3, 1).GetUtcNow(), "it was none"));
        Assert.Equal(7, Count());
        Assert.Empty(Verification.Of(_place.Archive).Findings);

        int Count(DateTimeOffset? asOf = null)
        {
            using var archive = ArchiveReader.Open(_place.Archive, asOf);
            return archive.All().Count();
        }
    }

    [Fact]
    public void Compaction_loses_nothing_and_twins_become_one()
    {
        Records.Write(_place.Archive, [1, 2], clock: new Clock(2026, 1, 1));
        Records.Write(_place.Archive, [1], Records.Second, new Clock(2026, 2, 1));
        using (var apart = new Place())
        {
            // Two writers at once, each of which began before the other had committed: document 2 lies in two segments.
            Records.Write(apart.Archive, [2, 3], clock: new Clock(2026, 1, 2));
            var twin = Directory.GetDirectories(Path.Combine(apart.Archive, "segments"))[0];
            Directory.Move(twin, Path.Combine(_place.Archive, "segments", Path.GetFileName(twin)));
        }

        var before = _place.Export();
        Assert.Equal(12, before.Count(c => c == '\n'));
        Assert.NotNull(Compaction.Run(_place.Archive));
        Assert.Equal(before, _place.Export());
        Assert.Equal(3, Compaction.Prune(_place.Archive));
        Assert.Equal(before, _place.Export());
        Assert.Empty(Verification.Of(_place.Archive).Findings);
        Assert.Equal(0, Records.Write(_place.Archive, [1, 2, 3]).Documents);
        using var then = ArchiveReader.Open(_place.Archive, new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(Records.First.Id, then.Entries(Records.Of(1).Document.Id)[0].Generation);
    }

    [Fact]
    public void Many_small_segments_are_tidied_and_a_few_are_left()
    {
        for (var number = 0; number < 15; number++)
            Records.Write(_place.Archive, [number]);
        Assert.Null(Compaction.Tidy(_place.Archive));
        Records.Write(_place.Archive, [15]);
        var before = _place.Export();
        Assert.NotNull(Compaction.Tidy(_place.Archive));
        using var archive = ArchiveReader.Open(_place.Archive);
        Assert.Single(archive.Segments);
        Assert.Equal(before, _place.Export());
    }

    [Fact]
    public void Dyads_are_counted_by_month_and_listed_by_day()
    {
        Records.Write(_place.Archive, Enumerable.Range(0, 90));
        using var archive = ArchiveReader.Open(_place.Archive);
        var query = new ArchiveQuery(archive);
        Assert.Equal(90, query.DyadMonths().Sum(month => month.Events));
        var months = query.DyadMonths("CHN", "RUS");
        Assert.Equal(months.Sum(month => month.Cooperation) * 1.9, months.Sum(month => month.CooperationScore), 6);
        Assert.Equal(
            months.Sum(month => month.Events) + query.DyadMonths("RUS", "CHN").Sum(month => month.Events),
            query.Timeline("CHN", "RUS").Count
        );
        Assert.Equal(90, query.Search(new SearchTerms { Words = ["WE AGREED"], Kind = "statement" }).Count);
        Assert.All(
            query.Search(new SearchTerms { Actors = ["KEN"], Type = "CONSULT" }),
            entry => Assert.Contains("person/KEN", entry.Json, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_index_shows_every_month_and_counts_what_is_told_twice_once()
    {
        Records.Write(_place.Archive, Enumerable.Range(0, 300));
        using var archive = ArchiveReader.Open(_place.Archive);
        var query = new ArchiveQuery(archive);
        var mentions = query.Index("CHN", "RUS", occurrences: false);
        var occurrences = query.Index("CHN", "RUS");
        Assert.Equal(
            ["2024-01", "2024-02", "2024-03"],
            occurrences.Where(month => month.From == "CHN").Select(month => $"{month.Month:yyyy-MM}")
        );
        Assert.Equal(
            query.DyadMonths("CHN", "RUS").Sum(month => month.Events),
            mentions.Where(month => month.From == "CHN").Sum(month => month.Events)
        );
        Assert.True(occurrences.Sum(month => month.Events) < mentions.Sum(month => month.Events));
        Assert.Equal(
            occurrences.Where(month => month.From == "CHN").Sum(month => month.Events),
            query.Contacts("CHN", "RUS").Count(contact => contact is { From: "CHN", Kind: "event" })
        );
        Assert.All(query.Contacts("CHN", "RUS"), contact => Assert.Equal("calls", contact.Lane));
        Assert.Equal(
            mentions.First(month => month.From == "CHN").Events,
            query.Behind("CHN", "RUS", mentions.First(month => month.From == "CHN").Month).Count
        );
        var quiet = query.Index("CHN", "RUS", new DateOnly(2023, 1, 1), new DateOnly(2023, 2, 1));
        Assert.All(quiet, month => Assert.False(month.IsWatched));
        Assert.Equal(4, quiet.Count);
    }

    [Fact]
    public void A_gap_and_a_round_anniversary_are_seen()
    {
        Contact[] contacts = [At("AGREE", 2010, 3, 1), At("CONSULT", 2010, 4, 1), At("CONSULT", 2015, 3, 1), At("CONSULT", 2015, 3, 20)];
        var course = Course.Of("XAA", "XBB", contacts);
        Assert.Equal([new DateOnly(2010, 4, 1), new DateOnly(2010, 3, 1)], course.Gaps.Select(gap => gap.After));
        Assert.Equal((new DateOnly(2015, 3, 1), 5), course.Anniversaries.Select(item => (item.Day, item.Years)).Single());

        static Contact At(string type, int year, int month, int day) =>
            new(
                new DateOnly(year, month, day),
                new DateOnly(year, month, day),
                "event",
                type,
                null,
                "occurred",
                null,
                null,
                "XAA",
                "XBB",
                false,
                1,
                1,
                "event-1",
                "d-1",
                null
            );
    }

    [Fact]
    public void A_day_on_which_nobody_looked_is_not_a_day_of_silence()
    {
        using (var writer = ArchiveWriter.Open(_place.Archive, Records.First, TimeProvider.System))
        {
            writer.Mark(new CoverageMark("The Wire", new DateOnly(2024, 1, 1), "empty"));
            writer.Mark(new CoverageMark("The Wire", new DateOnly(2024, 1, 3), "failed", "x.html", "CH1004"));
            writer.Complete();
        }

        using var archive = ArchiveReader.Open(_place.Archive);
        Assert.Equal(["empty", "not watched", "failed"], new ArchiveQuery(archive).Coverage().Select(day => day.State));
    }

    [Fact]
    public void An_empty_archive_answers_with_nothing()
    {
        Records.Write(_place.Archive, []);
        using var archive = ArchiveReader.Open(_place.Archive);
        Assert.Empty(archive.Documents());
        Assert.Empty(archive.Find("event-"));
        Assert.Empty(new ArchiveQuery(archive).Timeline("CHN", "RUS"));
        Assert.Empty(new ArchiveQuery(archive).Coverage());
        Assert.Empty(Verification.Of(_place.Archive).Findings);
    }
}
