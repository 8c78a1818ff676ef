using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class ComparerTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Fact]
    public void Other_numbers_for_one_thing_contradict()
    {
        var rows = Compare(
            "Brazil and Chile signed the accord. The two ministers agreed to form a commission that will report in three months.",
            "Chile and Brazil signed the accord. The ministers agreed to form a commission that will report in five months."
        );
        Assert.Contains(rows, row => row.Relation == RowRelation.Contradicting && row.Why.Contains("month", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_lengths_and_other_initiators_contradict()
    {
        var rows = Compare(
            "President Emmanuel Macron received a telephone call from Prime Minister Narendra Modi. The call lasted 20 minutes.",
            "Prime Minister Narendra Modi received a telephone call from President Emmanuel Macron. The call lasted an hour and a half."
        );
        Assert.Equal(RowRelation.Contradicting, Assert.Single(rows, row => row.Topic == "length of the contact").Relation);
        Assert.Equal(RowRelation.Contradicting, Assert.Single(rows, row => row.Topic == "who began the contact").Relation);
    }

    [Fact]
    public void Lengths_in_other_words_agree()
    {
        var rows = Compare(
            "President Lula spoke by phone with President Boric. The call lasted half an hour.",
            "President Boric spoke by phone with President Lula. The call lasted 30 minutes."
        );
        Assert.Equal(RowRelation.Agreed, Assert.Single(rows, row => row.Topic == "length of the contact").Relation);
    }

    [Fact]
    public void One_for_and_one_against_contradict()
    {
        var rows = Compare(
            "Brazil said that it recognizes the jurisdiction of the court over fisheries.",
            "Chile said that it does not recognize the jurisdiction of the court over fisheries."
        );
        var row = Assert.Single(rows, row => row.Relation == RowRelation.Contradicting);
        Assert.Equal(SilenceState.Denies, row.Cells[1].State);
    }

    [Theory]
    [InlineData("Brazil has no troops in the border province of Chile.", "Brazilian troops occupy the border province and must leave it.")]
    [InlineData(
        "The talks with Chile ended without an agreement on fisheries.",
        "The agreement on fisheries that we reached with Brazil opens the way."
    )]
    [InlineData("Brazil called for an immediate ceasefire at the border.", "Chile rejected a ceasefire at the border.")]
    [InlineData("The treaty on fisheries will be signed in July.", "The treaty on fisheries will be signed in October.")]
    [InlineData("Brazil regards the vote as illegitimate.", "The vote was free and legitimate.")]
    [InlineData("Brazil opposes the construction of the canal.", "The construction of the canal has the support of both countries.")]
    [InlineData("Chile bears the whole responsibility for the accident.", "Brazil alone is to blame for the accident.")]
    [InlineData("The conduct of the patrol at the reef was professional.", "Chile denounced the brutal conduct of the patrol at the reef.")]
    public void What_one_says_and_the_other_denies_or_opposes_contradicts(string brazil, string chile) =>
        Assert.Contains(Compare(brazil, chile), row => row.Relation == RowRelation.Contradicting);

    [Theory]
    [InlineData("Brazil rejects terrorism in all its forms.", "Chile supports the fight against terrorism.")]
    [InlineData("Exports rose by 12 percent.", "Imports fell by 4 percent.")]
    [InlineData("Brazil used F-16 fighters against two military targets.", "Chile signed a list of 13 points at the border.")]
    [InlineData(
        "Brazil and Chile held the second round of talks on fisheries.",
        "Chile and Brazil held the third round of talks on fisheries."
    )]
    [InlineData("Brazil condemned the attack on the embassy.", "Chile thanked Brazil for giving notice of the visit.")]
    public void Names_with_digits_rounds_and_words_aimed_at_other_things_do_not_contradict(string brazil, string chile) =>
        Assert.DoesNotContain(Compare(brazil, chile), row => row.Relation == RowRelation.Contradicting);

    [Theory]
    [InlineData("The two presidents did not discuss the sale of submarines.", "The sale of submarines was addressed.", "it was discussed")]
    [InlineData("No date has been set for the next round of talks.", "The ministers will meet again in Santiago on July 13.", "a day")]
    [InlineData(
        "A Chilean trawler rammed a Brazilian patrol boat on Tuesday.",
        "A Brazilian patrol boat collided with a Chilean trawler on Tuesday.",
        "different doers"
    )]
    [InlineData("The call lasted one hour and 45 minutes.", "The call lasted about 60 minutes.", "lengths")]
    [InlineData("Brazil does not regard the front as a terrorist organisation.", "The front is a terrorist organisation.", "denies")]
    public void Accounts_that_stand_apart_are_told_why(string brazil, string chile, string why) =>
        Assert.Contains(
            Compare(brazil, chile),
            row => row.Relation == RowRelation.Contradicting && row.Why.Contains(why, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("The call lasted one hour and 45 minutes.", "The call lasted about 105 minutes.")]
    [InlineData("They agreed on steps to prevent the conflict from spreading.", "They called for a ceasefire in the conflict.")]
    [InlineData("Brazil condemned the war against Ukraine.", "Chile reaffirmed its support for Ukraine.")]
    [InlineData("Brazil answered two days later.", "The talks went on for four days.")]
    public void Accounts_that_say_different_things_do_not_contradict(string brazil, string chile) =>
        Assert.DoesNotContain(Compare(brazil, chile), row => row.Relation == RowRelation.Contradicting);

    [Theory]
    [InlineData("The call took place at our request.")]
    [InlineData("The Brazilian President spoke with the President of Chile at the Brazilian initiative.")]
    [InlineData("In the call, which Brasilia requested, the ministers discussed grain.")]
    public void Whoever_asked_for_the_contact_began_it(string brazil) =>
        Assert.Equal("BRA", Assert.Single(Initiators.In(Read(brazil, "Brazilian Foreign Ministry"))).Entity.State);

    [Theory]
    [InlineData("Ministry of Foreign Affairs of the People’s Republic of China", "CHN")]
    [InlineData("Ministry of Foreign Affairs of the Democratic People’s Republic of Korea", "PRK")]
    public void A_curled_apostrophe_makes_no_other_state_of_the_publisher(string publisher, string state) =>
        Assert.Equal(state, AccountOwner.Of(Read("They spoke by telephone.", publisher).Head)?.State);

    [Theory]
    [InlineData("Presidency of the Republic of Kenya", "organ/KEN.presidency")]
    [InlineData("Ministry of Foreign Affairs of Malaysia", "organ/MYS.mfa")]
    [InlineData("Prime Minister's Office, Jerusalem", "organ/ISR.pmo")]
    public void An_organ_that_publishes_is_the_owner_and_not_its_state(string publisher, string owner) =>
        Assert.Equal(owner, AccountOwner.Of(Read("They spoke by telephone.", publisher).Head)?.Id);

    [Fact]
    public void Who_began_a_call_may_stand_in_a_relative_clause() =>
        Assert.Equal(
            "ISR",
            Assert.Single(Initiators.In(Read("Netanyahu, who initiated the call, briefed Modi on the truce.", "Wire"))).Entity.State
        );

    [Fact]
    public void A_party_that_is_named_raises_nothing()
    {
        var rows = Compare(
            "The President of Ukraine met the President of Chile. They discussed fisheries.",
            "The President of Chile met the President of Ukraine in Kyiv. They discussed grain."
        );
        Assert.DoesNotContain(rows, row => row.Topic == "Ukraine");
        Assert.Equal(
            [SilenceState.Mentions, SilenceState.Silent],
            Assert.Single(rows, row => row is { Topic: "fisheries", Proposition: null }).Cells.Select(cell => cell.State)
        );
    }

    [Fact]
    public void What_an_earlier_account_raised_and_none_does_now_is_a_row()
    {
        var earlier = Read("Brazil and Chile discussed copper tariffs and migration.", "Brazilian Foreign Ministry");
        var comparison = Comparer.Compare(
            [
                Read("Brazil and Chile discussed fisheries.", "Brazilian Foreign Ministry"),
                Read("Chile and Brazil discussed fisheries.", "Chilean Foreign Ministry"),
            ],
            [earlier]
        );
        Assert.Contains(comparison.Rows, row => row.Topic == "migration" && row.Relation == RowRelation.Neither);
        Assert.All(comparison.Rows.Single(row => row.Topic == "migration").Cells, cell => Assert.NotEmpty(cell.Checked!.Terms));
    }

    [Fact]
    public void A_claim_of_silence_is_held_against_the_account()
    {
        var report = Clerk
            .Read(
                Document.Of(
                    "Chile and Brazil held talks on Monday. The Chilean statement did not mention fisheries or tariffs.",
                    publisher: "A paper",
                    kind: TextKind.News
                )
            )
            .Telling;
        var comparison = Comparer.Compare([report, Read("Chile and Brazil discussed tariffs.", "Chilean Foreign Ministry")], []);
        Assert.Equal(
            [("fisheries", true), ("tariffs", false)],
            comparison.Claims.Select(claim => (claim.Topic, claim.Holds!.Value)).Order()
        );
    }

    [Theory]
    [InlineData("Missing from the Chilean statement was any reference to fisheries.")]
    [InlineData("There was no word on fisheries from the Chilean Foreign Ministry.")]
    [InlineData("Unlike the Brazilian readout, the Chilean one did not mention fisheries.")]
    [InlineData("Fisheries did not feature in the Chilean text.")]
    [InlineData("The Chilean statement, which did not refer to fisheries, praised the harvest.")]
    [InlineData("The Chilean side said not a word about fisheries.")]
    [InlineData("There was nothing in the Chilean statement about fisheries.")]
    [InlineData("Brazil raised fisheries, but the Chilean statement did not mention them.")]
    public void Silence_is_claimed_in_many_words(string claim)
    {
        var report = Clerk
            .Read(Document.Of($"Chile and Brazil held talks on Monday. {claim}", publisher: "A paper", kind: TextKind.News))
            .Telling;
        var chile = Read("Chile and Brazil discussed tariffs.", "Chilean Foreign Ministry");
        var found = Assert.Single(
            Comparer.Compare([report, chile, Read("Brazil and Chile discussed fisheries.", "Brazilian Foreign Ministry")], []).Claims
        );
        Assert.Equal((chile.Id, "fisheries", (bool?)true), (found.About, found.Topic, found.Holds));
    }

    [Fact]
    public void A_matter_without_a_topic_is_looked_for_in_all_its_words()
    {
        var report = Clerk
            .Read(
                Document.Of(
                    "Chile and Brazil held talks on Monday. The Chilean statement did not mention the Ponte Alta roadmap.",
                    publisher: "A paper",
                    kind: TextKind.News
                )
            )
            .Telling;
        var claims = Comparer
            .Compare(
                [
                    report,
                    Read("Chile and Brazil discussed a roadmap on Ponte Alta.", "Chilean Foreign Ministry"),
                    Read("Brazil and Chile discussed grain.", "Brazilian Foreign Ministry"),
                ],
                []
            )
            .Claims;
        Assert.False(Assert.Single(claims).Holds);
    }

    [Fact]
    public void All_accounts_at_once_are_each_held_to_the_claim()
    {
        var report = Clerk
            .Read(
                Document.Of(
                    "Chile and Brazil held talks on Monday. Fisheries went unmentioned in both statements.",
                    publisher: "A paper",
                    kind: TextKind.News
                )
            )
            .Telling;
        var claims = Comparer
            .Compare(
                [
                    report,
                    Read("Chile and Brazil discussed tariffs.", "Chilean Foreign Ministry"),
                    Read("Brazil and Chile discussed grain.", "Brazilian Foreign Ministry"),
                ],
                []
            )
            .Claims;
        Assert.Equal(2, claims.Count(claim => claim is { Topic: "fisheries", Holds: true, About: not null }));
    }

    private static IReadOnlyList<ComparisonRow> Compare(string one, string other) =>
        Comparer.Compare([Read(one, "Brazilian Foreign Ministry"), Read(other, "Chilean Foreign Ministry")], []).Rows;

    private static Telling Read(string text, string publisher) =>
        Clerk.Read(Document.Of(text, publisher: publisher, published: new DateOnly(2024, 6, 5), kind: TextKind.Readout)).Telling;
}
