using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

/// <summary>One event as several accounts tell it, each in its own words.</summary>
public sealed class OccurrenceAccountsTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Fact]
    public void Who_chairs_a_meeting_is_no_side_of_it_and_words_of_one_act_are_one() =>
        Assert.Equal(
            2,
            One(
                Text(
                    "The foreign ministers of Rwanda and Burundi met in Luanda on 3 March. The meeting was chaired by Tete Antonio of Angola.",
                    3
                ),
                Text("Rwanda and Burundi held talks in Luanda on Monday, mediated by Angola.", 4)
            ).Documents
        );

    [Fact]
    public void A_truce_is_not_of_the_day_on_which_it_holds() =>
        Assert.Equal(
            2,
            One(
                Text("Yemen and Oman agreed to a truce on 3 March. The truce will take effect on Wednesday.", 3),
                Text("A truce between Yemen and Oman held on Thursday.", 6)
            ).Documents
        );

    [Fact]
    public void A_journey_that_is_planned_is_the_one_on_which_they_met() =>
        Assert.Equal(
            2,
            One(
                Text("Hakan Fidan will travel to Algeria on 5 March for talks with Ahmed Attaf. The visit is his first to Algiers.", 3),
                Text("Ahmed Attaf received Hakan Fidan in Algiers on 6 March. During the meeting they spoke of trade.", 6)
            ).Documents
        );

    [Fact]
    public void A_text_that_tells_of_no_talks_means_those_of_which_others_tell() =>
        Assert.Equal(
            3,
            One(
                Text("The foreign ministers of Chad and Sudan met in Cairo on 3 March.", 3),
                Text("Sudan held talks with Chad in Cairo on Monday.", 4),
                Text("Libya said that it had learned of the Cairo talks from the press.", 4)
            ).Documents
        );

    [Fact]
    public void What_a_later_text_tells_without_a_day_is_the_latest_of_its_kind() =>
        Assert.Equal(
            2,
            One(
                Text("Kenya and Somalia signed a fishing deal on 3 March.", 3),
                Text(
                    "Kenya sent patrol boats on 20 March, weeks after the two countries' deal. Kenya and Somalia had signed the accord on fishing in Nairobi.",
                    20
                )
            ).Documents
        );

    [Fact]
    public void What_a_call_is_about_is_another_contact() =>
        Assert.DoesNotContain(
            Of(Text("Joe Biden spoke with Emir Tamim on 3 March. The two leaders reviewed the course of the negotiations in Cairo.", 3)),
            occurrence => occurrence.Mentions.Length > 2
        );

    [Fact]
    public void What_a_meeting_is_held_beside_is_another() =>
        Assert.DoesNotContain(
            Of(Text("Hakan Fidan met George Gerapetritis on 3 March on the sidelines of the summit of NATO.", 3)),
            occurrence => occurrence.Mentions.Length > 1
        );

    [Fact]
    public void A_stay_of_days_holds_the_day_of_the_talks() =>
        Assert.Equal(
            2,
            One(
                Text("Li Qiang held talks with Anthony Albanese in Canberra on 3 March.", 3),
                Text("Li Qiang's four-day visit to Australia ends on 5 March. He met Anthony Albanese.", 5)
            ).Documents
        );

    [Fact]
    public void The_hearer_of_a_call_takes_part_in_it() =>
        Assert.Equal(
            2,
            One(
                Text("Olaf Scholz urged Vladimir Putin in a phone call on 3 March to end the war.", 3),
                Text("Vladimir Putin had a telephone conversation with Olaf Scholz on Monday.", 3)
            ).Documents
        );

    [Theory]
    [InlineData(
        "Modi took a phone call from Emmanuel Macron on 3 March.",
        "Narendra Modi and Emmanuel Macron agreed in a call on Monday to meet in June."
    )]
    [InlineData(
        "North Korea conducted a test of a missile on 3 March.",
        "South Korea condemned the launch of a missile by North Korea on Monday."
    )]
    [InlineData(
        "The European Commission imposed duties on steel from India on 3 March.",
        "The European Union has increased tariffs on Indian steel."
    )]
    public void Other_words_for_one_thing(string one, string other) => Assert.Equal(2, One(Text(one, 3), Text(other, 4)).Documents);

    [Theory]
    [InlineData(
        "Japan's foreign minister met the Chinese foreign minister in Tokyo on 3 March.",
        "Japan's foreign minister met the Chinese foreign minister in Tokyo on 19 March."
    )]
    [InlineData("Emmanuel Macron spoke by phone with Joe Biden on 3 March.", "Emmanuel Macron met Joe Biden in Paris on 3 March.")]
    [InlineData("Iran and Iraq held a first round of talks in Basra.", "Iran and Iraq held a second round of talks in Basra.")]
    [InlineData("David Lammy met Faisal bin Farhan in Riyadh on 3 March.", "David Lammy met Abdullah bin Zayed in Abu Dhabi on 3 March.")]
    public void What_keeps_two_apart(string one, string other) =>
        Assert.DoesNotContain(Of(Text(one, 4), Text(other, 20)), occurrence => occurrence.Documents > 1);

    private static Occurrence One(params Document[] documents) =>
        Of(documents).OrderByDescending(occurrence => occurrence.Documents).First();

    private static IReadOnlyList<Occurrence> Of(params Document[] documents) =>
        Occurrences.Of(documents.Select(document => Clerk.Read(document).Telling));

    private static Document Text(string text, int day) => Document.Of(text, published: new DateOnly(2025, 3, day));
}
