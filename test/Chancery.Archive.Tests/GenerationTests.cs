using System.Security.Cryptography;
using Chancery.Record;

namespace Chancery.Archive.Tests;

public sealed class GenerationTests
{
    [Fact]
    public void A_generation_is_named_by_the_sources_and_tables_alone()
    {
        var engine = Path.Combine(Root(), "src", "Chancery");
        var sources = Directory
            .EnumerateFiles(engine, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(engine, path).Replace('\\', '/')))
            .Where(file =>
                !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal)
            )
            .Select(file => $"{file.Name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path)))}".ToLowerInvariant())
            .Order(StringComparer.Ordinal)
            .ToArray();
        var generation = Generation.Of(typeof(Clerk).Assembly);
        Assert.Equal(Identity.Of("c", sources), generation.Code);
        Assert.Equal(4, new[] { generation.Code, generation.Codebook, generation.Knowledge, generation.Models }.Distinct().Count());
        Assert.Equal(generation, Generation.Of(typeof(Clerk).Assembly));
    }

    [Fact]
    public void Each_part_makes_another_generation()
    {
        var one = Records.First;
        Generation[] others =
        [
            one with
            {
                Version = "x",
            },
            one with
            {
                Code = "x",
            },
            one with
            {
                Codebook = "x",
            },
            one with
            {
                Knowledge = "x",
            },
            one with
            {
                Models = "x",
            },
        ];
        Assert.Equal(6, others.Append(one).Select(generation => generation.Id).Distinct().Count());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chancery.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
