using Chancery.Dating;
using Chancery.Record;

namespace Chancery.Tests.Dating;

public sealed class DocumentDatingTests
{
    private static DateValue Date(string text) => DocumentDating.Date(new PlainReader().Read(Document.Of(text)));

    [Fact]
    public void A_dateline_with_a_full_date_is_taken()
    {
        var date = Date("LIMA, March 5, 2021 (Wire) - The two ministers met for an hour.");
        Assert.Equal((new DateOnly(2021, 3, 5), DateBasis.Dateline), (date.Start!.Value, date.Basis));
    }

    [Fact]
    public void Hints_are_brought_together_and_told()
    {
        var date = Date(
            "The ministers met on Tuesday. Brazil assumed the G20 presidency earlier this year.\nChina and France mark 60 years of diplomatic relations this year.\nThe visit comes ahead of Nowruz."
        );
        Assert.Equal(DateBasis.Inferred, date.Basis);
        Assert.Equal(2024, date.Start!.Value.Year);
        Assert.True(date.Reasons.Length >= 3);
    }

    [Theory]
    [InlineData(
        "The minister's call with Minister Silva\n01/08/2022 08:01 PM EST\nOffice of the Spokesperson\n\nThe minister spoke today with Maria Silva.",
        "2022-01-08"
    )]
    [InlineData("Ministers meet\nPublished November 25, 2024 | 02:50 PM\n\nThe ministers met on Monday.", "2024-11-25")]
    [InlineData("Ministers meet\n\nISLAMABAD, (Sample Point News - 25th Nov, 2024) The ministers met on Monday.", "2024-11-25")]
    public void A_day_that_stands_with_a_time_of_day_or_an_agency_heads_the_report(string text, string day)
    {
        var date = Date(text);
        Assert.Equal(
            (DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateBasis.Dateline),
            (date.Start, date.Basis)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("The ministers met on Tuesday and agreed to meet again.")]
    [InlineData("In 2019 he left office.")]
    public void It_abstains_where_nothing_decides(string text) => Assert.True(Date(text).IsUnknown);

    [Theory]
    [InlineData(
        "YEREVAN, Sept 14 (Wire) - Prime Minister Nikol Pashinyan told parliament on Thursday that Armenia would not host the exercises.",
        "2023-09-14"
    )]
    [InlineData(
        "SEOUL, March 3 (Wire) - South Korean President Yoon Suk Yeol and U.S. President Joe Biden spoke by phone on Thursday.",
        "2023-03-03"
    )]
    [InlineData(
        "TOKYO, July 9 (Wire) - The body of former Prime Minister Shinzo Abe arrived. Prime Minister Fumio Kishida said on Friday that he was shocked.",
        "2022-07-09"
    )]
    public void A_head_without_a_year_gets_it_from_the_weekday_and_the_offices(string text, string day)
    {
        var date = Date(text);
        Assert.Equal(
            (day, DateBasis.Inferred),
            (date.Start?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), date.Basis)
        );
        Assert.True(date.Reasons.Length >= 3);
    }

    [Fact]
    public void A_head_without_a_year_alone_leaves_the_day_open_and_says_what_it_saw()
    {
        var date = Date("LONDON, June 5 (Wire) - The minister said on Wednesday that he would resign.");
        Assert.True(date.IsUnknown);
        Assert.Contains("June 5", Assert.Single(date.Reasons), StringComparison.Ordinal);
    }
}
