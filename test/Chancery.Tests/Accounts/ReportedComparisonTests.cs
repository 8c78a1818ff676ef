using Chancery.Accounts;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class ReportedComparisonTests
{
    private const string Report =
        "Kenya and Somalia tell of their call in two ways\n\n"
        + "NAIROBI, March 12, 2024 - Kenyan President William Ruto and Somali President Hassan Sheikh Mohamud spoke by telephone on Tuesday. "
        + "The Kenyan State House said that Ruto raised the attacks on Lamu and asked for fisheries talks. "
        + "According to the Somali Foreign Ministry, the two leaders discussed the maritime border and trade. "
        + "The Somali statement did not mention fisheries. "
        + "The attacks on Lamu did not come up, a Somali official said. "
        + "Nairobi and Mogadishu have argued for years.";

    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Fact]
    public void A_report_is_parted_by_who_is_cited()
    {
        var accounts = ReportedAccounts.Of(Telling(Report));
        Assert.Equal(["Kenya", "Somalia"], accounts.Select(account => account.By.Name));
        Assert.Equal(["trade"], Raised(accounts[1]).Intersect(["trade", "fisheries"]));
        Assert.DoesNotContain(Body(accounts[0]), words => words.Contains("argued for years", StringComparison.Ordinal));
        Assert.DoesNotContain(Body(accounts[1]), words => words.Contains("did not mention", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_report_does_not_give_is_not_called_silence()
    {
        var comparison = ReportedComparison.Of(Telling(Report))!;
        var trade = Assert.Single(comparison.Rows, row => row.Topic == "trade" && row.Proposition is null);
        Assert.Equal([SilenceState.Unavailable, SilenceState.Mentions], trade.Cells.Select(cell => cell.State));
        Assert.DoesNotContain(
            comparison.Rows.SelectMany(row => row.Cells),
            cell => cell.State == SilenceState.Silent && cell.Spans.IsEmpty
        );
    }

    [Fact]
    public void What_the_report_says_is_left_out_is_silence_with_its_words()
    {
        var comparison = ReportedComparison.Of(Telling(Report))!;
        var fisheries = Assert.Single(comparison.Rows, row => row.Topic == "fisheries" && row.Proposition is null);
        Assert.Equal([SilenceState.Mentions, SilenceState.Silent], fisheries.Cells.Select(cell => cell.State));
        Assert.Equal("The Somali statement did not mention fisheries.", fisheries.Cells[1].Quote);
    }

    [Fact]
    public void A_sentence_that_cites_both_is_cut_between_them()
    {
        var accounts = ReportedAccounts.Of(
            Telling(
                "The Kenyan State House said that the two leaders spoke of trade, while the Somali Foreign Ministry said that they spoke of fisheries. "
                    + "The Kenyan State House said that a visit was agreed. The Somali Foreign Ministry said that no date was set."
            )
        );
        Assert.Equal(2, accounts.Length);
        Assert.Contains("trade", Raised(accounts[0]));
        Assert.DoesNotContain("fisheries", Raised(accounts[0]));
        Assert.Contains("fisheries", Raised(accounts[1]));
        Assert.DoesNotContain("trade", Raised(accounts[1]));
        foreach (var account in accounts)
            foreach (var sentence in account.Telling.Text.Sentences)
                Assert.Single(account.Telling.Text.Tokens.Skip(sentence.FirstToken).Take(sentence.Length), token => token.Head < 0);
    }

    [Fact]
    public void A_quotation_of_several_sentences_is_of_one_side()
    {
        var accounts = ReportedAccounts.Of(
            Telling(
                "The Kenyan foreign minister counters that Somali troops crossed the border. "
                    + "“We accepted the compromise on fisheries. Others refused it and the meeting ended,” said the Somali president."
            )
        );
        Assert.Equal(["Kenya", "Somalia"], accounts.Select(account => account.By.Name));
        Assert.Equal(2, Body(accounts[1]).Count());
        Assert.StartsWith("The Kenyan foreign minister", Body(accounts[0]).First());
    }

    [Theory]
    [InlineData("Wu Qian, a spokesman for the Chinese defence ministry, said that the drill was lawful.", "CHN")]
    [InlineData("Kenyan President William Ruto was in Nairobi. Ruto's press office said that the talks went well.", "KEN")]
    [InlineData("Joseph Karanja, who heads the port in Nairobi, said that ships were waiting.", "KEN")]
    public void Whoever_has_no_state_speaks_for_that_of_the_phrase_that_names_him(string text, string state) =>
        Assert.Contains(ReportedVoices.Of(Telling(text)), voice => voice.Side == state);

    [Fact]
    public void What_follows_in_shifted_tense_is_still_his()
    {
        var accounts = ReportedAccounts.Of(
            Telling(
                "The Kenyan State House said that a boat was rammed. The ship had switched off its lights. "
                    + "The Somali Foreign Ministry said that no date was set. The sea is calm in March."
            )
        );
        Assert.Contains(Body(accounts[0]), words => words.StartsWith("The ship had", StringComparison.Ordinal));
        Assert.DoesNotContain(accounts.SelectMany(Body), words => words.StartsWith("The sea is", StringComparison.Ordinal));
    }

    [Fact]
    public void What_two_persons_say_together_is_of_both_sides()
    {
        var accounts = ReportedAccounts.Of(
            Telling(
                "William Ruto and Hassan Sheikh Mohamud praised their trade. The Kenyan State House said that a visit was agreed. "
                    + "The Somali Foreign Ministry said that no date was set."
            )
        );
        Assert.All(accounts, account => Assert.Contains("trade", Raised(account)));
    }

    [Fact]
    public void Whoever_does_not_tell_owns_the_silence() =>
        Assert.Equal(
            "KEN",
            Assert
                .Single(
                    Telling(
                        "Kenyan President William Ruto told reporters on Monday that the talks went well. He said that Somalia had agreed but did not disclose how Mogadishu responded to the plan."
                    )
                        .Entries.OfType<Silence>()
                )
                .By.Single()
                .State
        );

    [Theory]
    [InlineData("")]
    [InlineData("It rained.")]
    [InlineData("The Kenyan State House said that trade grew. The Kenyan Foreign Ministry said that fisheries suffered.")]
    public void One_side_or_none_is_no_comparison(string text) => Assert.Null(ReportedComparison.Of(Telling(text)));

    [Fact]
    public void What_a_medium_of_the_state_says_is_said_for_the_state()
    {
        Assert.True(World.Default.IsStateRun("outlet/xinhua"));
        Assert.False(World.Default.IsStateRun("outlet/reuters"));
        var accounts = ReportedAccounts.Of(
            Telling(
                "Xi told Marcos that the reef was Chinese, Xinhua reported. Reuters reported that ships were near. "
                    + "The Philippine Department of Foreign Affairs said that the reef was in its waters."
            )
        );
        Assert.Equal(["China", "Philippines"], accounts.Select(account => account.By.Name));
    }

    [Fact]
    public void Whoever_says_that_something_was_not_raised_owns_that_account()
    {
        var silence = Assert.Single(
            Telling("Ruto did not raise the maritime border, a Somali official said, and the two had simply exchanged greetings.")
                .Entries.OfType<Silence>()
        );
        Assert.Equal(SilenceState.SaysNotDiscussed, silence.State);
        Assert.Equal("SOM", Assert.Single(silence.By).State);
    }

    [Theory]
    [InlineData("According to a Somali readout, Kenyan President William Ruto did not mention fisheries in the call.", "SOM")]
    [InlineData("The Somali Foreign Ministry said Kenyan President William Ruto did not mention fisheries in the call.", "SOM")]
    [InlineData("Kenyan President William Ruto did not mention fisheries in his speech.", "KEN")]
    public void Of_what_a_person_did_not_mention_the_account_is_whose_words_say_so(string text, string state) =>
        Assert.Equal(state, Assert.Single(Assert.Single(Telling(text).Entries.OfType<Silence>()).By).State);

    [Fact]
    public void A_group_that_nobody_lists_is_called_as_it_is_written()
    {
        var unknown = new Entity
        {
            Id = "unknown/red-front",
            Name = "Red Front",
            Type = EntityType.ArmedGroup,
        };
        var telling = Telling("The Red Front said that it rained.");
        Assert.Equal("Red Front", new ReportPart(telling, _ => true).Account("unknown/red-front", [unknown]).By.Name);
    }

    [Fact]
    public void A_town_raises_its_state_where_that_is_a_topic()
    {
        var comparison = Comparer.Compare(
            [
                Telling("Readout\n\nThe Turkish minister spoke with the Russian minister. They discussed the truce around Afrin."),
                Telling("Readout\n\nThe Russian minister spoke with the Turkish minister. They discussed trade."),
            ],
            []
        );
        Assert.Contains(comparison.Rows, row => row.Topic == "Syria");
    }

    [Fact]
    public void Whoever_calls_somebody_a_friend_has_not_telephoned() =>
        Assert.Empty(Initiators.In(Telling("In the speech he called Xi a colleague and friend. Putin called Xi a partner.")));

    private static Telling Telling(string text) => Clerk.Read(Document.Of(text)).Telling;

    private static IEnumerable<string> Body(ReportedAccount account) =>
        account
            .Telling.Text.Sentences.Where(sentence => sentence.Role != SentenceRole.Elsewhere)
            .Select(sentence => sentence.Span.In(account.Telling.Words).ToString());

    private static IEnumerable<string> Raised(ReportedAccount account) =>
        Body(account)
            .SelectMany(words => Topics.Standard.Find(words, new Span(0, words.Length)))
            .Select(match => match.Topic.Name)
            .Distinct();
}
