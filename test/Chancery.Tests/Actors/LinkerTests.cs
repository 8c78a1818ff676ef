using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Actors;

public sealed class LinkerTests
{
    private static readonly NeuralReader Reader = NeuralReader.Load(ReaderSize.Fast);

    [Theory]
    [InlineData(
        "Kenyan President William Ruto met his Ethiopian counterpart Abiy Ahmed. The two leaders spoke.",
        "The two leaders",
        "person/william-ruto person/abiy-ahmed"
    )]
    [InlineData("India accused Pakistan of firing. The two sides later met.", "The two sides", "state/IND state/PAK")]
    [InlineData("The Greek prime minister has agreed to talks.", "The Greek prime minister", "person/kyriakos-mitsotakis")]
    [InlineData("The Brazilian Foreign Ministry said so.", "The Brazilian Foreign Ministry", "organ/BRA.mfa")]
    [InlineData(
        "Japan protested. The Japanese Foreign Ministry statement was brief.",
        "The Japanese Foreign Ministry statement",
        "organ/JPN.mfa"
    )]
    [InlineData("Manila has condemned the collision.", "Manila", "state/PHL")]
    [InlineData("A blast shook a hotel in Manila on Monday.", "Manila", "place/manila")]
    [InlineData("ECOWAS imposed sanctions on Niger. The bloc also closed borders.", "The bloc", "igo/ECOWAS")]
    [InlineData("Zambian Foreign Minister Chola Mwansa spoke.", "Zambian Foreign Minister Chola Mwansa", "unknown/chola-mwansa")]
    [InlineData("The French president met the Spanish leader in Paris.", "the Spanish leader", "person/pedro-sanchez")]
    [InlineData("The Vietnamese leader thanked the guests.", "The Vietnamese leader", "person/nguyen-phu-trong")]
    [InlineData("Guyana and Suriname signed a pact. The two countries will share oil.", "The two countries", "state/GUY state/SUR")]
    [InlineData(
        "The opposition leader of Kenya spoke. The Malian junta and the French government differ. The junta has ended the pact.",
        "The junta",
        "organ/MLI.government"
    )]
    [InlineData(
        "Kosovo Prime Minister Albin Kurti and Serbian President Aleksandar Vucic met. EU envoy Miroslav Lajcak hosted them. The Serbian leader left early.",
        "The Serbian leader",
        "person/aleksandar-vucic"
    )]
    [InlineData("The emir of Qatar flew to Oman. Sheikh Tamim met the sultan.", "Sheikh Tamim", "person/tamim-bin-hamad-al-thani")]
    [InlineData("President Ruto said on Monday that the pact was dead.", "President Ruto", "person/william-ruto")]
    [InlineData("Foreign Minister Lavrov left for Hanoi.", "Foreign Minister Lavrov", "person/sergey-lavrov")]
    [InlineData("Colonel Putin left for Hanoi.", "Colonel Putin", "unknown/putin")]
    [InlineData("NEW DELHI, Dec 10, 2025 (PTI) - India closed a port.", "PTI", "outlet/pti")]
    [InlineData(
        "Putin called Sisi. The presidents also touched upon events in Libya, Sudan and the Gaza Strip. They noted progress.",
        "They",
        "person/vladimir-putin person/abdel-fattah-el-sisi"
    )]
    [InlineData("The members of the Security Council condemned the attack. They urged all states to cooperate.", "They", "igo/UNSC")]
    [InlineData(
        "Rwanda's Minister of Foreign Affairs and International Cooperation, Olivier Nduhungirehe, left.",
        "Olivier Nduhungirehe",
        "person/olivier-nduhungirehe"
    )]
    [InlineData("Mr. IWAYA Takeshi, Minister for Foreign Affairs of Japan, left.", "Mr. IWAYA Takeshi", "person/takeshi-iwaya")]
    [InlineData("Western governments were silent.", "Western governments", "unknown/western-governments")]
    public void A_phrase_means_whom_a_reader_would_say(string text, string phrase, string expected)
    {
        var cast = Read(text);
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        var mention = Assert.Single(
            cast.Mentions,
            m => m.Entities.Length > 0 && m.Entities[0].Span == new Span(start, start + phrase.Length)
        );
        Assert.Equal(expected, string.Join(' ', mention.Entities.Select(e => e.Id)));
        Assert.NotEmpty(mention.Reasons);
    }

    [Fact]
    public void The_sign_of_a_currency_is_no_state() =>
        Assert.DoesNotContain(
            Read("China lent Kenya US$50 billion in May.").Mentions,
            mention => mention.Entities.Any(entity => entity.Id == "state/USA")
        );

    [Theory]
    [InlineData("")]
    [InlineData("the")]
    [InlineData("The president of the")]
    [InlineData("his counterpart")]
    [InlineData("Mr")]
    [InlineData("the two")]
    [InlineData("Russia's former")]
    [InlineData("\ud800 (((((( 中国 \U0001F600 the the the")]
    public void Any_text_is_read(string text) => Assert.NotNull(Read(text));

