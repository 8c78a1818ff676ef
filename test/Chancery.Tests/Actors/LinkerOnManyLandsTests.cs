using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Actors;

/// <summary>Titles alone, bare organs and groups in the press of many lands: each case a construction that found reports have.</summary>
public sealed class LinkerOnManyLandsTests
{
    private static readonly NeuralReader Reader = NeuralReader.Load(ReaderSize.Fast);

    [Theory]
    // The dateline tells whose a bare organ is.
    [InlineData(
        "KUALA LUMPUR: Malaysia recalled its envoy to Pyongyang on Monday. The foreign ministry gave no reason.",
        "The foreign ministry",
        "organ/MYS.mfa"
    )]
    [InlineData(
        "RABAT, Morocco: Algeria has closed its airspace. The government said it had been told nothing.",
        "The government",
        "organ/MAR.government"
    )]
    // Who goes between others is no party, and his army is not the one that is meant.
    [InlineData(
        "Regional mediator Faure Gnassingbe arrived in Lome with a plan for Niger. The plan gives five seats to the military.",
        "the military",
        "organ/NER.army"
    )]
    [InlineData(
        "Angolan President Joao Lourenco opened the summit. Relations between Rwanda and Uganda were raised, and the two parties agreed to go on.",
        "the two parties",
        "state/RWA state/UGA"
    )]
    // A government against fighters of its own state.
    [InlineData(
        "The Ugandan government and the Lord's Resistance Army met in Juba. Both sides promised a truce.",
        "Both sides",
        "organ/UGA.government group/lra"
    )]
    [InlineData(
        "Ghana and Togo signed a pact. It awaits the parliaments of both countries.",
        "the parliaments of both countries",
        "organ/GHA.parliament organ/TGO.parliament"
    )]
    [InlineData(
        "Ghana and Togo representatives meet in May. The two neighbouring countries have quarrelled.",
        "Ghana",
        "unknown/ghana-representatives"
    )]
    // Whose country.
    [InlineData("He thanked Kenyan President William Ruto, whose country hosts the talks.", "whose country", "state/KEN")]
    [InlineData(
        "A South American nation, Ecuador, has left. Ecuador spoke. The South American country gave no reason.",
        "The South American country",
        "state/ECU"
    )]
    // Whom the text first leaves unnamed is named below, and stays the same.
    [InlineData(
        "Ghana summoned the Togolese ambassador to Accra on Monday. Ambassador Kossi Adzoble listened. Togo's ambassador did not reply.",
        "Togo's ambassador",
        "unknown/kossi-adzoble"
    )]
    // "PM" and "FM" are titles, but not after an hour.
    [InlineData("PM Marape met FM Tkatchenko on Tuesday.", "PM Marape", "person/james-marape")]
    [InlineData("PM Marape met FM Tkatchenko on Tuesday.", "FM Tkatchenko", "person/justin-tkatchenko")]
    // A name with one letter amiss.
    [InlineData("President Nicholas Maduro flew out.", "President Nicholas Maduro", "person/nicolas-maduro")]
    [InlineData("Kenyan President Wiliam Ruto flew out.", "Kenyan President Wiliam Ruto", "person/william-ruto")]
    [InlineData("Kyrgyz President Sadyr Zhaparov flew out.", "Kyrgyz President Sadyr Zhaparov", "person/sadyr-japarov")]
    // Somebody told by another.
    [InlineData("An adviser to William Ruto spoke in Nairobi.", "An adviser to William Ruto", "unknown/adviser")]
    [InlineData("A cousin of William Ruto was named.", "A cousin of William Ruto", "unknown/cousin-of-william-ruto")]
    [InlineData("Officials said the two Swiss had been freed.", "the two Swiss", "unknown/two-swiss")]
    // Fighters of a name; a party.
    [InlineData("Rebels fired on a camp in Uganda. The LRA fighters fled.", "The LRA fighters", "group/lra")]
    [InlineData(
        "The Lesotho Congress for Democracy denied it.",
        "The Lesotho Congress for Democracy",
        "unknown/lesotho-congress-for-democracy"
    )]
    // The organisation before a hyphen.
    [InlineData("The UN-brokered truce failed.", "UN", "igo/UN")]
    // A title that opens its clause says nothing of the name before the comma.
    [InlineData(
        "Togo's Prime Minister Victoire Tomegah Dogbe flew out. Following talks with Defence Minister Essossimna Marguerite Gnakade, the prime minister said she was glad.",
        "the prime minister",
        "person/victoire-tomegah-dogbe"
    )]
    [InlineData("William Ruto served as the prime minister for ten years.", "the prime minister", "person/william-ruto")]
    // What is said in a quotation is of whose words it has.
    [InlineData(
        "Ghana and Togo met in Cairo. \"The President will inform the Cabinet,\" Ghanaian Foreign Minister Shirley Ayorkor Botchwey told them.",
        "the Cabinet",
        "organ/GHA.cabinet"
    )]
    // Initials and particles of names.
    [InlineData("External Affairs Minister S Jaishankar flew out.", "External Affairs Minister S Jaishankar", "person/s-jaishankar")]
    [InlineData("Commission chief Ursula von der Leyen flew out.", "Commission chief Ursula von der Leyen", "person/ursula-von-der-leyen")]
    [InlineData("Ghana's spokesperson Anna von der Heide spoke.", "Ghana's spokesperson Anna von der Heide", "unknown/anna-von-der-heide")]
    // Who serves an organ, by name.
    [InlineData(
        "Ghanaian Ministry of Foreign Affairs spokeswoman Ama Mensah replied.",
        "Ghanaian Ministry of Foreign Affairs spokeswoman Ama Mensah",
        "unknown/ama-mensah"
    )]
    [InlineData("Togo's leftwing government has resigned.", "Togo's leftwing government", "organ/TGO.government")]
    [InlineData("Togo and Ghana quarrelled. In Accra, police officials said the streets were calm.", "police officials", "unknown/police-officials")]
    [InlineData("Togo and Ghana quarrelled. Police said the streets of Accra were calm.", "Police", "organ/GHA.police")]
    [InlineData("Ghana and Togo signed a pact. It was drawn up by the two armies.", "the two armies", "organ/GHA.army organ/TGO.army")]
    [InlineData("He thanked the people and defence ministry of Togo.", "defence ministry of Togo", "organ/TGO.mod")]
    [InlineData("Landlocked Niger has left the bloc.", "Niger", "state/NER")]
    [InlineData("Kenyan President William Ruto spoke of Museveni. Museveni's letter showed he was ready for talks.", "he", "person/yoweri-museveni")]
    [InlineData("The French spiritual leader flew out.", "The French spiritual leader", "unknown/french-spiritual-leader")]
    public void Who_is_meant(string text, string phrase, string whom)
    {
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        var mention = Assert.Single(
            Read(text).Mentions,
            m => Start(m) == start && m.Entities.Length > 0 && End(m) == start + phrase.Length
        );
        Assert.Equal(whom, string.Join(' ', mention.Entities.Select(static e => e.Id)));
    }

