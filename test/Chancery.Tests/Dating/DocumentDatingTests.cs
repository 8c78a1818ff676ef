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
        var date = Date("The ministers met on Tuesday. Brazil assumed the G20 presidency earlier this year.\nChina and France mark 60 years of diplomatic relations this year.\nThe visit comes ahead of Nowruz.");
        Assert.Equal(DateBasis.Inferred, date.Basis);
        Assert.Equal(2024, date.Start!.Value.Year);
        Assert.True(date.Reasons.Length >= 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("The ministers met on Tuesday and agreed to meet again.")]
    [InlineData("In 2019 he left office.")]
    public void It_abstains_where_nothing_decides(string text) => Assert.True(Date(text).IsUnknown);
}
