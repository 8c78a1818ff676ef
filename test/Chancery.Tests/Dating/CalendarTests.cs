using Chancery.Dating;

namespace Chancery.Tests.Dating;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("Lunar New Year", 2024, "2024-02-10")]
    [InlineData("Eid al-Fitr", 2024, "2024-04-10")]
    [InlineData("Eid al-Adha", 2024, "2024-06-16")]
    [InlineData("Nowruz", 2024, "2024-03-20")]
    [InlineData("Rosh Hashanah", 2024, "2024-10-03")]
    [InlineData("Passover", 2024, "2024-04-23")]
    [InlineData("Easter Sunday", 2024, "2024-03-31")]
    [InlineData("Orthodox Easter", 2024, "2024-05-05")]
    [InlineData("Thanksgiving", 2024, "2024-11-28")]
    [InlineData("Memorial Day", 2024, "2024-05-27")]
    public void Falls_on(string name, int year, string day)
    {
        Assert.True(NamedDays.Find(name, out var named, out _));
        Assert.Equal(DateOnly.Parse(day), named!.In(year));
    }
}
