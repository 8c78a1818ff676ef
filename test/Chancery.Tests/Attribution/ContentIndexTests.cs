using Chancery.Attribution;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

public sealed class ContentIndexTests
{
    [Fact]
    public void It_finds_what_going_over_all_of_them_finds()
    {
        // Every stretch of a short line, so that all ways of lying within and beside one another are met.
        var contents = new List<IReadOnlyList<Span>>();
        for (var start = 0; start < 7; start++)
            for (var end = start + 1; end < 8; end++)
                contents.Add([new Span(start, end), new Span(start + 20, end + 20)]);
        var index = new ContentIndex(contents);
        for (var start = 0; start < 30; start++)
        {
            for (var end = start + 1; end < 30; end++)
            {
                var place = new Span(start, end);
                var wanted = Enumerable.Range(0, contents.Count).Where(i => contents[i].Any(stretch => stretch.Contains(place)));
                Assert.Equal(wanted, index.Holding(place).Order());
            }
        }
    }

    [Fact]
    public void None_hold_anything_where_there_are_none() => Assert.Empty(new ContentIndex([]).Holding(new Span(0, 1)));
}
