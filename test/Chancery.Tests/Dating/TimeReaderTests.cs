using Chancery.Actors;
using Chancery.Dating;
using Chancery.Record;

namespace Chancery.Tests.Dating;

/// <summary>Times of reports written for these tests, read without tags and trees.</summary>
public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("Last year, the premier made a trip to Lima in March. She made another, to Quito, in October.", "October", "2023-10")]
    [InlineData("Both blocs have grown over the past year.", "the past year", "P1Y")]
    [InlineData("The ministers met on Oct. 22-24 in Geneva.", "Oct. 22-24", "2023-10-22/2023-10-24")]
    [InlineData("The statement on the October 7 attack was read out.", "October 7", "2023-10-07")]
    [InlineData("The envoy arrived at 1700 GMT.", "1700 GMT", "2024-02-08T17:00Z")]
    [InlineData("The talks come Saturday ahead of the Lunar New Year.", "Saturday", "2024-02-10")]
    [InlineData("The two states mark 60 years of relations.", "60 years", "P60Y")]
    [InlineData("They met on Tuesday. That evening the talks broke off.", "That evening", "2024-02-06TEV")]
    [InlineData("They met on Tuesday. The following morning they left.", "The following morning", "2024-02-07TMO")]
    [InlineData("The border stays open for the time being.", "the time being", "PRESENT_REF")]
    [InlineData("It fell in the third quarter of last year.", "the third quarter of last year", "2023-Q3")]
    public void Reads(string sentence, string words, string value)
    {
        var text = new PlainReader().Read(Document.Of(sentence, published: new DateOnly(2024, 2, 8)));
        var chronology = TimeReader.Read(text, new Cast([], text.Tokens.Length), DocumentDating.Date(text));
        Assert.Contains(
            chronology.Expressions,
            expression => expression.Span.In(sentence).ToString() == words && expression.Value == value
        );
    }

    [Theory]
    [InlineData("Prices fell as they had on Black Monday.")]
    [InlineData("The families of Bloody Sunday wrote to him.")]
    public void A_day_that_is_a_name_is_no_weekday_of_the_report(string sentence)
    {
        var text = new PlainReader().Read(Document.Of(sentence, published: new DateOnly(2024, 2, 8)));
        Assert.Empty(TimeReader.Read(text, new Cast([], text.Tokens.Length), DocumentDating.Date(text)).Expressions);
    }

    [Fact]
    public void Text_of_any_sort_is_read()
    {
        string[] texts =
        [
            "",
            "\n\n",
            "1 2 3 4-5-6 / : 12:",
            "the the the last",
            "2024",
            "\ud83d\ude00 every",
            new string('9', 5000),
            string.Join(' ', Enumerable.Repeat("two weeks before", 5000)),
        ];
        foreach (var text in texts)
        {
            var parsed = new PlainReader().Read(Document.Of(text));
            Assert.NotNull(TimeReader.Read(parsed, new Cast([], parsed.Tokens.Length), DocumentDating.Date(parsed)));
        }
    }
}
