using Chancery.Knowledge;

namespace Chancery.Tests.Knowledge;

public sealed class WorldTests
{
    [Theory]
    [InlineData("igo/SCO", "has-member", "state/IRN", "2024-02-08", Answer.Holds)]
    [InlineData("igo/SCO", "has-member", "state/IRN", "2023-07-03", Answer.No)]
    [InlineData("igo/SCO", "has-member", "state/BLR", "2024-02-08", Answer.No)]
    [InlineData("igo/BRICS", "chaired-by", "state/RUS", "2024-02-08", Answer.Holds)]
    [InlineData("igo/BRICS", "has-member", "state/SAU", "2024-02-08", Answer.Unknown)]
    [InlineData("igo/EU", "has-member", "state/GBR", "2020-01-31", Answer.Holds)]
    [InlineData("igo/EU", "has-member", "state/GBR", "2020-02-01", Answer.No)]
    [InlineData("igo/NATO", "has-member", "state/SWE", "2024-03-06", Answer.No)]
    [InlineData("igo/NATO", "has-member", "state/SWE", "2024-03-07", Answer.Holds)]
    [InlineData("igo/NATO", "has-member", "state/SWE", "2031-01-01", Answer.Unknown)]
    [InlineData("igo/ECOWAS", "has-member", "state/NER", "2025-02-01", Answer.No)]
    [InlineData("igo/ICC", "seeks-arrest-of", "person/vladimir-putin", "2023-03-16", Answer.No)]
    public void A_fact_holds_only_within_its_days_and_what_was_reviewed(
        string subject,
        string predicate,
        string other,
        string day,
        Answer expected
    ) => Assert.Equal(expected, World.Default.AsOf(subject, predicate, other, DayRange.Parse(day)!.Value.First));

    [Theory]
    [InlineData("USA", "president", "2024-02-08", "Joe Biden")]
    [InlineData("CHN", "fm", "2024-02-08", "Wang Yi")]
    [InlineData("CHN", "fm", "2023-05-01", "Qin Gang")]
    [InlineData("RUS", "president", "2010-01-01", "Dmitry Medvedev")]
    [InlineData("KEN", "president", "2020-01-01", "Uhuru Kenyatta")]
    [InlineData("JPN", "pm", "2023-01-01", "Fumio Kishida")]
    public void An_office_has_its_holder_of_the_day(string state, string office, string day, string expected) =>
        Assert.Equal(expected, World.Default.Holders(state, office, DayRange.Parse(day)!.Value.First)[0].Name);

    [Fact]
    public void On_the_day_of_a_handover_both_hold_the_office() =>
        Assert.Equal(["Wang Yi", "Qin Gang"], World.Default.Holders("CHN", "fm", new(2023, 7, 25)).Select(t => t.Name));

    [Fact]
    public void Every_fact_names_what_is_known_and_has_a_source()
    {
        var world = World.Default;
        Assert.All(
            world.Facts,
            fact =>
            {
                Assert.NotNull(world.Find(fact.Subject));
                Assert.NotNull(world.Find(fact.Object));
                Assert.NotEqual("", fact.Source);
                Assert.True(fact.Until is null || fact.From!.Value.First < fact.Until.Value.Last);
            }
        );
        Assert.All(world.Events.SelectMany(e => e.Actors.AddRange(e.Recipients)), id => Assert.NotNull(world.Find(id)));
        Assert.Equal(195, world.Entities.Count(e => e.Id.StartsWith("state/", StringComparison.Ordinal) && world.IsIndependent(e.Id[6..])));
    }

    [Theory]
    [InlineData("China", "state/CHN")]
    [InlineData("Chinese", "state/CHN")]
    [InlineData("SCO", "igo/SCO")]
    [InlineData("Beijing", "place/beijing")]
    [InlineData("Human Rights Watch", "ngo/hrw")]
    [InlineData("Putin", "person/vladimir-putin")]
    public void A_name_leads_to_what_bears_it(string name, string id) => Assert.Equal(id, World.Default.Named(name)?.Id);
}
