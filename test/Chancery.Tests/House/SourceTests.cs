using System.Text.RegularExpressions;

namespace Chancery.Tests.House;

public sealed partial class SourceTests
{
    private static readonly string[] Journey = ["Record", "Reading", "Knowledge", "Actors", "Dating", "Coding", "Attribution", "Accounts"];

    [Fact]
    public void No_file_is_longer_than_500_lines()
        => Assert.Equal([], Repository.Sources("src").Where(file => File.ReadLines(file).Count() > 500));

    [Fact]
    public void Nothing_is_left_undone()
        => Assert.Equal([], Repository.Sources("src").Where(file => Undone().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void A_file_has_one_public_type()
        => Assert.Equal([], Repository.Sources("src").Where(file => PublicType().Count(File.ReadAllText(file)) > 1));

    [Fact]
    public void Names_come_from_the_field()
        => Assert.Equal([], Repository.Sources("src").Where(file => Path.GetRelativePath(Repository.Root, file).Split('/', '.')
            .Any(part => part is "Utils" or "Helpers" or "Common" or "Misc" or "Base" or "Interfaces" or "Models" || part.EndsWith("Manager", StringComparison.Ordinal) || part.EndsWith("Helper", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_knows_only_the_stages_before_it(string stage)
    {
        var folder = Path.Combine("src", "Chancery", stage);
        Assert.SkipUnless(Directory.Exists(Path.Combine(Repository.Root, folder)), "the stage has no folder yet");
        var later = Journey[(Array.IndexOf(Journey, stage) + 1)..];
        var backwards = from file in Repository.Sources(folder)
                        from Match use in Using().Matches(File.ReadAllText(file))
                        where later.Contains(use.Groups["stage"].Value)
                        select $"{file} uses {use.Groups["stage"].Value}";
        Assert.Empty(backwards);
    }

    [Fact]
    public void The_engine_touches_no_file_console_or_environment()
        => Assert.Equal([], Repository.Sources(Path.Combine("src", "Chancery")).Where(file => Outside().IsMatch(File.ReadAllText(file))));

    public static TheoryData<string> Stages() => [.. Journey];

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK)\b|NotImplementedException", RegexOptions.NonBacktracking)]
    private static partial Regex Undone();

    [GeneratedRegex(@"^public [a-z ]*(?:class|record|struct|interface|enum) ", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bChancery\.(?<stage>Record|Reading|Knowledge|Actors|Dating|Coding|Attribution|Accounts)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bFile\.(?:Open|Read|Write|Exists)|\bConsole\.|\bEnvironment\.(?!NewLine)|\bDirectory\.", RegexOptions.None, 1000)]
    private static partial Regex Outside();
}
