using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;
using static Chancery.Tests.Accounts.TwoReadouts;

namespace Chancery.Tests.Accounts;

public sealed class ContradictionsTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("Chile has armed and financed the rebels of the Red Front.", "Chile has never supported the Red Front.")]
    [InlineData(
        "The raid on the mill at Ponte Alta was carried out by Chilean forces.",
        "Chile had nothing to do with the raid on Ponte Alta."
    )]
    [InlineData(
        "Brazil accuses Chile of meddling in the vote in Pará.",
        "Chile dismisses the baseless accusations about the vote in Pará."
    )]
    public void A_charge_stands_against_its_denial(string brazil, string chile) => Contradict(brazil, chile, "lays on the other");

    [Theory]
    [InlineData(
        "The shells fired on Ponte Alta killed 14 people.",
        "Nine civilians died in Ponte Alta when shells hit the market.",
        "dead"
    )]
    [InlineData("Five of our soldiers were wounded at Ponte Alta.", "The shells wounded 12 Brazilian soldiers at Ponte Alta.", "wounded")]
    public void Other_tolls_of_one_occasion_contradict(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Fact]
    public void A_bound_of_three_digits_is_meant_and_a_target_that_both_name_hides_nothing() =>
        Contradict(
            "Trade between the two exceeded $227 billion and passed the target of $200 billion.",
            "Trade between the two reached $240 billion, above the goal of $200 billion.",
            "billion"
        );

    [Theory]
    [InlineData(
        "President Lula spoke by telephone with President Boric on Monday.",
        "Lula and Boric had no plans for a visit in the near future."
    )]
    [InlineData(
        "President Lula spoke by telephone with President Boric on Monday.",
        "There was no visit of President Boric to President Lula."
    )]
    public void No_visit_is_no_denial_of_a_call(string brazil, string chile) => Agree(brazil, chile);

    [Theory]
    [InlineData("The shells fired on Ponte Alta killed 14 people.", "At least nine people died in Ponte Alta.")]
    [InlineData("The shells fired on Ponte Alta killed 14 people.", "Three children died in Ponte Alta.")]
    [InlineData("Brazilian bombs killed 14 people in Chile.", "Chilean rockets killed nine people in Brazil.")]
    public void Bounds_parts_and_other_doers_do_not_contradict(string brazil, string chile) => Agree(brazil, chile);

    [Theory]
    [InlineData(
        "No Chilean fisherman was hurt at the reef of Abrolhos.",
        "Three Chilean fishermen were injured at the reef of Abrolhos.",
        "nobody was hurt"
    )]
    [InlineData("The bombing of Ponte Alta killed six militants.", "The bombing of Ponte Alta killed six villagers.", "civilians")]
    [InlineData(
        "At the request of Chile, the two armies agreed on a truce along the river.",
        "The truce along the river was agreed at the insistence of the Brazilian side.",
        "asked for it"
    )]
    [InlineData(
        "Chile must return the archive of the mission without delay.",
        "Chile will return the archive of the mission only after Brazil has paid its debt.",
        "without conditions"
    )]
    [InlineData(
        "Brazil urges Chile to retract the remarks on the islands.",
        "Chile has no plan to withdraw its remarks on the islands.",
        "will not do"
    )]
    [InlineData(
        "A Chilean frigate performed a reckless manoeuvre off Abrolhos.",
        "The conduct of our frigate was professional and lawful.",
        "to the other"
    )]
    [InlineData("Brazil froze its membership of the Andes Pact.", "Brazil remains a member of the Andes Pact.", "opposites")]
    [InlineData("At no time was there any talk of mediation by Peru.", "Peru offered mediation, and there was talk of it.", "denies")]
    [InlineData(
        "The shipment to Ponte Alta did not contain any rifles.",
        "A large number of rifles was found in the shipment to Ponte Alta.",
        "denies"
    )]
    [InlineData("Brazil will suspend the works on the canal of Xingu.", "The works on the canal of Xingu go on.", "opposites")]
    [InlineData(
        "The commission on salmon will meet again in Recife in October 2024.",
        "The next session of the two sides will be held in Arica in September 2024.",
        "Oct 2024"
    )]
    [InlineData("The sale of the tanker Paraty was not discussed.", "The minister raised the sale of the tanker Paraty.", "discussed")]
    [InlineData(
        "There are no Brazilian soldiers in the valley of Tacna.",
        "The 300 Brazilian soldiers must leave our territory.",
        "no “soldier”"
    )]
    [InlineData("The closing of the pass is a provocation.", "The closure of the pass is legal.", "opposite ways")]
    [InlineData("Brazil did not attend, because farms are seized in Chile.", "No farm has been seized in Chile.", "denies")]
    public void What_cannot_be_so_for_both_is_found(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Theory]
    [InlineData("Chile closed the bridge in May.", "The bridge will be reopened on Friday.")]
    [InlineData("Chile will send 10,000 tonnes of wheat this year.", "Chile sent 2,000 tonnes of wheat by March.")]
    [InlineData("The attack at Ponte Alta remains a crime.", "The two armies agreed to stop firing after the attack at Ponte Alta.")]
    [InlineData("Brazil will cancel the tariff on Chilean copper.", "Chile will suspend its controls on exports to Brazil.")]
    [InlineData(
        "Chile holds 63 percent of the shares of Vale do Sul and 86 percent of the output.",
        "Chile holds 63.4 percent of the shares of Vale do Sul, which is 90 percent owned by banks."
    )]
    [InlineData(
        "Our next meeting will be in Lima in July 2024.",
        "They signed the pact in Quito in May 2024 and are to meet again in Lima in July 2024."
    )]
    public void What_changes_with_time_or_is_done_by_turns_is_no_contradiction(string brazil, string chile) => Agree(brazil, chile);

    [Theory]
    [InlineData(
        "A Brazilian patrol boat rammed the trawler Arica at the reef of Abrolhos.",
        "There is no truth to the claim that a boat rammed the trawler Arica.",
        "calls untrue"
    )]
    [InlineData(
        "Chilean drones struck the grain store of Ponte Alta.",
        "The report that Chilean drones struck a grain store is false.",
        "calls untrue"
    )]
    [InlineData(
        "The talks failed for the lack of political will of Chile.",
        "It was the stubbornness of Brazil that made the talks fail.",
        "blames the other"
    )]
    [InlineData(
        "These reckless and unlawful actions put our crews at risk.",
        "The handling on the spot was professional and lawful.",
        "to the other"
    )]
    [InlineData(
        "Brazil was well aware of the flight of our aircraft.",
        "Brazil was not informed of the flight of the Chilean aircraft.",
        ""
    )]
    [InlineData(
        "Brazil was constructive and flexible throughout.",
        "The Brazilian side refused to discuss the draft.",
        "“constructive” by the one"
    )]
    [InlineData(
        "Brazil voiced serious concern over the coercive actions of Chile against Rapa Nui.",
        "Chile will never allow Rapa Nui to be split from the nation.",
        "holds fast"
    )]
    [InlineData(
        "Chile agreed to the exchange of the prisoners in Iquique.",
        "Chile agreed to consider the exchange of the prisoners in Iquique.",
        "goes less far"
    )]
    [InlineData("Most of the grain in the port of Arica was lost.", "20 percent of the grain in the port of Arica was lost.", "percent")]
    [InlineData(
        "Dozens of people were killed in the attack on Ponte Alta.",
        "Eight people were killed in the attack on Ponte Alta.",
        "dead"
    )]
    [InlineData("Our steps have been measured and precise.", "The unlawful steps of Brazil put peace at risk.", "to the other")]
    [InlineData(
        "Brazil raised serious concerns about the export controls of Chile on lithium.",
        "The export controls of Chile are in line with international practice.",
        "holds fast"
    )]
    [InlineData("Chilean troops crossed the border at Tacna.", "The army of Chile has not left its territory.", "cross")]
    [InlineData("The trawler entered our territorial waters.", "The trawler was in international waters.", "elsewhere")]
    [InlineData("Rapa Nui is an integral part of Brazil.", "Rapa Nui belongs to Chile.", "its own")]
    [InlineData("The operation was carried out in coordination with Chile.", "Chile received no prior notice of the operation.", "")]
    [InlineData(
        "Brazil demands that the dredger leave the bay of Arica at once.",
        "The dredger will continue its work in the bay of Arica until June.",
        "will not do"
    )]
    [InlineData("The agreement on the canal has been concluded and is binding.", "No document was signed.", "denies")]
    [InlineData(
        "Chilean forces opened fire on our post.",
        "Our forces retaliated only after Brazilian aircraft had bombed Iquique.",
        "each says"
    )]
    [InlineData("Our aircraft was targeted by a laser of a Chilean frigate.", "The Chilean frigate did not use a laser.", "denies")]
    [InlineData("The three men carried no weapons.", "Two rifles were found on the men.", "")]
    [InlineData(
        "The minister promised that the divers will be freed on 9 June.",
        "No date for the release of the divers can be set.",
        "none has been set"
    )]
    [InlineData("The minorities enjoy full rights in Brazil.", "The rights of the minorities in Brazil are being curtailed.", "opposites")]
    [InlineData("Brazilian aircraft hit nine sites in Chile.", "The aircraft of Brazil hit six locations in Chile.", "6 and 9")]
    public void What_the_sides_say_of_each_other_is_held_together(string brazil, string chile, string why) =>
        Contradict(brazil, chile, why);

    [Theory]
    [InlineData("The envoy of Chile accepted the draft.", "The envoy of Chile accepted the draft, while the rebels rejected it.")]
    [InlineData("We were ready for an agreement on the canal.", "We were not able to reach an agreement.")]
    [InlineData("Chile agreed to consider the exchange of prisoners.", "Chile agreed to study the exchange of prisoners.")]
    [InlineData("Dozens of people were killed in the attack on Ponte Alta.", "The attack on Ponte Alta killed 41 people.")]
    [InlineData("Brazil released two Chilean soldiers.", "Chile released 32 Brazilian soldiers.")]
    [InlineData("Brazilian ships entered the waters of Peru.", "Chilean ships were in international waters.")]
    [InlineData("The summit ended without a communiqué.", "Our countries had not held a summit in four years.")]
    [InlineData("There are no restricted waters off Abrolhos.", "Two men died when their boat capsized in the waters off Abrolhos.")]
    [InlineData("Chile condemned what it called harsh treatment of fishermen.", "Illegal treatment of fish must end.")]
    public void Words_on_one_side_of_a_matter_do_not_contradict(string brazil, string chile) => Agree(brazil, chile);

    [Fact]
    public void What_contradicts_is_not_shown_again_as_agreed() =>
        Assert.Single(
            Compare("Half of the shipment of nails reached Arica.", "All of the shipment of nails reached Arica."),
            row => row.Proposition is not null && row.Cells.All(cell => cell.Raises)
        );

    [Theory]
    [InlineData("The talks took place at the insistence of the Chilean side.")]
    [InlineData("The initiative for the call came from Santiago de Chile.")]
    [InlineData("The phone call was made by the President of Chile.")]
    [InlineData("The minister answered a call from the President of Chile.")]
    public void Whoever_asked_is_found_in_many_words(string brazil) =>
        Assert.Equal("CHL", Assert.Single(Initiators.In(Read(brazil, "Brazilian Foreign Ministry"))).Entity.State);

    [Theory]
    [InlineData("The summit with Chile was shortened at the request of Chile.")]
    public void A_change_of_plan_begins_no_contact(string brazil) =>
        Assert.Empty(Initiators.In(Read(brazil, "Brazilian Foreign Ministry")));

    [Fact]
    public void A_quarrel_over_the_contact_itself_is_shown()
    {
        var comparison = Comparer.Compare(
            [
                Read(
                    "President Lula spoke with the President of Chile at the latter's request. The call went on for a quarter of an hour.",
                    "Brazilian Foreign Ministry"
                ),
                Read(
                    "The President received a telephone call from President Lula of Brazil. The two leaders talked for an hour.",
                    "Chilean Foreign Ministry"
                ),
            ],
            []
        );
        var shown = new Chancery.Cli.Rendering.ComparisonSheet(comparison, [], false).Rows.ToList();
        Assert.Contains(shown, row => row.Topic == ContactRows.Length && row.Relation == RowRelation.Contradicting);
        Assert.Contains(shown, row => row.Topic == ContactRows.Initiator && row.Relation == RowRelation.Contradicting);
    }

    [Fact]
    public void A_post_alone_names_nobody() =>
        Assert.DoesNotContain(
            Initiators.In(
                Read("At the request of President Trump, the two leaders spoke on the phone today.", "Brazilian Foreign Ministry")
            ),
            found => found.Entity.State == "LBY"
        );

    [Fact]
    public void A_paper_named_after_a_state_is_not_the_state() =>
        Assert.Equal(
            "Chile Morning",
            AccountOwner
                .Of(
                    Clerk
                        .Read(
                            Document.Of(
                                "Two men died.",
                                publisher: "Chile Morning",
                                published: new DateOnly(2024, 6, 5),
                                kind: TextKind.News
                            )
                        )
                        .Telling.Head
                )
                ?.Name
        );

    [Fact]
    public void What_one_side_alone_says_is_one_row_a_sentence()
    {
        var rows = Compare("The Minister praised the painters and thanked the singers of the choir.", "The visit was short.");
        Assert.Single(
            rows,
            row =>
                row.Topic == "other"
                && row.Relation == RowRelation.OnlyOne
                && row.Cells.Any(cell => cell.Quote?.Contains("singers", StringComparison.Ordinal) == true)
        );
    }
}
