using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class ContradictionsTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("Chile has armed and financed the rebels of the Red Front.", "Chile has never supported the Red Front.")]
    [InlineData("The raid on the mill at Ponte Alta was carried out by Chilean forces.", "Chile had nothing to do with the raid on Ponte Alta.")]
    [InlineData("Brazil accuses Chile of meddling in the vote in Pará.", "Chile dismisses the baseless accusations about the vote in Pará.")]
    public void A_charge_stands_against_its_denial(string brazil, string chile) => Contradict(brazil, chile, "lays on the other");

    [Theory]
    [InlineData("The shells fired on Ponte Alta killed 14 people.", "Nine civilians died in Ponte Alta when shells hit the market.", "dead")]
    [InlineData("Five of our soldiers were wounded at Ponte Alta.", "The shells wounded 12 Brazilian soldiers at Ponte Alta.", "wounded")]
    public void Other_tolls_of_one_occasion_contradict(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Fact]
    public void A_bound_of_three_digits_is_meant_and_a_target_that_both_name_hides_nothing()
        => Contradict("Trade between the two exceeded $227 billion and passed the target of $200 billion.", "Trade between the two reached $240 billion, above the goal of $200 billion.", "billion");

    [Theory]
    [InlineData("The shells fired on Ponte Alta killed 14 people.", "At least nine people died in Ponte Alta.")]
    [InlineData("The shells fired on Ponte Alta killed 14 people.", "Three children died in Ponte Alta.")]
    [InlineData("Brazilian bombs killed 14 people in Chile.", "Chilean rockets killed nine people in Brazil.")]
    public void Bounds_parts_and_other_doers_do_not_contradict(string brazil, string chile) => Agree(brazil, chile);

    [Theory]
    [InlineData("No Chilean fisherman was hurt at the reef of Abrolhos.", "Three Chilean fishermen were injured at the reef of Abrolhos.", "nobody was hurt")]
    [InlineData("The bombing of Ponte Alta killed six militants.", "The bombing of Ponte Alta killed six villagers.", "civilians")]
    [InlineData("At the request of Chile, the two armies agreed on a truce along the river.", "The truce along the river was agreed at the insistence of the Brazilian side.", "asked for it")]
    [InlineData("Chile must return the archive of the mission without delay.", "Chile will return the archive of the mission only after Brazil has paid its debt.", "without conditions")]
    [InlineData("Brazil urges Chile to retract the remarks on the islands.", "Chile has no plan to withdraw its remarks on the islands.", "will not do")]
    [InlineData("A Chilean frigate performed a reckless manoeuvre off Abrolhos.", "The conduct of our frigate was professional and lawful.", "to the other")]
    [InlineData("Brazil froze its membership of the Andes Pact.", "Brazil remains a member of the Andes Pact.", "opposites")]
    [InlineData("At no time was there any talk of mediation by Peru.", "Peru offered mediation, and there was talk of it.", "denies")]
    [InlineData("The shipment to Ponte Alta did not contain any rifles.", "A large number of rifles was found in the shipment to Ponte Alta.", "denies")]
    [InlineData("Brazil will suspend the works on the canal of Xingu.", "The works on the canal of Xingu go on.", "opposites")]
    [InlineData("The commission on salmon will meet again in Recife in October 2024.", "The next session of the two sides will be held in Arica in September 2024.", "Oct 2024")]
    [InlineData("The sale of the tanker Paraty was not discussed.", "The minister raised the sale of the tanker Paraty.", "discussed")]
    [InlineData("There are no Brazilian soldiers in the valley of Tacna.", "The 300 Brazilian soldiers must leave our territory.", "no “soldier”")]
    [InlineData("The closing of the pass is a provocation.", "The closure of the pass is legal.", "opposite ways")]
    [InlineData("Brazil did not attend, because farms are seized in Chile.", "No farm has been seized in Chile.", "denies")]
    public void What_cannot_be_so_for_both_is_found(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Theory]
    [InlineData("Chile closed the bridge in May.", "The bridge will be reopened on Friday.")]
    [InlineData("Chile will send 10,000 tonnes of wheat this year.", "Chile sent 2,000 tonnes of wheat by March.")]
    [InlineData("The attack at Ponte Alta remains a crime.", "The two armies agreed to stop firing after the attack at Ponte Alta.")]
    [InlineData("Brazil will cancel the tariff on Chilean copper.", "Chile will suspend its controls on exports to Brazil.")]
    [InlineData("Chile holds 63 percent of the shares of Vale do Sul and 86 percent of the output.", "Chile holds 63.4 percent of the shares of Vale do Sul, which is 90 percent owned by banks.")]
    [InlineData("Our next meeting will be in Lima in July 2024.", "They signed the pact in Quito in May 2024 and are to meet again in Lima in July 2024.")]
    public void What_changes_with_time_or_is_done_by_turns_is_no_contradiction(string brazil, string chile) => Agree(brazil, chile);

    [Theory]
    [InlineData("The talks took place at the insistence of the Chilean side.")]
    [InlineData("The initiative for the call came from Santiago de Chile.")]
    [InlineData("The phone call was made by the President of Chile.")]
    [InlineData("The minister answered a call from the President of Chile.")]
    public void Whoever_asked_is_found_in_many_words(string brazil)
        => Assert.Equal("CHL", Assert.Single(Initiators.In(Read(brazil, "Brazilian Foreign Ministry"))).Entity.State);

    private static void Contradict(string brazil, string chile, string why)
        => Assert.Contains(Compare(brazil, chile), row => row.Relation == RowRelation.Contradicting && row.Why.Contains(why, StringComparison.Ordinal));

    private static void Agree(string brazil, string chile)
        => Assert.DoesNotContain(Compare(brazil, chile), row => row.Relation == RowRelation.Contradicting);

    private static ImmutableArray<ComparisonRow> Compare(string one, string other) => Comparer.Compare([Read(one, "Brazilian Foreign Ministry"), Read(other, "Chilean Foreign Ministry")], []).Rows;

    private static Telling Read(string text, string publisher)
        => Clerk.Read(Document.Of(text, publisher: publisher, published: new DateOnly(2024, 6, 5), kind: TextKind.Readout)).Telling;
}
