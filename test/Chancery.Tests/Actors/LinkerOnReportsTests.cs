using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Actors;

/// <summary>What reports of agencies and official readouts do that set pieces do not.</summary>
public sealed class LinkerOnReportsTests
{
    private static readonly NeuralReader Reader = NeuralReader.Load(ReaderSize.Fast);

    [Theory]
    [InlineData(
        "Ruto and Museveni held talks with UN chief Antonio Guterres. He urged both leaders to sign.",
        "He",
        "person/antonio-guterres"
    )]
    [InlineData(
        "Ruto and Museveni held talks with UN chief Antonio Guterres. He urged both leaders to sign.",
        "both leaders",
        "person/william-ruto person/yoweri-museveni"
    )]
    [InlineData(
        "The governments of Ghana and Togo have signed a pact.",
        "The governments of Ghana and Togo",
        "organ/GHA.government organ/TGO.government"
    )]
    [InlineData(
        "Ghana and Togo signed a pact. Both countries' foreign ministers were present.",
        "Both countries' foreign ministers",
        "person/shirley-ayorkor-botchwey person/robert-dussey"
    )]
    [InlineData(
        "The rivals in Chad agreed to talk. Government troops shelled the town all the same.",
        "Government troops",
        "organ/TCD.army"
    )]
    [InlineData("Seven soldiers were killed near a market in Niger on Friday.", "Seven soldiers", "organ/NER.army")]
    [InlineData("The head of Turkmenistan received the guests.", "The head of Turkmenistan", "person/serdar-berdimuhamedow")]
    [InlineData("Chad accused FRZX rebels of the raid.", "FRZX rebels", "unknown/frzx")]
    [InlineData("The Bolivian opposition left the hall.", "The Bolivian opposition", "unknown/bolivian-opposition")]
    [InlineData("The governor of the Central Bank of Nigeria (CBN) spoke. The rate of the CBN stays.", "CBN", "organ/NGA.centralbank")]
    [InlineData(
        "Egypt and Sudan will settle their dispute under the mediation of Kenya, Nairobi said. Kenyan President William Ruto told both countries to be patient.",
        "both countries",
        "state/EGY state/SDN"
    )]
    [InlineData("Police arrested 40 protesters outside a hotel in Lima.", "Police", "organ/PER.police")]
    [InlineData("They met in Lima, the capital of Peru.", "the capital of Peru", "place/lima")]
    [InlineData("The 12-member Ghana delegation was led by a colonel.", "The 12-member Ghana delegation", "state/GHA")]
    [InlineData("Kenya's president flew out. Ruto was received by Ramaphosa, who thanked him.", "him", "person/william-ruto")]
    [InlineData(
        "The new government of President Nana Akufo-Addo has cut the tax.",
        "The new government of President Nana Akufo-Addo",
        "organ/GHA.government"
    )]
    [InlineData(
        "Kenyan President William Ruto met his Ugandan and Rwandan counterparts.",
        "his Ugandan and Rwandan counterparts",
        "person/yoweri-museveni person/paul-kagame"
    )]
    [InlineData("The Turkish Foreign Ministry said the president would travel to Baku.", "the president", "person/recep-tayyip-erdogan")]
    [InlineData(
        "Blinken spoke with EU High Representative for Foreign Affairs and Security Policy Josep Borrell on Friday.",
        "EU High Representative for Foreign Affairs and Security Policy Josep Borrell",
        "person/josep-borrell"
    )]
    [InlineData(
        "State Councilor and Foreign Minister Wang Yi met Kerry.",
        "State Councilor and Foreign Minister Wang Yi",
        "person/wang-yi"
    )]
    [InlineData(
        "Deputy Prime Minister and Foreign Minister Senator Ishaq Dar flew out.",
        "Deputy Prime Minister and Foreign Minister Senator Ishaq Dar",
        "person/ishaq-dar"
    )]
    [InlineData("The Chadian army base was shelled.", "Chadian", "state/TCD")]
    [InlineData(
        "Togo's trade commissioner has resigned. Afi Lawson, trade commissioner since May, gave no reason.",
        "Togo's trade commissioner",
        "unknown/afi-lawson"
    )]
    [InlineData("Togo expelled the Beninese envoy from the country.", "the country", "state/TGO")]
    [InlineData(
        "Nigeria's central bank kept its rate. Congo and the ADF are at war. Congo has lost ground to the ADF.",
        "the ADF.",
        "group/adf"
    )]
    [InlineData("Her Japanese counterpart Kamikawa Yoko was late.", "Japanese counterpart Kamikawa Yoko", "person/yoko-kamikawa")]
    [InlineData(
        "Kuwait's prime minister met His Highness the Amir Sheikh Meshal Al-Ahmad Al-Jaber Al-Sabah in Doha.",
        "His Highness the Amir Sheikh Meshal Al-Ahmad Al-Jaber Al-Sabah",
        "person/meshal-al-ahmad-al-sabah"
    )]
    [InlineData("His Highness the Crown Prince of Jordan spoke.", "His Highness the Crown Prince of Jordan", "person/hussein-bin-abdullah")]
    [InlineData("The Australian government protested.", "The Australian government", "organ/AUS.government")]
    [InlineData("UNITED NATIONS (AP) - The council rejected the charge.", "AP", "outlet/ap")]
    [InlineData("Vietnam has protested against China's drill. A Foreign Ministry note will follow.", "A Foreign Ministry", "organ/VNM.mfa")]
    [InlineData("France has sent help to Togo. The doctors leave for that country on Monday.", "that country", "state/TGO")]
    [InlineData("Kenya voted for sanctions on Iran over its programme.", "its", "state/IRN")]
    [InlineData("Kenyan ministers attacked the Assad regime.", "the Assad regime", "organ/SYR.government")]
    [InlineData("Iran, a staunch supporter of Syria, disagreed.", "a staunch supporter", "state/IRN")]
    [InlineData("The Tamil Tigers signed. The Tigers would disarm, Norway said.", "Tigers would", "group/ltte")]
    [InlineData("Spokeswoman Le Thi Thu Hang left early.", "Spokeswoman Le Thi Thu Hang", "unknown/le-thi-thu-hang")]
    [InlineData(
        "Diplomats from Greece and Turkey came to Geneva. The dispute between the two countries is old.",
        "the two countries",
        "state/GRC state/TUR"
    )]
    [InlineData(
        "Fiji had expelled the New Zealand envoy. New Zealand's foreign minister Winston Peters said he was told so by the interim government.",
        "the interim government",
        "organ/FJI.government"
    )]
    [InlineData("Clashes broke out in Peru between police and protesters.", "police", "organ/PER.police")]
    [InlineData("New Zealand's High Commission in Suva is closed.", "New Zealand's High Commission in Suva", "organ/NZL.embassy")]
    [InlineData("Egypt has severed its ties with Qatar, accusing it of terror.", "it of", "state/QAT")]
    [InlineData("Kenya fears the Iranian government's missiles and its drones.", "its", "organ/IRN.government")]
    [InlineData("After Georgia launched the attack, it withdrew to the south.", "it withdrew", "state/GEO")]
    [InlineData("Ghana's intervention means it cannot return as a broker.", "it cannot", "state/GHA")]
    [InlineData(
        "King Abdullah met Sheikh Tamim in Doha. \"During the meeting, they spoke of trade,\" a spokesman said.",
        "they",
        "person/abdullah-ii person/tamim-bin-hamad-al-thani"
    )]
    [InlineData("South Korea has called North Korea. The North gave no answer.", "The North", "state/PRK")]
    [InlineData(
        "Kenyan President William Ruto criticised Eritrea after the regime in turn had closed the port.",
        "the regime",
        "organ/ERI.government"
    )]
    [InlineData("Ethiopian troops crossed the river. Troops were seen in the town at noon.", "Troops were", "organ/ETH.army")]
    [InlineData(
        "Turkish Cypriot leader Ali Veli met Anastasiades. The new Turkish Cypriot leader spoke first.",
        "The new Turkish Cypriot leader",
        "unknown/ali-veli"
    )]
    [InlineData("American, Qatari and Egyptian mediators met in Cairo.", "American", "unknown/american-mediators")]
    [InlineData(
        "The ministers of defence and interior of Mali, Sadio Camara and Ismael Wague, flew to Moscow.",
        "The ministers of defence and interior of Mali",
        "person/sadio-camara unknown/ismael-wague"
    )]
    [InlineData(
        "Turkish Airlines left the hall. Bank of America and Turkish Airlines have signed.",
        "Bank of America",
        "unknown/bank-of-america"
    )]
    [InlineData("ECOWAS met in Abuja. President Bola Tinubu will address the nation on Friday.", "the nation", "state/NGA")]
    [InlineData(
        "Ruto, Museveni and Kagame met in Kampala. The trio signed the accord.",
        "The trio",
        "person/william-ruto person/yoweri-museveni person/paul-kagame"
    )]
    [InlineData(
        "The president of Senegal spoke. The foreign minister will travel to Mali.",
        "The foreign minister",
        "person/aissata-tall-sall"
    )]
    [InlineData("Poland's president and prime minister disagreed.", "prime minister", "person/donald-tusk")]
    [InlineData("The AU's Peace and Security Council met on Friday.", "The AU's Peace and Security Council", "igo/PSC")]
    [InlineData(
        "The United Nations wrote to the East African regional bloc, IGAD, on Friday.",
        "the East African regional bloc",
        "igo/IGAD"
    )]
    [InlineData("Abiy accused the TPLF of seeking power, which it denies.", "it denies", "group/tplf")]
    [InlineData("A Hamas official left Cairo. The group said nothing.", "The group", "group/hamas")]
    [InlineData("Lukashenko wrote to Duda. Migrants camp at that country's border.", "that country", "state/POL")]
    [InlineData("\"Putin is testing how strong our country is,\" Donald Tusk said.", "our country", "state/POL")]
    [InlineData("The Afghan interim authorities protested.", "The Afghan interim authorities", "organ/AFG.government")]
    [InlineData("The Belarusian dictator said nothing.", "The Belarusian dictator", "person/alexander-lukashenko")]
    [InlineData("Prime Minister KP Sharma Oli left Delhi.", "Prime Minister KP Sharma Oli", "person/k-p-sharma-oli")]
    [InlineData("Diop asked MINUSMA to leave. The UN mission had failed, the minister said.", "The UN mission", "igo/MINUSMA")]
    [InlineData("The UN Security Council met. Guterres briefed the African Union. The Council took note.", "The Council", "igo/UNSC")]
    [InlineData("Eritrea has told Ethiopia to wait. The country has closed its border with Ethiopia.", "The country", "state/ERI")]
    [InlineData("Ruto praised his country's teachers.", "his country", "state/KEN")]
    [InlineData("The Nairobi-backed talks are over.", "Nairobi-", "state/KEN")]
    [InlineData("Ruto spoke. Museveni invited the chiefs to join him.", "him", "person/yoweri-museveni")]
    [InlineData(
        "The President of Kenya, William Ruto, and Ugandan Foreign Minister Jeje Odongo met.",
        "The President of Kenya",
        "person/william-ruto"
    )]
    [InlineData(
        "Wang Yi met Sergey Lavrov. Both Ministers of Foreign Affairs signed.",
        "Both Ministers of Foreign Affairs",
        "person/wang-yi person/sergey-lavrov"
    )]
    [InlineData("Kenya wrote to India. The external affairs ministry was silent.", "The external affairs ministry", "organ/IND.mfa")]
    public void A_phrase_means_whom_a_reader_would_say(string text, string phrase, string expected)
    {
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        var end =
            start
            + System.Text.RegularExpressions.Regex.Replace(phrase, " (would|withdrew|cannot|were|of|denies)$", "").TrimEnd('.', '-').Length;
        var mention = Assert.Single(
            Read(text).Mentions,
            m =>
                m.Entities.Length > 0
                && m.Entities[0].Span!.Value.End == end
                && m.Entities[0].Span!.Value.Start >= start - 4
                && m.Entities[0].Span!.Value.Start <= start
        );
        Assert.Equal(expected, string.Join(' ', mention.Entities.Select(static e => e.Id)));
    }

