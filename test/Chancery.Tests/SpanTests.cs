using Chancery.Record;

namespace Chancery.Tests;

public sealed class SpanTests
{
    [Fact]
    public void Spans_that_only_touch_do_not_overlap() => Assert.False(new Span(0, 3).Overlaps(new Span(3, 5)));

    [Fact]
    public void Code_points_count_a_surrogate_pair_once()
    {
        var points = new CodePoints("a\U0001F600b");
        Assert.Equal((0, 1, 2, 3), (points.At(0), points.At(1), points.At(3), points.At(4)));
    }
}
