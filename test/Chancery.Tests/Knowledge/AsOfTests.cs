using Chancery.Knowledge;

namespace Chancery.Tests.Knowledge;

public sealed class AsOfTests
{
    [Theory]
    [InlineData("USA.president", "2001-01-19", "Bill Clinton")]
    [InlineData("USA.president", "2009-06-01", "Barack Obama")]
    [InlineData("USA.president", "2025-01-21", "Donald Trump")]
    [InlineData("USA.fm", "2014-01-01", "John Kerry")]
    [InlineData("USA.fm", "2024-02-08", "Antony Blinken")]
    [InlineData("USA.speaker", "2022-09-14", "Nancy Pelosi")]
    [InlineData("RUS.president", "2008-08-12", "Dmitry Medvedev")]
    [InlineData("RUS.pm", "2008-08-12", "Vladimir Putin")]
    [InlineData("RUS.fm", "2022-02-24", "Sergey Lavrov")]
    [InlineData("RUS.defmin", "2024-06-01", "Andrei Belousov")]
    [InlineData("CHN.president", "2012-01-01", "Hu Jintao")]
    [InlineData("CHN.pm", "2024-02-08", "Li Qiang")]
    [InlineData("CHN.fm", "2023-07-24", "Qin Gang")]
    [InlineData("CHN.fm", "2023-07-26", "Wang Yi")]
    [InlineData("GBR.pm", "2022-10-01", "Liz Truss")]
    [InlineData("GBR.hos", "2022-09-07", "Elizabeth II")]
    [InlineData("GBR.hos", "2022-09-09", "Charles III")]
    [InlineData("GBR.fm", "2024-02-08", "David Cameron")]
    [InlineData("FRA.president", "2008-08-12", "Nicolas Sarkozy")]
    [InlineData("FRA.pm", "2024-10-01", "Michel Barnier")]
    [InlineData("DEU.pm", "2022-10-04", "Olaf Scholz")]
    [InlineData("DEU.fm", "2022-10-04", "Annalena Baerbock")]
    [InlineData("POL.fm", "2022-10-04", "Zbigniew Rau")]
    [InlineData("ITA.pm", "2021-06-01", "Mario Draghi")]
    [InlineData("TUR.president", "2010-01-01", "Abdullah Gül")]
    [InlineData("TUR.fm", "2023-09-05", "Hakan Fidan")]
    [InlineData("GRC.fm", "2023-09-05", "George Gerapetritis")]
    [InlineData("UKR.president", "2014-03-01", "Oleksandr Turchynov")]
    [InlineData("GEO.president", "2008-08-12", "Mikheil Saakashvili")]
    [InlineData("ARM.pm", "2022-09-14", "Nikol Pashinyan")]
    [InlineData("KAZ.president", "2019-03-21", "Kassym-Jomart Tokayev")]
    [InlineData("JPN.pm", "2013-01-01", "Shinzo Abe")]
    [InlineData("KOR.president", "2016-01-01", "Park Geun-hye")]
    [InlineData("IND.pm", "2004-01-06", "Atal Bihari Vajpayee")]
    [InlineData("IND.fm", "2004-01-06", "Yashwant Sinha")]
    [InlineData("PAK.president", "2004-01-06", "Pervez Musharraf")]
    [InlineData("THA.pm", "2011-02-07", "Abhisit Vejjajiva")]
    [InlineData("KHM.pm", "2023-08-23", "Hun Manet")]
    [InlineData("PHL.president", "2024-06-19", "Ferdinand Marcos Jr")]
    [InlineData("IDN.defmin", "2024-02-23", "Prabowo Subianto")]
    [InlineData("AUS.fm", "2022-06-17", "Penny Wong")]
    [InlineData("SLB.pm", "2022-06-17", "Manasseh Sogavare")]
    [InlineData("IRN.president", "2024-08-01", "Masoud Pezeshkian")]
    [InlineData("IRN.fm", "2025-03-12", "Abbas Araghchi")]
    [InlineData("SAU.fm", "2023-03-10", "Faisal bin Farhan")]
    [InlineData("QAT.hos", "2021-01-05", "Tamim bin Hamad Al Thani")]
    [InlineData("EGY.president", "2012-07-01", "Mohamed Morsi")]
    [InlineData("ISR.pm", "2022-08-01", "Yair Lapid")]
    [InlineData("ISR.fm", "2024-05-14", "Israel Katz")]
    [InlineData("ETH.pm", "2012-09-01", "Hailemariam Desalegn")]
    [InlineData("KEN.president", "2022-09-14", "William Ruto")]
    [InlineData("COD.fm", "2024-07-31", "Thérèse Kayikwamba Wagner")]
    [InlineData("ZAF.president", "2018-02-16", "Cyril Ramaphosa")]
    [InlineData("DZA.fm", "2021-08-24", "Ramtane Lamamra")]
    [InlineData("BRA.president", "2016-09-01", "Michel Temer")]
    [InlineData("COL.president", "2022-11-01", "Gustavo Petro")]
    [InlineData("VEN.president", "2012-01-01", "Hugo Chávez")]
    [InlineData("MEX.president", "2024-10-02", "Claudia Sheinbaum")]
    [InlineData("igo/UN.secgen", "2011-02-07", "Ban Ki-moon")]
    [InlineData("GBR.fm", "2025-09-06", "Yvette Cooper")]
    [InlineData("EGY.pm", "2012-11-21", "Hisham Qandil")]
    [InlineData("UKR.pm", "2005-06-01", "Yulia Tymoshenko")]
    [InlineData("UKR.defmin", "2015-02-12", "Stepan Poltorak")]
    [InlineData("LKA.pm", "2012-01-01", "D. M. Jayaratne")]
    [InlineData("IND.fm", "2006-03-02", "Manmohan Singh")]
    [InlineData("KOR.president", "2017-04-01", "Hwang Kyo-ahn")]
    [InlineData("IRN.president", "2024-06-01", "Mohammad Mokhber")]
    [InlineData("THA.defmin", "2021-01-01", "Prayut Chan-o-cha")]
    [InlineData("EGY.defmin", "2026-02-12", "Ashraf Salem Zaher")]
    [InlineData("JPN.fm", "2025-11-01", "Toshimitsu Motegi")]
    [InlineData("JPN.defmin", "2025-11-01", "Shinjiro Koizumi")]
    [InlineData("UKR.defmin", "2025-10-01", "Denys Shmyhal")]
    [InlineData("MKD.pm", "2006-08-27", "Nikola Gruevski")]
    [InlineData("PHL.fm", "2017-03-09", "Enrique Manalo")]
    [InlineData("UKR.defmin", "2026-01-15", "Mykhailo Fedorov")]
    [InlineData("NLD.fm", "2026-02-24", "Tom Berendsen")]
    [InlineData("FRA.defmin", "2025-10-08", "Bruno Le Maire")]
    [InlineData("CZE.fm", "2025-12-16", "Petr Macinka")]
    [InlineData("BGD.pm", "2026-02-18", "Tarique Rahman")]
    [InlineData("IND.fm", "2023-01-01", "Subrahmanyam Jaishankar")]
    [InlineData("IRN.hos", "2026-03-10", "Mojtaba Khamenei")]
    [InlineData("PER.president", "2026-01-10", "José Jerí")]
    [InlineData("KWT.pm", "2024-06-01", "Ahmad Abdullah Al-Sabah")]
    [InlineData("igo/UNHCR.director", "2026-01-02", "Barham Salih")]
    [InlineData("igo/NATO.secgen", "2023-07-10", "Jens Stoltenberg")]
    [InlineData("igo/EC.president", "2020-01-01", "Ursula von der Leyen")]
    public void An_office_had_its_holder(string office, string day, string name) =>
        Assert.Equal(
            name,
            World
                .Default.Holders(
                    office[..office.LastIndexOf('.')],
                    office[(office.LastIndexOf('.') + 1)..],
                    DayRange.Parse(day)!.Value.First
                )[0]
                .Name
        );

