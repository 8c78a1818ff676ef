using System.Runtime.InteropServices;
using Chancery.Knowledge;
using Chancery.Record;
using Chancery.Tests.House;

namespace Chancery.Tests.Knowledge;

public sealed class PackedWorldTests
{
    private static readonly KnowledgePack Tables = KnowledgePack.Of(name =>
        File.OpenRead(Path.Combine(Repository.Root, "knowledge", "world", Path.GetFileName(name)))
    );

    [Fact]
    public void The_build_carries_the_pack_of_the_tables()
    {
        Assert.Equal(Tables.Hash, PackedWorld.Embedded!.Digest);
        Assert.Equal(
            EmbeddedTable.Digest(KnowledgePack.Tables.Select(table => $"knowledge/{table.Table}.csv"), EmbeddedTable.Open),
            KnowledgePack.Embedded.Hash
        );
        using var carried = typeof(World).Assembly.GetManifestResourceStream(PackedWorld.Resource)!;
        var bytes = new byte[carried.Length];
        carried.ReadExactly(bytes);
        Assert.True(Bytes(Tables).SequenceEqual(bytes), "The pack in the engine is not what the tables compile to.");
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes_on_any_thread()
    {
        var first = Bytes(Tables);
        Assert.All(Enumerable.Range(0, 4).AsParallel().Select(static _ => Bytes(Tables)), bytes => Assert.True(bytes.SequenceEqual(first)));
    }

    [Fact]
    public void A_pack_compiled_on_opening_answers_as_the_one_of_the_build()
    {
        var (built, opened) = (
            World.Default,
            new World(
                KnowledgePack.Embedded.With(static table =>
                    table == "metonyms"
                        ?
                        [
                            ["Nowhere House", "?", "actor", "test"],
                        ]
                        : []
                )
            )
        );
        Assert.Equal(built.Entities, opened.Entities);
        Assert.Equal(built.Tenures, opened.Tenures);
        Assert.Equal(built.Facts, opened.Facts);
        Assert.Equal(built.Events.Select(static e => e.Id), opened.Events.Select(static e => e.Id));
        Assert.Equal(built.NameCount, opened.NameCount);
        Assert.Null(built.MetonymOf("Nowhere House"));
        Assert.NotNull(opened.MetonymOf("Nowhere House"));
    }

    [Fact]
    public void What_is_entered_is_found_and_nothing_else()
    {
        var world = World.Default;
        Assert.All(world.Entities, entity => Assert.Same(entity, world.Find(entity.Id)));
        foreach (var name in (ReadOnlySpan<string>)["", "q", "Chin", "Chinaa", "state/CHN ", new('x', 10_000), "\ud800", "北京\0"])
        {
            Assert.Null(world.Find(name));
            Assert.False(world.TryName(name, out _));
        }
    }

    private static byte[] Bytes(KnowledgePack pack) => MemoryMarshal.AsBytes(WorldCompiler.Compile(pack).AsSpan()).ToArray();
}
