namespace Chancery.Attribution.Spotting;

/// <summary>
/// The labels of a stretch of words as one decision: O is 0, then for each kind its first word (odd) and its further words (even).
/// A further word follows only words of its own kind.
/// </summary>
internal sealed class LabelChain
{
    private float[] _scores = [];
    private byte[] _from = [];

    /// <summary>Whether one label may stand after another; -1 before the first word.</summary>
    public static bool MayFollow(int label, int before) => label == 0 || (label & 1) == 1 || before == label || before == label - 1;

    /// <summary>The best labels of rows of scores, <paramref name="stride"/> floats apart, with the scores of label pairs.</summary>
    public void Best(ReadOnlySpan<float> scores, int stride, int rows, int labels, ReadOnlySpan<float> pairs, Span<byte> best)
    {
        if (rows == 0)
            return;
        if (_scores.Length < labels * 2)
            _scores = new float[labels * 2];
        if (_from.Length < rows * labels)
            _from = new byte[rows * labels * 2];
        Span<float> before = _scores.AsSpan(0, labels),
            now = _scores.AsSpan(labels, labels);
        for (var label = 0; label < labels; label++)
            before[label] = MayFollow(label, -1) ? scores[label] : float.NegativeInfinity;
        for (var row = 1; row < rows; row++)
        {
            for (var label = 0; label < labels; label++)
            {
                var top = float.NegativeInfinity;
                byte origin = 0;
                for (var last = 0; last < labels; last++)
                {
                    if (!MayFollow(label, last))
                        continue;
                    var sum = before[last] + pairs[(last * labels) + label];
                    if (sum <= top)
                        continue;
                    top = sum;
                    origin = (byte)last;
                }

                now[label] = top + scores[(row * stride) + label];
                _from[(row * labels) + label] = origin;
            }

            var swap = before;
            before = now;
            now = swap;
        }

        byte end = 0;
        for (var label = 1; label < labels; label++)
            if (before[label] > before[end])
                end = (byte)label;
        for (var row = rows - 1; row >= 0; row--)
        {
            best[row] = end;
            end = _from[(row * labels) + end];
        }
    }
}
