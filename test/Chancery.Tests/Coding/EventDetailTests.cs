using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Coding;

/// <summary>How, with what and in what context something was done, and by whom where nobody is named.</summary>
public sealed class EventDetailTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("Norway sent artillery shells to Ukraine.", "sent", "military")]
    [InlineData("Qatar sent tents and medicine to Libya.", "sent", "humanitarian")]
    [InlineData("Uganda arrested two Rwandan traders.", "arrested", "arrest")]
    [InlineData("Peru's foreign minister resigned on Tuesday.", "resigned", "resign")]
    [InlineData("Chad released 14 Cameroonian fishermen.", "released", "release")]
    [InlineData("Armenia withdrew its troops from the village.", "withdrew", "withdraw")]
    [InlineData("Ghana called on Togo to hold talks.", "called", "meet")]
    [InlineData("Ghana called on Togo to release the detainees.", "called", "yield")]
    [InlineData("Bolivia rejected negotiations with Chile.", "rejected", "meet")]
    [InlineData("Serbia threatened to annex the enclave.", "threatened", "territory")]
    [InlineData("Laos threatened to impose tariffs on Cambodia.", "threatened", "restrict")]
    [InlineData("Ecuador expelled the Mexican ambassador.", "expelled", "expel")]
    [InlineData("Zambia recalled its ambassador from Harare.", "recalled", "withdraw")]
    [InlineData("Nurses went on strike in Peru.", "strike", "strike-lim")]
    [InlineData("Sudan imposed a curfew in Darfur.", "imposed", "curfew")]
    [InlineData("Militants kidnapped a French priest in Niger.", "kidnapped", "abduct")]
    public void The_mode_is_what_the_words_or_the_code_say(string text, string word, string mode) =>
        Assert.Contains(Events(text), coded => (Words(text, coded) == word || word == "strike") && coded.Mode == mode);

    [Theory]
    [InlineData("Israeli drones struck a convoy in Lebanon.", "drone", "drones")]
    [InlineData("Russia attacked Odesa with ballistic missiles.", "missile", "ballistic missiles")]
    [InlineData("A drone attack by Ukraine hit the port of Taman in Russia.", "drone", "drone")]
    [InlineData("Police fired tear gas at protesters in Tbilisi.", "riot control", "tear gas")]
    [InlineData("Gunmen armed with rifles attacked a Nigerian village.", null, null)]
    [InlineData("Ukraine destroyed a Russian missile depot.", null, null)]
    [InlineData("France supplied missiles to Ukraine.", null, null)]
    public void The_means_is_read_from_where_it_stands(string text, string? means, string? words)
    {
        var found = Events(text).Select(coded => coded.Instrument).FirstOrDefault(instrument => instrument is not null);
        Assert.Equal(means, found?.Means);
        Assert.Equal(words, found is null ? null : found.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("Kenya and Ethiopia signed a trade agreement.", "economic")]
    [InlineData("Gabon accused Cameroon of bribing an election official.", "corruption election")]
    [InlineData("The UN mission's peacekeepers clashed with rebels in Mali.", "military peacekeeping")]
    public void An_event_has_the_contexts_of_its_own_words(string text, string contexts) =>
        Assert.Contains(Events(text), coded => contexts.Split(' ').All(context => coded.Contexts.Contains(context)));

    [Fact]
    public void Contexts_of_the_document_stay_apart_from_those_of_its_events()
    {
        const string Text = """
            Floods close schools across Punjab

            LAHORE, Aug. 4, 2025 (Wire) - Floods have displaced thousands of people in Pakistan, and more flooding is forecast.

            India expelled two Pakistani diplomats on Monday.

            Rivers burst their banks after the worst storm in ten years, and floods cut the highway.
            """;
        var dossier = Clerk.Read(Document.Of(Text));
        Assert.Equal("enviro_disaster", dossier.Entries.OfType<DocumentEntry>().Single().Contexts[0]);
        Assert.DoesNotContain(
            "enviro_disaster",
            Assert.Single(dossier.Entries.OfType<Event>(), coded => coded.Type == EventType.SANCTION).Contexts
        );
    }

    [Theory]
    [InlineData("Police arrested 40 protesters outside the town hall.", "police")]
    [InlineData("On Monday riot police dispersed demonstrators.", "riot police")]
    [InlineData("A suicide bomber killed six soldiers near Mogadishu.", "suicide bomber")]
    [InlineData("The opposition called for the resignation of the president.", "opposition")]
    public void Those_without_a_name_act_as_what_they_are_called(string text, string actor) =>
        Assert.Contains(Events(text), coded => coded.Actors.Any(entity => entity.Name == actor && entity.Type == EntityType.Group));

    [Theory]
    [InlineData("Poland accused Belarus of smuggling. Belarus rejected the accusation.", "REJECT Belarus > Poland")]
    [InlineData("Libyan forces attacked a Chadian convoy on Monday. Niger condemned the attack.", "ACCUSE Niger > Libyan National Army")]
    [InlineData("Chad vowed to retaliate against Libya.", "THREATEN Chad > Libya")]
    [InlineData("Chad vowed to help Libya.", "AGREE Chad > Libya")]
    [InlineData("Vietnam protested the construction of a Chinese airstrip.", "ACCUSE Vietnam > China")]
    [InlineData("Modi received a telephone call from Emmanuel Macron.", "CONSULT Modi+Emmanuel Macron > ")]
    [InlineData("Ecuador expelled two Venezuelan diplomats.", "SANCTION Ecuador > two Venezuelan diplomats")]
    [InlineData("The militia, known as Boko Haram, attacked soldiers in Chad.", "ASSAULT Boko Haram > soldiers")]
    [InlineData("Nurses in Peru went on strike.", "PROTEST Nurses > ")]
    [InlineData("Kenya detained at least 11 Somali traders.", "COERCE Kenya > 11 Somali traders")]
    [InlineData("Russia, which closed a consulate in Poland in 2013, welcomed the decision of Serbia.", "SUPPORT Russia > Serbia")]
    [InlineData("Four men have been taken into custody by Albanian police.", "COERCE Albanian Police > men")]
    [InlineData("Sanctions on Syria were reimposed by Washington.", "SANCTION United States > Syria")]
    [InlineData("The closure, which Niger ordered in July, hurts traders.", "SANCTION Niger > ")]
    [InlineData("Georgians protested in Tbilisi against the bill.", "PROTEST Georgians > ")]
    [InlineData("Two villagers were killed in an ambush by bandits in Niger.", "ASSAULT bandits > Two villagers")]
    [InlineData("Fighting between the Somali army and al-Shabaab broke out on Sunday.", "ASSAULT Somali Armed Forces+al-Shabaab > ")]
    [InlineData("Thai troops came under Cambodian fire.", "ASSAULT Cambodia > Thai Armed Forces")]
    [InlineData("Thailand launched airstrikes along its border with Cambodia.", "ASSAULT Thailand > Cambodia")]
    [InlineData("Chad and Libya accused each other of breaching a truce brokered by Donald Trump.", "ACCUSE Chad+Libya > ")]
    [InlineData("Lula thanked Jordan for hosting Syrian refugees.", "AID Jordan > Syrian refugees")]
    [InlineData("Ruto pledged support for the fight against al-Shabaab.", "AGREE Ruto > ")]
    [InlineData("Putin spoke to Modi by phone. It was agreed to stay in touch.", "AGREE Putin+Modi > ")]
    [InlineData("Modi, who began the call, briefed Putin on the truce, sources said.", "CONSULT Modi > Putin")]
    [InlineData("Chad and Libya discussed the African Union mission.", "CONSULT Chad+Libya > ")]
    [InlineData("\"We have closed our border with Niger,\" Ruto said.", "SANCTION Ruto > Niger")]
    [InlineData("RUTO: We thank Niger for its help.\nQ   And you?\nRUTO: I thank it too.", "SUPPORT RUTO > Niger")]
    [InlineData("Carlson condemned what she called China's illegal conduct.", "ACCUSE Carlson > China")]
    [InlineData("Israeli air strikes killed at least 24 Lebanese villagers.", "ASSAULT Israel > 24 Lebanese villagers")]
    [InlineData("Chad condemned Israel's strikes on Lebanon.", "ACCUSE Chad > Israel")]
    [InlineData("Kenya denounced the killing of two traders by Somali soldiers.", "ACCUSE Kenya > Somali Armed Forces")]
    [InlineData(
        "Presidents Sadyr Japarov of Kyrgyzstan and Emomali Rahmon of Tajikistan signed a treaty.",
        "SUPPORT Sadyr Japarov+Emomali Rahmon > "
    )]
    [InlineData("Rabuka paid a courtesy call on Jotham Napat.", "CONSULT Rabuka > Jotham Napat")]
    [InlineData("Bangladesh lodged a strong protest with India.", "ACCUSE Bangladesh > India")]
    [InlineData("Iran vowed that it would not bow to pressure.", "REJECT Iran > ")]
    [InlineData("A man convicted of spying, Ravi Sharma, was hanged by Iran.", "ASSAULT Iran > Ravi Sharma")]
    public void An_event_has_the_parties_that_the_words_give_it(string text, string expected) =>
        Assert.Contains(expected, Events(text).Select(coded => $"{coded.Type} {Names(coded.Actors)} > {Names(coded.Recipients)}"));

    [Theory]
    [InlineData("Milei called his Brazilian counterpart Lula \"corrupt\".", EventType.CONSULT)]
    [InlineData("Chad agreed to expand trade with Libya.", EventType.COOPERATE)]
    [InlineData("Chad denied that its troops had crossed the border.", EventType.REJECT)]
    [InlineData("Chad released a readout of the talks with Libya.", EventType.RETREAT)]
    [InlineData("Chad asked Libya to deliver a written reply.", EventType.AID)]
    [InlineData("Chad and Libya pledged to fight corruption.", EventType.ASSAULT)]
    [InlineData("The Chadian minister said at a press conference that Libya had lied.", EventType.CONSULT)]
    public void What_only_looks_like_an_event_is_none(string text, EventType type) =>
        Assert.DoesNotContain(Events(text), coded => coded.Type == type);

    [Fact]
    public void What_a_blow_did_is_no_second_blow()
    {
        var blow = Assert.Single(
            Events("Israel bombed a Lebanese village, killing nine soldiers."),
            coded => coded.Type == EventType.ASSAULT
        );
        Assert.Equal(9, Assert.Single(blow.Casualties).Best);
    }

    [Fact]
    public void The_year_of_a_relative_clause_is_not_that_of_the_main_one() =>
        Assert.Null(
            Assert
                .Single(
                    Events("Turkey, which closed its border with Armenia in 1993, welcomed the Armenian prime minister."),
                    coded => coded.Type is EventType.SUPPORT or EventType.CONSULT
                )
                .Date.Start
        );

    [Fact]
    public void What_accompanies_a_deed_is_of_its_day() =>
        Assert.Equal(
            new DateOnly(2024, 3, 1),
            Events("Kenya expelled two Somali diplomats on 1 March 2024, accusing them of spying.")
                .Single(coded => coded.Type == EventType.ACCUSE)
                .Date.Start
        );

    [Fact]
    public void A_time_at_the_end_of_a_coordination_is_of_all_its_verbs()
    {
        const string Text = "LIMA, March 4, 2025 (Wire) - Rebels killed two soldiers and abducted a priest in Peru on Monday, police said.";
        Assert.All(
            Events(Text).Where(coded => coded.Type == EventType.ASSAULT),
            coded => Assert.Equal(new DateOnly(2025, 3, 3), coded.Date.Start)
        );
    }

    [Fact]
    public void Modes_are_of_the_types_that_have_them()
    {
        Assert.Equal(["asylum", "military", "humanitarian", "economic"], ModeTable.Of(EventType.AID));
        Assert.Empty(ModeTable.Of(EventType.AGREE));
        Assert.Equal(32, EventContexts.All.Distinct().Count());
    }

    private static IEnumerable<Event> Events(string text) => Clerk.Read(Document.Of(text)).Entries.OfType<Event>();

    private static string Names(System.Collections.Immutable.ImmutableArray<Entity> entities) =>
        string.Join('+', entities.Select(entity => entity.Name));

    private static string Words(string text, Event coded) => coded.Spans[0].In(text).ToString();
}
