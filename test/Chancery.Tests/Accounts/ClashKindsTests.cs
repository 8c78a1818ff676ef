using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;
using static Chancery.Tests.Accounts.TwoReadouts;

namespace Chancery.Tests.Accounts;

public sealed class ClashKindsTests
{
    [Theory]
    [InlineData("The Chilean patrol deliberately rammed the barge.", "The collision was an accident in thick fog.", "exclude each other")]
    [InlineData(
        "Chile closed the ferry at Ponte Alta for a week.",
        "The ferry at Ponte Alta has remained open at all times.",
        "“open” and “close”"
    )]
    [InlineData(
        "Chile stopped the deliveries of copper in breach of the contract.",
        "The deliveries of copper were stopped in full accordance with the contract.",
        "exclude"
    )]
    [InlineData("The attack on the mill was unprovoked.", "Our guards returned fire from the mill.", "exclude")]
    [InlineData("The guards at the mill stood by.", "The guards at the mill stepped in at once.", "exclude")]
    [InlineData("The mill is not yet in operation.", "The mill has been working normally since May.", "exclude")]
    public void Two_sides_of_one_aspect_contradict(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Theory]
    [InlineData(
        "The army of Chile burned the mill at Ponte Alta.",
        "Santiago denies that its army burned the mill at Ponte Alta.",
        "denies it"
    )]
    [InlineData("The money was spent on new buoys.", "Not one new buoy has been paid for with the money.", "denies it")]
    [InlineData("Chile handed over the archive on Monday.", "Chile refused to hand over the archive.", "denies it")]
    [InlineData("The prisoners were freed after a ransom had been paid.", "The prisoners were freed without any payment.", "denies it")]
    [InlineData("Brazilian guards did not return fire at Ponte Alta.", "It was the Brazilian side that fired at Ponte Alta.", "denies it")]
    [InlineData("The talks on the dam ended with an agreement.", "The talks on the dam brought no result.", "denies it")]
    [InlineData("The archive has not been given back to the mission.", "The archive was handed back to the mission.", "denies it")]
    public void What_is_said_is_denied_in_many_ways(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Theory]
    [InlineData(
        "Chile is responsible for the drought on the lower Rio Claro.",
        "The sole culprit of the drought on the Rio Claro is the Government of Brazil.",
        "responsible"
    )]
    [InlineData("The commission will meet in Valdivia in July.", "The commission will hold its next session in Osorno in July.", "Osorno")]
    [InlineData(
        "The Chilean President called President Lula on Monday.",
        "There was no call between the Presidents of Chile and Brazil.",
        "no “call”"
    )]
    [InlineData("All the barges have since gone through.", "Some 40 barges are still waiting at the lock.", "all of")]
    [InlineData("The tug was held for eleven hours.", "The tug was held for six days.", "six days")]
    public void Newer_kinds_of_contradiction_are_found(string brazil, string chile, string why) => Contradict(brazil, chile, why);

    [Theory]
    [InlineData("The talks lasted two weeks.", "The two ministers met for two hours.")]
    [InlineData("The President met the Minister in Brasília.", "The Minister then travelled to Manaus.")]
    [InlineData("The two sides held separate meetings.", "No joint meeting was held.")]
    [InlineData("Chile blamed Brazil for the delay.", "The blame for the delay lies with Brazil.")]
    [InlineData("It ignored the order to stop.", "The barge carried timber.")]
    public void What_only_looks_apart_does_not_contradict(string brazil, string chile) => Agree(brazil, chile);

    [Fact]
    public void A_ship_that_ignores_an_order_leaves_nothing_out() =>
        Assert.Contains(
            Comparer.Propositions([Read("The barge ignored the order to stop and rammed the patrol boat.", "Brazilian Foreign Ministry")]),
            proposition => proposition.Words.Contains("ram")
        );

    [Theory]
    [InlineData("boarding", "board", true)]
    [InlineData("confiscate", "confiscation", true)]
    [InlineData("accuse", "accusation", true)]
    [InlineData("nation", "native", false)]
    [InlineData("port", "portrait", false)]
    [InlineData("agree", "agree", false)]
    public void Words_of_one_root_are_known_by_their_endings(string left, string right, bool share) =>
        Assert.Equal(share, Derivation.Share(left, right));

    [Fact]
    public void The_guide_names_every_kind()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Chancery.slnx")))
            folder = folder.Parent;
        var guide = File.ReadAllText(Path.Combine(folder!.FullName, "docs", "compare.md"));
        var meaning = new WordMeaning();
        foreach (var rule in ClashRules.Of(new Alignment(meaning), new Kinship([], meaning), []))
            Assert.Contains($"\n| {rule.Name} | ", guide, StringComparison.Ordinal);
    }
}