    [Theory]
    [InlineData("USA.president", "2021-01-20", "Joe Biden", "Donald Trump")]
    [InlineData("RUS.president", "2012-05-07", "Vladimir Putin", "Dmitry Medvedev")]
    [InlineData("GBR.pm", "2024-07-05", "Keir Starmer", "Rishi Sunak")]
    [InlineData("BRA.president", "2023-01-01", "Luiz Inácio Lula da Silva", "Jair Bolsonaro")]
    [InlineData("ISR.fm", "2024-01-01", "Israel Katz", "Eli Cohen")]
    [InlineData("FRA.president", "2017-05-14", "Emmanuel Macron", "François Hollande")]
    [InlineData("ARG.president", "2023-12-10", "Javier Milei", "Alberto Fernández")]
    [InlineData("MEX.president", "2024-10-01", "Claudia Sheinbaum", "Andrés Manuel López Obrador")]
    [InlineData("NGA.president", "2023-05-29", "Bola Tinubu", "Muhammadu Buhari")]
    [InlineData("IDN.president", "2024-10-20", "Prabowo Subianto", "Joko Widodo")]
    [InlineData("KEN.president", "2022-09-13", "William Ruto", "Uhuru Kenyatta")]
    [InlineData("GBR.fm", "2025-09-05", "Yvette Cooper", "David Lammy")]
    [InlineData("CHL.president", "2026-03-11", "José Antonio Kast", "Gabriel Boric")]
    [InlineData("HUN.pm", "2026-05-09", "Péter Magyar", "Viktor Orbán")]
    [InlineData("PRT.president", "2026-03-09", "António José Seguro", "Marcelo Rebelo de Sousa")]
    public void On_the_day_of_a_handover_both_are_given(string office, string day, string first, string second) =>
        Assert.Equal(
            [first, second],
            World.Default.Holders(office[..3], office[4..], DayRange.Parse(day)!.Value.First).Select(t => t.Name)
        );

