using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class AccountReaderTests
{
    [Fact]
    public void Report_gives_each_cited_account_what_is_ascribed_to_it()
    {
        var (accounts, _) = Read(
            """
            The two presidents spoke by telephone on Monday. They agreed to expand trade, according to a Turkish Foreign Ministry statement.
            The Kremlin statement said that grain and natural gas were raised.
            """
        );
        Assert.Equal(["Turkish Foreign Ministry", "Kremlin"], accounts.Select(account => account.By[0].Name));
        Assert.Equal(["trade"], accounts[0].Topics.Select(topic => topic.Topic));
        Assert.Equal(["grain", "energy"], accounts[1].Topics.Select(topic => topic.Topic));
    }

    [Theory]
    [InlineData("The Indian statement made no mention of Kashmir or fisheries.", "Kashmir|fisheries")]
    [InlineData("The White House readout omitted tariffs and semiconductors, which had dominated the week.", "tariffs|semiconductors")]
    [InlineData("Cyprus was absent from the Turkish readout.", "Cyprus")]
    [InlineData("The U.S. readout made no mention of fisheries.", "fisheries")]
    [InlineData("The Kremlin said nothing about the quarrel over chess.", "quarrel over chess")]
    [InlineData("The Kremlin statement mentioned Syria.", "")]
    public void Report_says_what_an_account_leaves_out(string text, string topics)
    {
        var (_, silences) = Read(text);
        Assert.Equal(
            topics.Split('|', StringSplitOptions.RemoveEmptyEntries),
            silences.OrderBy(silence => silence.Spans[1]).Select(silence => silence.Topic)
        );
        Assert.All(silences, silence => Assert.Equal(SilenceBasis.Stated, silence.Basis));
    }

    private static (IReadOnlyList<Account> Accounts, IReadOnlyList<Silence> Silences) Read(string text)
    {
        var dossier = new Clerk(new ShapeReader()).Read(Document.Of(text));
        return ([.. dossier.Entries.OfType<Account>()], [.. dossier.Entries.OfType<Silence>()]);
    }
}
