namespace Chancery.Archive.Tests;

public sealed class DamageTests : IDisposable
{
    private readonly Place _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_folder_of_other_things_is_no_archive()
    {
        File.WriteAllText(_place.In("letter.txt"), "Dear all");
        Assert.Equal("CH5002", Assert.Throws<ArchiveException>(() => Records.Write(_place.Root, [1])).Problem.Code);
        Assert.Equal("CH5002", Assert.Throws<ArchiveException>(() => ArchiveReader.Open(_place.Root)).Problem.Code);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_with_its_name()
    {
        File.WriteAllText(_place.Archive, "a file, not a folder");
        var problem = Assert.Throws<ArchiveException>(() => Records.Write(_place.Archive, [1])).Problem;
        Assert.Equal("CH5001", problem.Code);
        Assert.Contains(_place.Archive, problem.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_segment_is_found_and_named()
    {
        Records.Write(_place.Archive, [1]);
        var file = Directory.GetFiles(_place.Archive, "entries.parquet", SearchOption.AllDirectories)[0];
        using (var stream = File.OpenWrite(file))
            stream.SetLength(stream.Length / 2);
        Assert.Contains(
            Verification.Of(_place.Archive).Findings,
            finding => finding.Code == "CH5003" && finding.Place.Contains("entries.parquet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_changed_record_is_found_even_where_the_file_is_whole()
    {
        Records.Write(_place.Archive, [1]);
        var file = Directory.GetFiles(_place.Archive, "entries.parquet", SearchOption.AllDirectories)[0];
        using (var engine = Engine.Open(1))
        {
            engine.Run($"create table t as from read_parquet('{file}')");
            engine.Run("update t set json = replace(json, '\"quote\":\"called\"', '\"quote\":\"struck\"')");
            engine.Run($"copy t to '{file}' (format parquet)");
        }

        var findings = Verification.Of(_place.Archive).Findings;
        Assert.Contains(findings, finding => finding.Code == "CH5003");
        Assert.Contains(findings, finding => finding.Message.Contains("hash of its content", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Message.Contains("'struck'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stranger_among_the_segments_is_told_and_not_read()
    {
        Records.Write(_place.Archive, [1]);
        File.WriteAllText(Path.Combine(_place.Archive, "segments", "notes.txt"), "mine");
        Assert.Equal("CH5009", Assert.Single(Verification.Of(_place.Archive).Findings).Code);
        using var archive = ArchiveReader.Open(_place.Archive);
        Assert.Single(archive.Documents());
    }
}
