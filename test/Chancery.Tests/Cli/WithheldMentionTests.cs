using System.Text.Json;
using Chancery.Cli.Explaining;
using Chancery.Record;

namespace Chancery.Tests.Cli;

public sealed class WithheldMentionTests
{
    private static readonly Document Text = Document.Of("The forum met in Suva.", "t");

    private static readonly Mention Withheld = new()
    {
        DocumentId = Text.Id,
        Spans = [new Span(0, 9)],
        Rule = "actors/bloc",
        Confidence = .31,
        Form = MentionForm.Title,
        Candidates =
        [
            new Entity
            {
                Id = "igo/PIF",
                Name = "Pacific Islands Forum",
                Type = EntityType.Igo,
                Span = new Span(0, 9),
            },
        ],
        Reasons = [new("entities", "models/mentions.csv", "withheld: too often wrong")],
    };

    [Fact]
    public void Why_says_that_nobody_is_named_and_who_might_be()
    {
        using var line = JsonDocument.Parse(EntryJson.Write(Withheld, Text, new CodePoints(Text.Text)));
        var grounds = Explanation.Of(line.RootElement, [line.RootElement]);
        var nobody = Assert.Single(grounds, static ground => ground.Field == "entities");
        Assert.Equal("models/mentions.csv", nobody.Basis);
        var candidate = Assert.Single(grounds, static ground => ground.Field == "candidates[0]");
        Assert.Contains("igo/PIF", candidate.Value, StringComparison.Ordinal);
        Assert.Contains("withheld", candidate.Detail, StringComparison.Ordinal);
    }
}