    [Theory]
    [InlineData("Talks went on in Nairobi until May 31st, he said.", "May")]
    [InlineData("Peters said it had nothing to do with the visit of Ghana's minister.", "it")]
    [InlineData("A nerve agent was found in Accra.", "A nerve agent")]
    [InlineData("They must leave Kenya by 11:59 PM on Monday.", "PM")]
    [InlineData("Kenya spoke at the African Union Heads of State Summit.", "Heads")]
    [InlineData("The truce began on Jan. 1 in Accra.", "Jan.")]
    [InlineData("They lent US$1 billion to the bank.", "US")]
    [InlineData("Ghana and Togo have both described it as an error.", "both")]
    [InlineData("The Chief Justice resigned.", "The Chief Justice")]
    [InlineData("He spoke of respect for people and law.", "people")]
    public void Nobody_is_meant(string text, string phrase)
    {
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        Assert.DoesNotContain(Read(text).Mentions, m => m.Entities.Length > 0 && Start(m) == start);
    }

    [Theory]
    [InlineData("His hostility towards Togo is known.", "Togo", "government")]
    [InlineData("We received a communication from Togo.", "Togo", "government")]
    [InlineData("The plane departed Togo at noon.", "Togo", "place")]
    [InlineData("Shops burnt in central Accra.", "Accra", "place")]
    [InlineData("Ghana expelled the ambassador from Lome.", "Lome", "place")]
    public void A_state_acts_or_is_a_place(string text, string phrase, string reading) =>
        Assert.Equal(reading, Assert.Single(Read(text).Mentions, m => Start(m) == text.IndexOf(phrase, StringComparison.Ordinal)).Reading);

    private static int Start(ResolvedMention mention) => mention.Entities is [var entity, ..] ? entity.Span!.Value.Start : -1;

    private static int End(ResolvedMention mention) => mention.Entities[0].Span!.Value.End;

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
