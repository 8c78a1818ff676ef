using System.Text.RegularExpressions;

namespace Chancery.Tests.House;

public sealed partial class SourceTests
{
    [Fact]
    public void No_file_is_longer_than_500_lines() =>
        Assert.Equal([], Repository.Sources("src").Where(file => File.ReadLines(file).Count() > 500));

    [Fact]
    public void Nothing_is_left_undone() =>
        Assert.Equal([], Repository.Sources("src").Where(file => Undone().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void A_file_has_one_public_type() =>
        Assert.Equal([], Repository.Sources("src").Where(file => PublicType().Count(File.ReadAllText(file)) > 1));

    [Fact]
    public void Names_come_from_the_field() =>
        Assert.Equal(
            [],
            Repository
                .Sources("src")
                .Where(file =>
                    Path.GetRelativePath(Repository.Root, file)
                        .Split('/', '.')
                        .Any(part =>
                            part is "Utils" or "Helpers" or "Common" or "Misc" or "Base" or "Interfaces" or "Models"
                            || part.EndsWith("Manager", StringComparison.Ordinal)
                            || part.EndsWith("Helper", StringComparison.Ordinal)
                        )
                )
        );

    [Fact]
    public void The_engine_touches_no_file_console_or_environment() =>
        Assert.Equal([], Repository.Sources(Path.Combine("src", "Chancery")).Where(file => Outside().IsMatch(File.ReadAllText(file))));

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK)\b|NotImplementedException", RegexOptions.NonBacktracking)]
    private static partial Regex Undone();

    [GeneratedRegex(@"^public [a-z ]*(?:class|record|struct|interface|enum) ", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bFile\.(?:Open|Read|Write|Exists)|\bConsole\.|\bEnvironment\.(?!NewLine)|\bDirectory\.", RegexOptions.None, 1000)]
    private static partial Regex Outside();
}
