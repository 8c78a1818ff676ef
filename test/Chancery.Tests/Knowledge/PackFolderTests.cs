using System.Text;
using Chancery.Cli.Packs;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Tests.Knowledge;

public sealed class PackFolderTests
{
    private const string Heading = "person,name,state,office,title,from,until,source,reviewed\n";

    [Theory]
    [InlineData("person,name,state\nperson/x,X,KEN\n", "CH1406", "line 1")]
    [InlineData("", "CH1406", "line 1")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,2026-01-05,,s\n", "CH1406", "line 2")]
    [InlineData(Heading + "person/y,\"Y\nZ\",KEN,pm,pm,2026,,s,2026\nperson/x,\"X,KEN,fm,fm,2026-01-05,,s,2026\n", "CH1406", "line 4")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,2026-01-05,,,2026-02-01\n", "CH1407", "line 2")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,2026-99-05,,s,2026-02-01\n", "CH1407", "line 2")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,9999-12-31,,s,2026-02-01\n", "CH1407", "line 2")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,2026-01-05,2025-01-05,s,2026-02-01\n", "CH1407", "line 2")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,2026-01-05,,s,\n", "CH1407", "line 2")]
    [InlineData(Heading + "x,X,KEN,fm,fm,2026-01-05,,s,2026-02-01\n", "CH1407", "line 2")]
    [InlineData(Heading + "person/x,X,KEN,fm,fm,2026,,s,2026\nperson/x,X2,KEN,fm,fm,2026,,s,2026\n", "CH1407", "line 3")]
    [InlineData(Heading + "person/x,\u00ff,KEN,fm,fm,2026,,s,2026\n", "CH1406", "line 2", true)]
    public void What_is_wrong_with_a_table_is_told_with_its_place_and_mend(string table, string code, string place, bool latin = false)
    {
        using var folder = new Scratch("holders-hand", table, latin);
        var problems = new List<Problem>();
        Assert.Null(PackFolder.Open(folder.Path, problems));
        var problem = Assert.Single(problems);
        Assert.Equal(code, problem.Code);
        Assert.EndsWith($"holders-hand.csv, {place}", problem.Place, StringComparison.Ordinal);
        Assert.NotEqual("", problem.Mend);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_others_beside_them()
    {
        using var folder = new Scratch(
            "names",
            "\ufeffsource,remark,kind,entity,alias\r\nmine,\"a, \"\"b\"\"\",name,state/KEN,Land of Harambee\r\n"
        );
        var problems = new List<Problem>();
        var pack = PackFolder.Open(folder.Path, problems)!.Pack();
        Assert.Empty(problems);
        Assert.Equal("state/KEN", new World(pack).Named("Land of Harambee")!.Id);
    }

    [Fact]
    public void The_pack_of_the_engine_has_no_findings() => Assert.Equal([], PackLint.Findings(KnowledgePack.Embedded));

    [Fact]
    public void A_folder_without_tables_is_refused_and_a_strange_table_passed_over()
    {
        using var folder = new Scratch("holder", Heading);
        var problems = new List<Problem>();
        Assert.Null(PackFolder.Open(folder.Path, problems));
        Assert.Equal(["CH1405", "CH1405"], problems.Select(static p => p.Code));
        Assert.Null(PackFolder.Open(folder.Path + "-nowhere", problems));
        Assert.Equal("CH1001", problems[^1].Code);
    }

    [Theory]
    [InlineData("names", "alias,entity,kind,source\nUS,state/USA,retracted,test\n")]
    [InlineData(
        "facts",
        "subject,predicate,object,from,until,status,according_to,source,reviewed\nigo/SCO,has-member,state/IRN,2023-07-04,,retracted,,test,2024-01-01\n"
    )]
    public void What_is_taken_back_holds_no_longer(string table, string text)
    {
        using var folder = new Scratch(table, text);
        var world = new World(PackFolder.Open(folder.Path, [])!.Pack());
        Assert.Equal(table == "names", world.Named("US") is null);
        Assert.Equal(table == "facts" ? Answer.No : Answer.Holds, world.AsOf("igo/SCO", "has-member", "state/IRN", new(2024, 2, 8)));
    }

    [Theory]
    [InlineData("ftm")]
    [InlineData("popolo")]
    [InlineData("wikidata-csv")]
    public void What_is_written_in_another_form_comes_back_as_it_was(string form)
    {
        var gathered = new Gathered(World.Default, "round trip", "2026-01-31");
        using var text = new MemoryStream();
        using (var writer = new StreamWriter(text, new UTF8Encoding(false), leaveOpen: true))
            if (form == "ftm")
                Interchange.WriteFollowTheMoney(World.Default, writer);
            else if (form == "wikidata-csv")
                Interchange.WriteWikidata(World.Default, writer);
        if (form == "popolo")
            Interchange.WritePopolo(World.Default, text);
        var written = Encoding.UTF8.GetString(text.ToArray());
        if (form == "ftm")
            Interchange.ReadFollowTheMoney(written, gathered);
        else if (form == "popolo")
            Interchange.ReadPopolo(written, gathered);
        else
            Interchange.ReadWikidata(written, gathered);
        Assert.Empty(gathered.Faults);
        var read = new World(KnowledgePack.Embedded.With(table => table == "holders-hand" ? gathered.Tenures : []));
        Assert.Equal(
            World.Default.Tenures.Select(Said).Order(StringComparer.Ordinal),
            read.Tenures.Select(Said).Order(StringComparer.Ordinal)
        );

        static string Said(Tenure t) => $"{t.Person} {t.Fact.Object} {t.Title} {t.Fact.From} {t.Fact.Until}";
    }

    [Theory]
    [InlineData("wikidata-csv", "person,position,country,start,end\nA,president,Kenia,2020,\n", ", line 2")]
    [InlineData("wikidata-csv", "person,position,country,start,end\nA,president,KEN,2020-13-01,\n", ", line 2")]
    [InlineData("wikidata-csv", "person,position,country\n", ", line 1")]
    [InlineData("wikidata-csv", "person,position,country,start,end\n\"A,president,KEN,2020,\n", ", line 2")]
    [InlineData("ftm", "{\"id\":\"a\"}\n", ", line 1")]
    [InlineData("ftm", "\n[1]\n", ", line 2")]
    [InlineData("ftm", "{\"id\":\"a\",\"schema\":\"Occupancy\",\"properties\":{\"holder\":[\"b\"]}}\n", ", line 1")]
    [InlineData(
        "popolo",
        "{\"persons\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"B\"}],\"memberships\":[{\"person_id\":\"a\",\"role\":\"president\",\"area_id\":\"ke\",\"start_date\":\"9999-12-31\"}]}",
        ", memberships[0]"
    )]
    [InlineData("popolo", "{\"persons\":[],\"memberships\":[3]}", ", memberships[0]")]
    [InlineData("popolo", "{\n\"persons\":[,]}", ", line 2")]
    [InlineData("petrarch", "A_B_\n\t[KENGOV 20200101\n", ", line 2")]
    public void What_cannot_be_taken_is_told_with_its_place(string form, string text, string place)
    {
        var gathered = new Gathered(World.Default, "file", "2026-01-31");
        switch (form)
        {
            case "ftm":
                Interchange.ReadFollowTheMoney(text, gathered);
                break;
            case "popolo":
                Interchange.ReadPopolo(text, gathered);
                break;
            case "petrarch":
                PetrarchActors.Read(text, gathered);
                break;
            default:
                Interchange.ReadWikidata(text, gathered);
                break;
        }

        Assert.Equal(place, gathered.Faults[0].Place);
    }

    private sealed class Scratch : IDisposable
    {
        public Scratch(string table, string text, bool latin = false)
        {
            Path = Directory.CreateTempSubdirectory("chancery-pack").FullName;
            File.WriteAllBytes(System.IO.Path.Combine(Path, table + ".csv"), (latin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