    [Theory]
    [InlineData("Mali wants to act as a mediator.", "a mediator")]
    [InlineData("The reporter read an English translation of the speech.", "English")]
    [InlineData("The border was closed on May 5 after a raid.", "May")]
    [InlineData("The first round of Foreign Office Consultations was held in Lima.", "Foreign Office")]
    [InlineData("Addo has resigned as governor of the bank.", "governor of the bank")]
    [InlineData("It was a major regional event.", "a major")]
    [InlineData("The French-speaking provinces voted.", "French")]
    [InlineData("Argentina beat Brazil 2-1 in Lima.", "Brazil")]
    [InlineData("Gbagbo refused to leave the presidential palace.", "the presidential palace")]
    [InlineData("Croatia and Ghana met in the final of the tournament.", "Ghana")]
    [InlineData("The firm paid 40 million Australian dollars.", "Australian")]
    [InlineData("On a scale of one to ten Kenya and Togo are at about two.", "two")]
    [InlineData("The Herald praised Ruto. On his part, Museveni was silent.", "his")]
    [InlineData("The Herald praised Ruto. In his turn, Museveni was silent.", "his")]
    public void Where_the_text_does_not_tell_nobody_is_meant(string text, string phrase)
    {
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        Assert.DoesNotContain(Read(text).Mentions, m => m.Entities.Length > 0 && m.Entities[0].Span!.Value.Start == start);
    }

    [Theory]
    [InlineData("Benin reinforced the posts on a frontier bordering Togo.", "Togo")]
    [InlineData("The talks open in neighbouring Togo.", "Togo")]
    [InlineData("Tension rose in the north of Togo.", "Togo")]
    [InlineData("Peru's capital Lima was quiet.", "Lima")]
    [InlineData("They shelled the Damascus suburbs.", "Damascus")]
    [InlineData("Bishkek, January 29. Ruto has landed.", "Bishkek")]
    public void A_state_is_a_place_where_its_ground_is_meant(string text, string phrase) =>
        Assert.Equal(
            "place",
            Assert
                .Single(
                    Read(text).Mentions,
                    m => m.Entities is [var entity] && entity.Span!.Value.Start == text.IndexOf(phrase, StringComparison.Ordinal)
                )
                .Reading
        );

    private static Cast Read(string text) =>
        ActorReader.Read(
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
}
