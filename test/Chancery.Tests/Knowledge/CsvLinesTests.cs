using Chancery.Record;

namespace Chancery.Tests.Knowledge;

public sealed class CsvLinesTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "a|b;c|d")]
    [InlineData("a,b\r\nc,d", "a|b;c|d")]
    [InlineData("\"a,b\",c\n", "a,b|c")]
    [InlineData("\"say \"\"no\"\"\",x\r\ny,z", "say \"no\"|x;y|z")]
    [InlineData("\"two\nlines\",x\nlast,\n", "two\nlines|x;last|")]
    [InlineData("a,\"\",b\n\n,,\n", "a||b;||")]
    [InlineData("\"open, to the end", "open, to the end")]
    [InlineData("", "")]
    public void Rows_are_cut_where_the_standard_cuts_them(string text, string expected)
        => Assert.Equal(expected, string.Join(';', CsvLines.Rows(text).Select(static row => string.Join('|', row))));
}
