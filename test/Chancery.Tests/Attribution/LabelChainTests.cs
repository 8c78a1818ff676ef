using Chancery.Attribution.Spotting;

namespace Chancery.Tests.Attribution;

public sealed class LabelChainTests
{
    [Fact]
    public void The_best_labels_are_those_that_trying_all_finds()
    {
        const int Rows = 5,
            Labels = 5,
            Stride = 8;
        var state = 7u;
        for (var round = 0; round < 40; round++)
        {
            var scores = new float[Rows * Stride];
            var pairs = new float[Labels * Labels];
            for (var i = 0; i < scores.Length; i++)
                scores[i] = Next(ref state);
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = Next(ref state);
            var best = new byte[Rows];
            new LabelChain().Best(scores, Stride, Rows, Labels, pairs, best);
            float top = float.NegativeInfinity;
            for (var code = 0; code < 3125; code++)
            {
                var labels = Enumerable.Range(0, Rows).Select(row => code / (int)Math.Pow(Labels, row) % Labels).ToArray();
                if (Sum(labels, scores, pairs) is { } sum && sum > top)
                    top = sum;
            }

            Assert.Equal(top, Sum([.. best.Select(label => (int)label)], scores, pairs)!.Value, 4);
        }

        static float Next(ref uint state)
        {
            state = (state * 1664525u) + 1013904223u;
            return (state >> 8) / 8388608f;
        }

        static float? Sum(int[] labels, float[] scores, float[] pairs)
        {
            var sum = 0f;
            for (var row = 0; row < labels.Length; row++)
            {
                if (!LabelChain.MayFollow(labels[row], row == 0 ? -1 : labels[row - 1]))
                    return null;
                sum += scores[(row * Stride) + labels[row]] + (row == 0 ? 0 : pairs[(labels[row - 1] * Labels) + labels[row]]);
            }

            return sum;
        }
    }

    [Fact]
    public void A_further_word_follows_only_its_own_kind()
    {
        Assert.False(LabelChain.MayFollow(2, -1));
        Assert.False(LabelChain.MayFollow(4, 2));
        Assert.True(LabelChain.MayFollow(4, 3));
        Assert.True(LabelChain.MayFollow(3, 2));
    }
}
