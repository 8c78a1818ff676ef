using System.Text.Json;
using Chancery.Cli.Evaluation;
using Chancery.Tests.Cli;
using Chancery.Tests.House;

namespace Chancery.Tests.Evaluation;

public sealed class AgreementTests : IDisposable
{
    private const string Contradiction = """{"lines":[{"document":"a","sentence":"Six died."},{"document":"b","sentence":"Nine died."}]}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-agreement-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Status_is_shared_beyond_chance()
    {
        var first = Write(
            "a.jsonl",
            Status("1", "occurred"),
            Status("2", "occurred"),
            Status("3", "planned"),
            Status("4", "denied"),
            Status("5", "hedged")
        );
        var second = Write("b.jsonl", Status("4", "denied"), Status("1", "occurred"), Status("2", "planned"), Status("3", "planned"));
        var figures = Figures(first, second, out var differences);
        Assert.Equal(.75, figures["status"]);
        Assert.Equal((.75 - .3125) / .6875, figures["kappa"], 12);
        Assert.Equal(4, figures["n"]);
        Assert.StartsWith("occurred\tplanned\t2\t", Assert.Single(differences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x x y y", "x x y y", 1)]
    [InlineData("x x y y", "y y x x", -1)]
    [InlineData("x x y y", "x y x y", 0)]
    [InlineData("x x x x", "x x x x", 1)]
    [InlineData("x x x x", "x x x y", 0)]
    public void Kappa_is_nought_at_what_chance_gives(string first, string second, double kappa) =>
        Assert.Equal(kappa, Kappa.Of(first.Split(' '), second.Split(' ')), 12);

    [Fact]
    public void Chains_are_the_same_link_by_link()
    {
        var first = Write(
            "a.txt",
            "# remark",
            "= One. / Two.",
            "said | Ivan Petrov < Syrian army chief | Lena Holm",
            "said | Reuters | -",
            "told | Reuters < Kenya | Sudan+Chad",
            "= Left out.",
            "said | Oman | -"
        );
        var second = Write(
            "b.txt",
            "= One. / Two.",
            "said | Petrov < the army chief | Holm",
            "said | Reuters < Oman | -",
            "told | Reuters < Kenya | Sudan"
        );
        var figures = Figures(first, second, out var differences);
        Assert.Equal((2 / 3.0, 2 / 3.0, 3), (figures["chain"], figures["nested_chain"], (int)figures["n"]));
        Assert.Equal((.5, 2), (figures["addressee"], (int)figures["addressed.n"]));
        Assert.Equal(2, differences.Length);
        var other = Figures(second, Write("c.txt", "= One. / Two.", "said | Petrov < guard of the northern army | Holm"), out _);
        Assert.Equal((0, 1), (other["chain"], other["addressee"]));
    }

    [Fact]
    public void Mentions_that_one_leaves_open_are_counted_apart_from_those_that_both_name()
    {
        const string Marks =
            "Published: 2024-02-08\n\n[Kenya|{0}] told [crowds|{1}] and [some|-|g] that [Oslo|{2}] and [it|{3}] agree with [Goma|{4}].\n";
        var first = Folder("first", ("t.txt", string.Format(null, Marks, "KEN|n|g", "~|g", "=Oslo|n|p", "NER.government|p", "=Goma|n|p")));
        var second = Folder("second", ("t.txt", string.Format(null, Marks, "KEN|n", "-|g", "=Oslo|n|p", "NER.junta|p", "=Kivu|n")));
        var figures = Figures(first, second, out var differences);
        Assert.Equal((.75, 4), (figures["entity"], (int)figures["named_by_both.n"]));
        Assert.Equal((1, 1, 6), ((int)figures["left_open_by_one.n"], (int)figures["left_open_by_both.n"], (int)figures["n"]));
        Assert.Equal((.5, 2), (figures["reading"], (int)figures["read_by_either.n"]));
        Assert.Equal((1, 1), (figures["reading_where_both"], (int)figures["read_by_both.n"]));
        Assert.Equal(["reading\tKEN g\tKEN\tKenya\tt", "who\t~\t-\tcrowds\tt", "who\t=Goma p\t=Kivu\tGoma\tt"], differences);
    }

    [Theory]
    [InlineData("@Alberto Fernández", "@Alberto Fernandez", true)]
    [InlineData("@Olga Nowhere", "@Nowhere", true)]
    [InlineData("@Olga Nowhere", "@Olaf Nowhere", false)]
    [InlineData("@Olga Nowhere", "#Nowhere", false)]
    [InlineData("@Abbas Araghchi", "@Abbas Araqchi", true)]
    [InlineData("NER.government", "NER.junta", true)]
    [InlineData("NER.government", "MLI.junta", false)]
    [InlineData("NER.government", "NER", false)]
    [InlineData("igo/MONUSCO", "#MONUSCO", true)]
    [InlineData("outlet/Al-Ahram", "#Al Ahram", true)]
    [InlineData("=Tokyo", "JPN", false)]
    [InlineData("~KEN", "KEN", false)]
    [InlineData("~KEN", "~", false)]
    [InlineData("KEN+ETH", "ETH+KEN", true)]
    [InlineData("KEN+ETH", "KEN", false)]
    public void Two_labels_mean_one_entity(string one, string other, bool same)
    {
        Assert.Equal(same, MentionIdentity.Same(one.Split('+'), other.Split('+')));
        Assert.Equal(same, MentionIdentity.Same(other.Split('+'), one.Split('+')));
    }

    [Fact]
    public void Accounts_agree_by_topic_by_cell_and_by_sentence()
    {
        var first = Folder(
            "first",
            (
                "s/gold.json",
                Accounts(
                    """{"topic":"trade","cells":{"a":"mentions","b":"silent"}},{"topic":"visas","cells":{"a":"mentions","b":"denies"}}""",
                    Contradiction + """,{"lines":[{"document":"a","sentence":"Six died."},{"document":"b","sentence":"None died."}]}"""
                )
            )
        );
        var second = Folder(
            "second",
            (
                "s.json",
                Accounts(
                    """{"topic":"trade","cells":{"a":"mentions","b":"mentions"}},{"topic":"border","cells":{"a":"silent","b":"mentions"}}""",
                    Contradiction + """,{"lines":[{"document":"a","sentence":"Six died."},{"document":"b","sentence":"Nobody died."}]}"""
                )
            )
        );
        var figures = Figures(first, second, out var differences);
        Assert.Equal((.5, 2, 2), (figures["topic_f1"], (int)figures["topics.n"], (int)figures["topics_second.n"]));
        Assert.Equal(2 * 1 / 6.0, figures["raised_f1"], 12);
        Assert.Equal((.5, 0, 2), (figures["cell"], figures["cell_kappa"], (int)figures["cells.n"]));
        Assert.Equal((.5, 2, 2), (figures["contradiction_f1"], (int)figures["contradictions.n"], (int)figures["contradictions_second.n"]));
        Assert.Equal(
            [
                "cell\ts\ttrade\tb\tsilent\tmentions",
                "first alone\ts\tvisas",
                "second alone\ts\tborder",
                "contradiction\ts\tfirst alone\tSix died. // None died.",
                "contradiction\ts\tsecond alone\tSix died. // Nobody died.",
            ],
            differences
        );
    }

    [Fact]
    public void What_the_first_does_not_hold_is_an_error()
    {
        var first = Write("a.jsonl", Status("1", "occurred"));
        Assert.Throws<InvalidDataException>(() => Figures(first, Write("b.jsonl", Status("2", "occurred")), out _));
        Assert.Throws<InvalidDataException>(() => Figures(first, Write("c.jsonl"), out _));
        Assert.Throws<InvalidDataException>(() =>
            Figures(Write("a.txt", "= One.", "said | Oman | -"), Write("b.txt", "= One.", "told | Oman | -"), out _)
        );
        Assert.Throws<InvalidDataException>(() =>
            Figures(Folder("first", ("t.txt", "[A|KEN|n] x")), Folder("second", ("t.txt", "A [x|KEN|n]")), out _)
        );
        Assert.Equal(3, CommandLine.Run("eval", "agreement", first, Path.Combine(_folder, "none")).Code);
    }

    [Theory]
    [InlineData("test/gold/status/events.jsonl", "status.jsonl", 90)]
    [InlineData("test/gold/attribution/measure.txt", "chains.txt", 39)]
    [InlineData("test/labelled/mentions/measure", "mentions", 211)]
    [InlineData("test/gold/accounts", "accounts", 4)]
    public void The_second_labelling_is_of_the_texts_of_the_first(string first, string second, int cases)
    {
        var outcome = CommandLine.Run("eval", "agreement", first, "test/gold/second/" + second, "--format", "json");
        Assert.Equal("", outcome.Complaints);
        Assert.Equal(cases, JsonDocument.Parse(outcome.Output).RootElement.GetProperty("n").GetInt32());
    }

    [Fact]
    public void Sentences_of_the_second_contradictions_stand_in_their_texts()
    {
        foreach (var labels in AccountLabels.At(Path.Combine(Repository.Root, "test/gold/second/accounts")))
            foreach (var (document, sentence) in labels.Contradictions.SelectMany(lines => lines))
                Assert.Contains(
                    sentence,
                    File.ReadAllText(Path.Combine(Repository.Root, "test/gold/accounts", labels.Set, document + ".txt")),
                    StringComparison.Ordinal
                );
    }

    private static string Status(string id, string status) =>
        $$"""{"id":"{{id}}","part":"look","published":"2025-03-10","text":"They met.","predicate":{"start":5,"end":8},"type":"CONSULT","status":"{{status}}"}""";

    private static string Accounts(string topics, string contradictions) =>
        $$"""{"set":"s","documents":[{"document":"a"},{"document":"b"}],"topics":[{{topics}}],"contradictions":[{{contradictions}}]}""";

    private static Dictionary<string, double> Figures(string first, string second, out string[] differences)
    {
        var cases = new StringWriter { NewLine = "\n" };
        var figures = Agreement
            .Of(first, second, cases)
            .ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);
        differences = cases.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return figures;
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        return path;
    }

    private string Folder(string name, params (string Name, string Text)[] files)
    {
        foreach (var file in files)
            Write(Path.Combine(name, file.Name), file.Text);
        return Path.Combine(_folder, name);
    }
}
