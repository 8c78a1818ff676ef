using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

public sealed class TopicsTests
{
    [Theory]
    [InlineData("The envoys went over the war that Moscow wages in Ukraine.", "war in Ukraine|Ukraine")]
    [InlineData("Both ministers favour a two-state solution.", "Palestinian question")]
    [InlineData("Talks on the filling of the dam resume.", "GERD dam")]
    [InlineData("They raised tariffs on semiconductors and rare earths.", "tariffs|semiconductors|rare earths")]
    [InlineData("Interference in other countries' internal affairs was rejected.", "external interference")]
    [InlineData("The weather was fine.", "")]
    public void Words_raise_topics(string text, string expected)
    {
        var found = Topics.Standard.Find(text, new Span(0, text.Length)).Select(match => match.Topic.Name).Distinct().ToList();
        if (expected.Length == 0)
            Assert.Empty(found);
        else
            Assert.Contains(found, name => expected.Split('|').Contains(name));
        Assert.All(found, name => Assert.Contains(name, expected.Split('|')));
    }

    [Fact]
    public void Table_has_a_source_a_parent_that_exists_and_a_pattern_that_finds_its_own_topic()
    {
        var topics = Topics.Standard;
        Assert.True(topics.All.Length >= 80);
        foreach (var topic in topics.All)
        {
            Assert.NotEmpty(topic.Source);
            Assert.True(topic.Parent is null || topics.Named(topic.Parent) is not null, topic.Name);
            foreach (var pattern in topic.Patterns)
            {
                var text = pattern.Replace("*", "", StringComparison.Ordinal).Replace("~ ", "", StringComparison.Ordinal);
                Assert.Contains(
                    topics.Find(text, new Span(0, text.Length)),
                    match => topics.IsWithin(match.Topic, topic) || match.Topic.Patterns.Contains(pattern)
                );
            }
        }
    }
}
