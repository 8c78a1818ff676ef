using Chancery.Actors;
using Chancery.Coding;
using Chancery.Dating;
using Chancery.Record;
using Chancery.Tests.Dating;

namespace Chancery.Tests.Figures;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("The flood killed at least 42 people.", 42, "person", "at least")]
    [InlineData("Sales surpassed the $30 billion target.", 30e9, "USD", "surpassed")]
    [InlineData("The raid wounded dozens of others.", 24, "person", "at least")]
    [InlineData("Exports rose by 12.5 percent.", 12.5, "percent", null)]
    [InlineData("The two mark 60 years of diplomatic relations.", 60, "year", null)]
    public void Reads(string sentence, double value, string unit, string? comparator)
    {
        var text = new PlainReader().Read(Document.Of(sentence));
        var cast = new Cast([], text.Tokens.Length);
        var figure = Assert.Single(FigureReader.Read(text, cast, TimeReader.Read(text, cast, DateValue.Unknown)));
        Assert.Equal((value, unit, comparator), (figure.Value, figure.Unit, figure.Comparator));
    }
}
