using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Chancery.Tests.House;

/// <summary>The arrows of the journey run one way: a stage uses only those before it, and the engine none of the projects around it.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Journey = ["Record", "Reading", "Knowledge", "Actors", "Dating", "Coding", "Attribution", "Accounts"];

    private static readonly Architecture Engine = new ArchLoader().LoadAssemblies(typeof(Clerk).Assembly).Build();

    private static readonly Architecture Whole = new ArchLoader()
        .LoadAssemblies(typeof(Clerk).Assembly, typeof(Chancery.Intake.Door).Assembly, typeof(Chancery.Archive.ArchiveWriter).Assembly)
        .Build();

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_stage_knows_no_later_stage(string stage, string later)
    {
        IObjectProvider<IType> here = Types().That().ResideInNamespaceMatching($@"^Chancery\.{stage}(\..*)?$").As(stage);
        IObjectProvider<IType> there = Types().That().ResideInNamespaceMatching($@"^Chancery\.{later}(\..*)?$").As(later);
        Assert.NotEmpty(here.GetObjects(Engine));
        Types().That().Are(here).Should().NotDependOnAny(there).Check(Engine);
    }

    [Fact]
    public void The_arrows_are_seen_at_all() =>
        Assert.False(
            Types()
                .That()
                .ResideInNamespaceMatching(@"^Chancery\.Accounts(\..*)?$")
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Chancery\.Record(\..*)?$"))
                .HasNoViolations(Engine)
        );

    [Theory]
    [InlineData("Intake", "Archive")]
    [InlineData("Archive", "Intake")]
    public void Intake_and_archive_know_only_the_engine(string one, string other) =>
        Types()
            .That()
            .ResideInNamespaceMatching($@"^Chancery\.{one}(\..*)?$")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^Chancery\.{other}(\..*)?$"))
            .Check(Whole);

    public static TheoryData<string, string> Arrows()
    {
        var arrows = new TheoryData<string, string>();
        for (var stage = 0; stage < Journey.Length; stage++)
            for (var later = stage + 1; later < Journey.Length; later++)
                arrows.Add(Journey[stage], Journey[later]);
        return arrows;
    }
}