    [Theory]
    [InlineData("igo/EU", "chaired-by", "state/FRA", "2008-08-12", Answer.Holds)]
    [InlineData("igo/ASEAN", "chaired-by", "state/BRN", "2021-10-16", Answer.Holds)]
    [InlineData("igo/OPEC", "has-member", "state/QAT", "2019-01-01", Answer.No)]
    [InlineData("igo/OPEC", "has-member", "state/AGO", "2023-12-31", Answer.Holds)]
    [InlineData("igo/COE", "has-member", "state/RUS", "2022-03-16", Answer.No)]
    [InlineData("igo/EAC", "has-member", "state/SOM", "2024-03-04", Answer.Holds)]
    [InlineData("igo/AU", "has-member", "state/MAR", "2017-01-29", Answer.No)]
    [InlineData("igo/ICC", "has-member", "state/PHL", "2019-03-17", Answer.No)]
    [InlineData("igo/MERCOSUR", "has-member", "state/BRA", "2033-01-01", Answer.Unknown)]
    [InlineData("igo/ASEAN", "has-member", "state/TLS", "2025-10-25", Answer.No)]
    [InlineData("igo/ASEAN", "has-member", "state/TLS", "2025-10-26", Answer.Holds)]
    [InlineData("igo/ICC", "has-member", "state/AUS", "2002-08-31", Answer.No)]
    [InlineData("igo/COE", "has-member", "state/TUR", "1950-04-12", Answer.No)]
    [InlineData("igo/CSTO", "chaired-by", "state/KGZ", "2025-06-01", Answer.Holds)]
    [InlineData("igo/CSTO", "chaired-by", "state/RUS", "2025-06-01", Answer.No)]
    [InlineData("igo/AU", "chaired-by", "state/BDI", "2026-02-14", Answer.Holds)]
    [InlineData("igo/EU", "chaired-by", "state/HRV", "2020-03-01", Answer.Holds)]
    [InlineData("igo/UNSC", "has-member", "state/KEN", "2022-12-31", Answer.Holds)]
    [InlineData("igo/UNSC", "has-member", "state/KEN", "2023-01-01", Answer.No)]
    [InlineData("igo/UNSC", "has-member", "state/NLD", "2018-06-01", Answer.Holds)]
    [InlineData("igo/UNSC", "has-member", "state/PAK", "2025-06-01", Answer.Holds)]
    public void A_membership_has_its_days(string body, string predicate, string state, string day, Answer expected) =>
        Assert.Equal(expected, World.Default.AsOf(body, predicate, state, DayRange.Parse(day)!.Value.First));

    [Theory]
    [InlineData("ESP", "2024-02-08", "pm")]
    [InlineData("SAU", "2024-02-08", "hos")]
    [InlineData("VNM", "2023-09-11", "gensec")]
    [InlineData("ARM", "2015-01-01", "president")]
    [InlineData("ARM", "2023-05-15", "pm")]
    [InlineData("TUR", "2010-01-01", "pm")]
    public void A_state_is_led_from_an_office(string state, string day, string office) =>
        Assert.Equal(office, World.Default.LeadingOffices(state, DayRange.Parse(day)!.Value.First)[0]);

    [Theory]
    [InlineData("NER", "2023-07-25", false)]
    [InlineData("NER", "2023-07-26", true)]
    [InlineData("THA", "2024-04-12", false)]
    [InlineData("MMR", "2024-04-12", true)]
    public void Soldiers_rule_or_do_not(string state, string day, bool rule) =>
        Assert.Equal(rule, World.Default.HasJunta(state, DayRange.Parse(day)!.Value.First));

    [Fact]
    public void Of_two_towns_of_one_name_the_larger_bears_it() => Assert.Equal("USA", World.Default.Named("Los Angeles")!.State);

    [Fact]
    public void An_overlay_ends_replaces_and_takes_back()
    {
        var overlay = KnowledgePack.Embedded.With(table =>
            table switch
            {
                "holders-hand" =>
                [
                    [
                        "person/william-ruto",
                        "William Ruto",
                        "KEN",
                        "president",
                        "president",
                        "2022-09-13",
                        "2027-09-01",
                        "test",
                        "2027-09-01",
                    ],
                ],
                "facts" =>
                [
                    ["igo/SCO", "has-member", "state/IRN", "2023-07-04", "2023-07-04", "full", "", "test", "2024-01-01"],
                ],
                _ => [],
            }
        );
        var world = new World(overlay);
        Assert.Equal(
            "2027-09-01",
            world.Tenures.Single(t => t.Person == "person/william-ruto").Fact.Until!.Value.First.ToString("yyyy-MM-dd")
        );
        Assert.Equal(Answer.No, world.AsOf("igo/SCO", "has-member", "state/IRN", new(2024, 2, 8)));
        Assert.NotEqual(KnowledgePack.Embedded.Hash, overlay.Hash);
    }
}
