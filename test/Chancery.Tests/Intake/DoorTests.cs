using System.Text;
using Chancery.Intake;
using Chancery.Record;

namespace Chancery.Tests.Intake;

public sealed class DoorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-door-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_head_of_known_lines_is_taken_off_the_text()
    {
        var document = One("a.txt", "Title: A call\nPublished: 2024-02-08\nKind: readout\n\nThe two spoke.\n");
        Assert.Equal(
            ("A call", new DateOnly(2024, 2, 8), TextKind.Readout, "The two spoke.\n"),
            (document.Title, document.Published, document.DeclaredKind, document.Text)
        );
    }

    [Fact]
    public void A_head_with_one_strange_line_is_text() =>
        Assert.StartsWith("Title:", One("a.txt", "Title: A call\nMoscow answers: no\n\nText.").Text, StringComparison.Ordinal);

    [Fact]
    public void The_year_9999_is_a_date() =>
        Assert.Equal(new DateOnly(9999, 12, 31), One("a.txt", "Published: 9999-12-31\n\nText.").Published);

    [Fact]
    public void A_page_gives_its_main_text_and_what_its_head_declares()
    {
        var page = """
            <html lang="en-GB"><head><title>x</title><meta property="og:title" content="Talks"><meta property="article:published_time" content="2024-02-08T23:30:00+08:00">
            <meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://example.org/a"><script>document.write("no")</script></head>
            <body><nav><p>Menu</p></nav><article><h1>Talks</h1><p>They <b>met</b>&nbsp;today.</p><script>bad()</script><aside><p>Read more</p></aside><p>Both left.</p></article></body></html>
            """;
        var document = One("a.html", page);
        Assert.Equal("Talks\nThey met today.\nBoth left.", document.Text);
        Assert.Equal(
            ("Talks", "The Paper", new DateOnly(2024, 2, 8), "https://example.org/a", "en"),
            (document.Title, document.Publisher, document.Published, document.Url, document.Language)
        );
    }

    [Fact]
    public void Nested_soup_is_read_without_falling_over() =>
        Assert.Contains(
            "deep",
            One("a.html", string.Concat(Enumerable.Repeat("<div><b>", 20_000)) + "deep").Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_bad_line_does_not_stop_the_others()
    {
        var arrivals = Receive(
            "a.jsonl",
            "{\"text\":\"One.\",\"published\":\"2024-01-01\"}\n{oops\n{\"title\":\"no text\"}\n{\"text\":\"Two.\"}\n"
        );
        Assert.Equal([null, "CH1010", "CH1011", null], arrivals.Select(arrival => arrival.Refusal?.Code));
        Assert.EndsWith("a.jsonl:2", arrivals[1].Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_gives_a_document_a_row()
    {
        var arrivals = Receive("a.csv", "title,text,published\nA,\"One, two.\",2024-01-01\nB,,\n");
        Assert.Equal("One, two.", arrivals[0].Document!.Text);
        Assert.Equal("CH1003", arrivals[1].Refusal!.Code);
    }

    [Fact]
    public void A_feed_gives_a_document_an_item() =>
        Assert.Equal(
            ("They met.", "T", new DateOnly(2024, 2, 8)),
            Item(
                "<rss><channel><title>P</title><item><title>T</title><description>&lt;p&gt;They met.&lt;/p&gt;</description><pubDate>Thu, 08 Feb 2024 10:00:00 GMT</pubDate></item></channel></rss>"
            )
        );

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"x\">]><rss><item><description>&a;</description></item></rss>")]
    [InlineData("<rss><item>")]
    public void A_feed_with_a_document_type_or_broken_is_refused(string xml) =>
        Assert.Equal("CH1012", Receive("a.xml", xml)[0].Refusal!.Code);

    [Theory]
    [InlineData(new byte[0], "CH1003")]
    [InlineData(new byte[] { 32, 10, 32 }, "CH1003")]
    [InlineData(new byte[] { 65, 0, 66 }, "CH1004")]
    [InlineData(new byte[] { 37, 80, 68, 70, 45, 49 }, "CH1004")]
    public void What_is_no_text_is_refused_with_a_code(byte[] bytes, string code)
    {
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllBytes(path, bytes);
        Assert.Equal(code, Assert.Single(Through(path)).Refusal!.Code);
    }

    [Fact]
    public void Western_bytes_are_read_and_said_so()
    {
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllBytes(path, [0x54, 0xFC, 0x72, 0x6B, 0x69, 0x79, 0x65]);
        var document = Assert.Single(Through(path)).Document!;
        Assert.Equal(("Türkiye", "CH1006"), (document.Text, document.Problems[0].Code));
    }

    [Fact]
    public void Sixteen_bit_text_is_known_by_its_mark()
    {
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllText(path, "Пекин", Encoding.BigEndianUnicode);
        Assert.Equal("Пекин", Assert.Single(Through(path)).Document!.Text);
    }

    [Fact]
    public void A_missing_file_is_refused_and_the_next_is_read()
    {
        File.WriteAllText(Path.Combine(_folder, "b.txt"), "Text.");
        Assert.Equal(
            ["CH1001", null],
            Through(Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "b.txt")).Select(arrival => arrival.Refusal?.Code)
        );
    }

    [Fact]
    public void A_folder_is_read_to_its_depth_in_ordinal_order_without_its_README()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a"));
        foreach (var name in (string[])["b.txt", "a/c.md", "B.txt", "README.md", "x.bin"])
            File.WriteAllText(Path.Combine(_folder, name), name);
        Assert.Equal(["B.txt", "a/c.md", "b.txt"], Through(_folder).Select(arrival => arrival.Document!.Text));
    }

    private (string, string?, DateOnly?) Item(string xml)
    {
        var document = Receive("a.xml", xml)[0].Document!;
        return (document.Text, document.Title, document.Published);
    }

    private Document One(string name, string text) => Receive(name, text)[0].Document!;

    private List<Arrival> Receive(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return Through(path);
    }

    private static List<Arrival> Through(params string[] paths) => [.. new Door(new Declared(), () => Stream.Null).Receive(paths)];
}