    [Theory]
    [InlineData(
        "Scholz's foreign minister, Annalena Baerbock, met her Polish counterpart in Warsaw.",
        "her Polish counterpart",
        "person/radoslaw-sikorski"
    )]
    [InlineData(
        "President Joe Biden spoke. Taiwan's envoy greeted the US vice president.",
        "the US vice president",
        "person/kamala-harris"
    )]
    [InlineData("The Peruvian account did not mention Bolivia. It quoted the minister.", "It", "state/PER")]
    [InlineData("Kenya asked Somalia to withdraw its troops.", "its", "state/SOM")]
    [InlineData("Japan accused Thailand of forgetting its history.", "its", "state/THA")]
    [InlineData("Sudan is at war. Chad, its western neighbour, has closed the border.", "its western neighbour", "state/TCD")]
    [InlineData(
        "Seated between President Bola Tinubu and President Patrice Talon, Macron said the two leaders had agreed.",
        "the two leaders",
        "person/bola-tinubu person/patrice-talon"
    )]
    [InlineData("Ruto received Museveni. \"We are grateful for his visit,\" the Kenyan president said.", "his", "person/yoweri-museveni")]
    [InlineData("Tokayev thanked Mirziyoyev and his delegation.", "his", "person/shavkat-mirziyoyev")]
    [InlineData("Togo and Chad signed an accord. The West African country will host the office.", "The West African country", "state/TGO")]
    [InlineData("Jamaica and Belize signed. The island will open an embassy.", "The island", "state/JAM")]
    [InlineData(
        "NAIROBI, Feb 8 - President William Ruto met Yoweri Museveni. The visiting president left at noon.",
        "The visiting president",
        "person/yoweri-museveni"
    )]
    [InlineData(
        "King Abdullah of Jordan met Sultan Haitham bin Tariq. His Majesty the Sultan spoke of peace.",
        "His Majesty the Sultan",
        "person/haitham-bin-tariq"
    )]
    [InlineData("Belarus joined the SCO as its tenth member.", "its", "igo/SCO")]
    [InlineData("Milei criticised Lula. His predecessor had been his friend, Milei added.", "His predecessor", "person/alberto-fernandez")]
    [InlineData(
        "Jorge Glas, a former vice-president, was arrested. Police took the former vice president to Guayaquil.",
        "the former vice president",
        "unknown/jorge-glas"
    )]
    [InlineData("The Dutch prime minister spoke.", "The Dutch prime minister", "person/mark-rutte")]
    [InlineData(
        "President Mohamed Ould Cheikh El Ghazouani was not there.",
        "President Mohamed Ould Cheikh El Ghazouani",
        "person/mohamed-ould-ghazouani"
    )]
    [InlineData("President Salome Zurabishvili vetoed the law.", "President Salome Zurabishvili", "person/salome-zourabichvili")]
    [InlineData("Tuvalu had warned of it, and Fiji, which gets most of its fuel by sea, agreed.", "its", "state/FJI")]
    [InlineData("Ruto flew to Kampala, where he addressed parliament.", "parliament", "organ/UGA.parliament")]
    [InlineData("The CSTO will hold exercises. The Moscow-led bloc last did so in July.", "The Moscow-led bloc", "igo/CSTO")]
    [InlineData(
        "MANAMA, Feb 8 - King Abdullah of Jordan met King Hamad. The King welcomed his guest.",
        "The King",
        "person/hamad-bin-isa-al-khalifa"
    )]
    [InlineData("BP signed an accord. The British company will drill there.", "The British company", "firm/bp")]
    [InlineData("Kenya's foreign ministry protested. Talks would go on, it said.", "it", "organ/KEN.mfa")]
    [InlineData(
        "The Australian minister asked the government in Honiara not to sign. Zambia's delegation thanked Ghana for its help.",
        "its",
        "state/GHA"
    )]
    public void With_the_tree_of_the_sentence_a_pronoun_finds_its_ruler(string text, string phrase, string expected)
    {
        var cast = ActorReader.Read(
            Reader.Read(
                new Document
                {
                    Id = "d-0",
                    Text = text,
                    Sha256 = "",
                }
            ),
            DateValue.Day(new(2024, 2, 8), DateBasis.Stated)
        );
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        var mention = Assert.Single(
            cast.Mentions,
            m => m.Entities.Length > 0 && m.Entities[0].Span == new Span(start, start + phrase.Length)
        );
        Assert.Equal(expected, string.Join(' ', mention.Entities.Select(e => e.Id)));
    }

    [Theory]
    [InlineData("Mali's government promised elections but later postponed them.", "them")]
    [InlineData("The mediators said the ceasefire would begin on Monday. It can be extended.", "It")]
    [InlineData("France holds the presidency of the European Union.", "the presidency")]
    [InlineData("Petro took office. The Colombian president met Maduro. The opposition leader said nothing.", "The opposition leader")]
    [InlineData("Presidents Ruto, Kagame and Museveni met Kiir and Abiy. The two leaders left.", "The two leaders")]
    [InlineData("Togo, Benin and Mali signed an accord. The West African country will host the office.", "The West African country")]
    [InlineData("Museveni met Kagame. \"He was frank,\" said a diplomat.", "He")]
    [InlineData("Ruto met Museveni and Kagame. The only leader to speak left early.", "The only leader")]
    [InlineData("The leader of the opposition in Uganda was arrested.", "The leader of the opposition")]
    [InlineData("Former president Macky Sall met President Alassane Ouattara. The president-elect was not there.", "The president-elect")]
    public void Where_the_text_does_not_tell_nobody_is_meant(string text, string phrase)
    {
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Read(text).Mentions,
            m => m.Entities.Length > 0 && m.Entities[0].Span == new Span(start, start + phrase.Length)
        );
    }

    [Fact]
    public void Where_nothing_tells_the_place_from_the_government_nobody_is_named() =>
        Assert.Empty(Assert.Single(Read("A view of Nairobi.").Mentions).Entities);

    private static Cast Read(string text)
    {
        var document = new Document
        {
            Id = "d-0",
            Text = text,
            Sha256 = "",
        };
        return ActorReader.Read(new ShapeReader().Read(document), DateValue.Day(new(2024, 2, 8), DateBasis.Stated));
    }
}
