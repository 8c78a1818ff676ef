using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Coding;

/// <summary>Events of reports and readouts written for these tests, read by the whole journey.</summary>
public sealed class ReportTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Fact]
    public void A_bare_army_is_that_of_the_state_that_the_report_comes_from() =>
        Assert.Contains(
            Mentions(
                """
                BAMAKO, July 20, 2022 (Wire) - Mali's government ordered a spokesman to leave.

                German Foreign Minister Annalena Baerbock said Germany had recalled its envoy. Mali had accused Germany of meddling.

                The army denied that it had taken part in an operation.
                """
            ),
            mention => mention.Words == "The army" && mention.Entity?.Id == "organ/MLI.army"
        );

    [Fact]
    public void A_title_in_the_headline_of_a_readout_is_its_issuers() =>
        Assert.Contains(
            Mentions(
                """
                Readout of Prime Minister's call with President of Egypt

                OTTAWA, March 12, 2024 - Prime Minister Justin Trudeau spoke with the President of Egypt, Abdel Fattah El-Sisi. President El-Sisi thanked him.
                """
            ),
            mention => mention.Words == "Prime Minister" && mention.Entity?.Id == "person/justin-trudeau"
        );

    [Fact]
    public void A_hyphenated_last_name_is_short_for_the_full_one() =>
        Assert.All(
            Mentions("The President of Egypt, Abdel Fattah El-Sisi, arrived on March 12, 2024. El-Sisi thanked his hosts.")
                .Where(mention => mention.Words.EndsWith("Sisi", StringComparison.Ordinal)),
            mention => Assert.Equal("person/abdel-fattah-el-sisi", mention.Entity?.Id)
        );

    [Fact]
    public void Who_is_urged_is_not_who_urges() =>
        Assert.Contains(
            Mentions("Beijing accused the United States of stirring up trouble and urged it to stop threatening China."),
            mention => mention.Words == "it" && mention.Entity?.Id == "state/USA"
        );

    [Fact]
    public void An_office_written_as_a_name_is_its_holder_and_a_form_of_address_is_no_name()
    {
        const string Text = """
            Prime Minister Modi's call with President of Uzbekistan

            New Delhi, 12 August 2025

            Prime Minister Shri Narendra Modi received a telephone call today from the President of Uzbekistan, Shavkat Mirziyoyev.

            President Mirziyoyev conveyed his greetings to Prime Minister and the people of India. The two leaders reviewed trade.
            """;
        var mentions = Mentions(Text).ToList();
        Assert.Contains(
            mentions,
            mention => mention.Words == "Prime Minister Shri Narendra Modi" && mention.Entity?.Id == "person/narendra-modi"
        );
        Assert.Contains(mentions, mention => mention.Words == "Prime Minister Modi" && mention.Entity?.Id == "person/narendra-modi");
        Assert.Contains(mentions, mention => mention.Words == "Prime Minister" && mention.Entity?.Id == "person/narendra-modi");
    }

    [Theory]
    [InlineData(
        "Kampala, 3 May 2023\n\nYoweri Museveni and Paul Kagame met for three hours at State House.",
        "State House",
        "organ/UGA.presidency"
    )]
    [InlineData(
        "The Rwandan foreign minister, Vincent Biruta, spoke on 3 May 2023. He and his opposite number, Jeje Odongo, will chair it.",
        "his opposite number",
        "person/jeje-odongo"
    )]
    [InlineData(
        "Uganda and Rwanda spoke on 3 May 2023. Neither country has withdrawn its ambassador.",
        "Neither country",
        "state/UGA state/RWA"
    )]
    [InlineData("Pakistani and Afghan forces exchanged fire on Dec. 28, 2024.", "Afghan forces", "organ/AFG.army")]
    [InlineData(
        "The Taliban-run defence ministry in Kabul said on Dec. 28, 2024 that it had struck.",
        "The Taliban-run defence ministry in Kabul",
        "organ/AFG.mod"
    )]
    [InlineData("She will brief the Security Council on Jan. 3, 2025. The Council's members are divided.", "The Council", "igo/UNSC")]
    [InlineData(
        "LIMA, Nov. 15, 2024 (Wire) - The outgoing American president arrived.",
        "The outgoing American president",
        "person/joe-biden"
    )]
    [InlineData("Quito rejected the charge on Aug. 4, 2025, and its foreign ministry said so.", "its foreign ministry", "organ/ECU.mfa")]
    [InlineData(
        "Quito rejected the charge on Aug. 4, 2025, and its foreign ministry said so. The ministry added that it was false.",
        "The ministry",
        "organ/ECU.mfa"
    )]
    [InlineData("Colombia's own foreign ministry lodged a protest on Aug. 4, 2025.", "Colombia's own foreign ministry", "organ/COL.mfa")]
    [InlineData(
        "Japan's prime minister cancelled a trip on May 14, 2025; his foreign minister came instead.",
        "his foreign minister",
        "person/takeshi-iwaya"
    )]
    [InlineData(
        "Sudan army chief rejects talks\n\nPORT SUDAN, Aug 15, 2024 (Wire) - Sudan's army chief, General Abdel Fattah al-Burhan, on Thursday ruled out talks.",
        "Sudan army chief",
        "person/abdel-fattah-al-burhan"
    )]
    [InlineData(
        "Sudan's army fought the RSF on Aug. 15, 2024. The RSF said that Sudan had broken the truce. Egypt urged both sides to stop.",
        "both sides",
        "state/SDN group/rsf"
    )]
    [InlineData(
        "Turkey and Kazakhstan signed it on May 14, 2025. Turkey and Kazakhstan trade much. Moscow said its relations with both capitals were excellent.",
        "both capitals",
        "state/TUR state/KAZ"
    )]
    [InlineData(
        "Sheikh Hasina resigned on Aug. 5, 2024 and fled to India. Narendra Modi greeted the new rulers. He said that India had not decided; she might stay.",
        "she",
        "person/sheikh-hasina"
    )]
    [InlineData(
        "On Dec. 30, 2024 Ukraine, Russia and Moldova argued. Slovakia threatened to halt exports to its neighbour.",
        "its neighbour",
        "state/UKR"
    )]
    [InlineData("Pro-Russian protesters marched in Tiraspol on Dec. 30, 2024.", "Pro-Russian protesters", "unknown/pro-russian-protesters")]
    public void A_phrase_means_whom_an_editor_would_say(string text, string phrase, string expected)
    {
        var dossier = Clerk.Read(Document.Of(text));
        var mention = Assert.Single(
            dossier.Cast.Mentions,
            mention => Words(text, dossier.Text.SpanOf(mention.FirstToken, mention.EndToken)) == phrase
        );
        Assert.Equal(expected, string.Join(' ', mention.Entities.Select(entity => entity.Id)));
    }

    [Theory]
    [InlineData("Will China attack Taiwan?", "attack", EntryStatus.Hypothetical)]
    [InlineData("Why did Russia attack Ukraine?", "attack", EntryStatus.Occurred)]
    [InlineData("Defence Minister Christine Lambrecht cancelled a visit to Mali.", "visit", EntryStatus.Negated)]
    [InlineData("Egypt said on Monday that it would attack Sudan.", "attack", EntryStatus.Planned)]
    [InlineData("Egypt said that it would attack Sudan if Ethiopia left.", "attack", EntryStatus.Hypothetical)]
    [InlineData("Indonesia stands ready to deepen cooperation and opposes the Chinese plan.", "opposes", EntryStatus.Occurred)]
    [InlineData("Egypt has yet to ease its curbs on Sudan.", "ease", EntryStatus.Negated)]
    [InlineData("Kenya and Egypt stressed the need for talks between Ethiopia and Sudan.", "talks", EntryStatus.Demanded)]
    public void A_question_a_cancellation_and_a_need_are_no_deeds(string sentence, string words, EntryStatus status) =>
        Assert.Equal(status, Assert.Single(Events(sentence), coded => Words(sentence, coded.Spans[0]) == words).Status);

    [Theory]
    [InlineData("Israel, Hamas agree on ceasefire", "agree", "state/ISR group/hamas", "")]
    [InlineData(
        "The United States imposed sanctions on Iran to mark the anniversary of Russia's war. Its invasion of Ukraine began in 2022.",
        "invasion",
        "state/RUS",
        "state/UKR"
    )]
    [InlineData(
        "The European Union, Britain and Canada also took action against Russia.",
        "took",
        "igo/EU state/GBR state/CAN",
        "state/RUS"
    )]
    [InlineData(
        "On May 9, 2024, Xi Jinping held talks with Indonesian President Joko Widodo, who is on a state visit to China.",
        "visit",
        "person/joko-widodo",
        "state/CHN"
    )]
    [InlineData(
        "Russia launched 381 drones at Ukraine, Ukraine's air force said, hitting gas facilities in Kharkiv.",
        "hitting",
        "state/RUS",
        "state/UKR"
    )]
    [InlineData("An 8-year-old boy was killed on Monday in Haiti.", "killed", "", "unknown/8-year-old-boy")]
    [InlineData("Hungary blocked the opening of accession talks with Ukraine on Wednesday.", "blocked", "state/HUN", "state/UKR")]
    public void Who_does_it_to_whom_is_read(string text, string words, string actors, string recipients)
    {
        var coded = Assert.Single(Events(text), coded => Words(text, coded.Spans[0]) == words);
        Assert.Equal(
            (actors, recipients),
            (string.Join(' ', coded.Actors.Select(entity => entity.Id)), string.Join(' ', coded.Recipients.Select(entity => entity.Id)))
        );
    }

    [Fact]
    public void A_conflict_elsewhere_is_not_the_war_told_before() =>
        Assert.DoesNotContain(
            Events("A war in Ukraine is in its third year. The conflict in Gaza is growing."),
            coded => coded.Spans[0].Start > 38 && coded.Actors.Any(actor => actor.Id == "state/RUS")
        );

    [Theory]
    [InlineData("Erdogan announced the \"historic\" deal between Somalia and Ethiopia on Wednesday night.", "deal", EntryStatus.Occurred)]
    [InlineData("Somalia agreed to end a row over a port deal that Ethiopia signed with Kenya in January.", "signed", EntryStatus.Occurred)]
    [InlineData("Naftogaz called it the largest attack on Ukraine since 2022.", "attack", EntryStatus.Occurred)]
    public void What_is_told_beside_a_plan_or_a_claim_is_told(string text, string words, EntryStatus status) =>
        Assert.Equal(status, Assert.Single(Events(text), coded => Words(text, coded.Spans[0]) == words).Status);

    [Theory]
    [InlineData("Kyiv, 3 October 2025. Overnight, Russia launched drones at Ukraine.", "2025-10-03")]
    [InlineData("NEW YORK, September 28, 2024. - Mr President, we gather here at a difficult time.", "2024-09-28")]
    public void A_dateline_may_close_with_a_stop(string text, string day) =>
        Assert.Equal(
            day,
            Assert
                .Single(Clerk.Read(Document.Of(text)).Entries.OfType<DocumentEntry>())
                .Date.Start?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );

    [Fact]
    public void What_a_report_tells_as_past_without_a_day_was_by_the_day_of_the_report()
    {
        const string Text =
            "DOHA, Jan 15, 2025 (Wire) - The talks went on.\n\nMediators met.\n\nThey were in Doha.\n\nIt was late.\n\nHamas accused Israel of backtracking. Iran had congratulated Hamas.";
        Assert.Equal(
            (null, new DateOnly(2025, 1, 15), Precision.OpenStart),
            Assert.Single(Events(Text), coded => Words(Text, coded.Spans[0]) == "accused").Date is var date
                ? (date.Start, date.End, date.Precision)
                : default
        );
        Assert.True(Assert.Single(Events(Text), coded => Words(Text, coded.Spans[0]) == "congratulated").Date.IsUnknown);
    }

    [Fact]
    public void A_readout_that_opens_with_its_day_is_of_that_day()
    {
        const string Text = """
            President Xi Jinping Meets with Indonesian President Prabowo Subianto

            On the afternoon of November 9, 2024, President Xi Jinping held talks with Indonesian President Prabowo Subianto in Beijing.
            """;
        Assert.Equal(new DateOnly(2024, 11, 9), Assert.Single(Clerk.Read(Document.Of(Text)).Entries.OfType<DocumentEntry>()).Date.Start);
        Assert.Contains(Mentions(Text), mention => mention.Words == "President Xi Jinping" && mention.Entity?.Id == "person/xi-jinping");
    }

    [Fact]
    public void Each_number_belongs_to_its_own_harm()
    {
        var harms = Events("Twelve civilians were killed and at least 30 wounded on Tuesday when gunmen attacked a bus near Bandiagara.")
            .SelectMany(coded => coded.Casualties)
            .ToArray();
        Assert.Contains(harms, harm => harm is { Harm: "killed", Best: 12 });
        Assert.Contains(harms, harm => harm is { Harm: "wounded", Best: 30 });
        Assert.DoesNotContain(harms, harm => harm is { Harm: "wounded", Best: 12 });
    }

    [Fact]
    public void The_weekend_is_the_one_before_the_report() =>
        Assert.Contains(
            Events("MANILA, Aug. 7, 2023 (Wire) - China's coast guard fired on a Philippine boat over the weekend."),
            coded => coded.Date.Start == new DateOnly(2023, 8, 5) && coded.Date.End == new DateOnly(2023, 8, 6)
        );

    private static string Words(string text, Span span) => span.In(text).ToString();

    private static Event[] Events(string text) => [.. Clerk.Read(Document.Of(text)).Entries.OfType<Event>()];

    private static (string Words, Entity? Entity)[] Mentions(string text)
    {
        var dossier = Clerk.Read(Document.Of(text));
        return
        [
            .. dossier.Cast.Mentions.Select(mention =>
                (dossier.Text.SpanOf(mention.FirstToken, mention.EndToken).In(text).ToString(), mention.Entities.FirstOrDefault())
            ),
        ];
    }
}
