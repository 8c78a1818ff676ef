namespace Chancery.Reading.Network;

/// <summary>
/// Chooses the heads of a sentence from their scores, so that they form a tree with one root. The best head of each word mostly does
/// already; only otherwise is the maximum spanning tree sought (Chu and Liu 1965, Edmonds 1967), without recursion.
/// </summary>
internal sealed class TreeDecoder
{
    private const int Exact = 80;

    // Chosen on the development parts: .0002 to .0004 of LAS for both sizes; more of it loses on GUM.
    private const float Near = 1.5f;
    private int[] _mark = new int[64];

    /// <summary>
    /// Fills <paramref name="heads"/> with the index of each word's head, -1 for the root. <paramref name="scores"/> has a row a
    /// word; column 0 is the root. The scores of a word on itself are overwritten.
    /// </summary>
    public void Decode(Span<float> scores, int stride, Span<int> heads)
    {
        var length = heads.Length;
        var roots = 0;
        for (var word = 0; word < length; word++)
        {
            var row = scores.Slice(word * stride, length + 1);
            row[word + 1] = float.MinValue;
            heads[word] = IndexOfMax(row) - 1;
            if (heads[word] < 0)
                roots++;
        }

        if (roots != 1 || HasCycle(heads))
        {
            KeepOneRoot(scores, stride, length);
            if (length <= Exact)
                SpanningTree.Solve(scores, stride, heads);
            else
                Repair(scores, stride, heads);
        }

        Uncross(scores, stride, heads);
    }

    // An arc that spans an ancestor of its own head ("Goita, who seized power, travelled and signed", with "signed" beside "seized") is rare in English: where the
    // scores are near each other the ancestor takes the word.
    private static void Uncross(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        for (var word = 0; word < heads.Length; word++)
        {
            var head = heads[word];
            if (head < 0 || Math.Abs(head - word) < 2)
                continue;
            var (low, high) = head < word ? (head, word) : (word, head);
            for (var above = heads[head]; above >= 0; above = heads[above])
            {
                if (above <= low || above >= high)
                    continue;
                if (scores[(word * stride) + 1 + head] - scores[(word * stride) + 1 + above] < Near)
                    heads[word] = above;
                break;
            }
        }
    }

    // A sentence too long for the cubic search: best heads, and each cycle opened where hanging on the root costs least.
    private void Repair(Span<float> scores, int stride, Span<int> heads)
    {
        var root = 0;
        for (var word = 0; word < heads.Length; word++)
        {
            heads[word] = IndexOfMax(scores.Slice(word * stride, heads.Length + 1)) - 1;
            if (heads[word] < 0)
                root = word;
        }

        if (_mark.Length < heads.Length)
            _mark = new int[heads.Length * 2];
        var mark = _mark.AsSpan(0, heads.Length);
        mark.Clear();
        for (var word = 0; word < heads.Length; word++)
        {
            var at = word;
            while (at >= 0 && mark[at] == 0)
            {
                mark[at] = word + 1;
                at = heads[at];
            }

            if (at < 0 || mark[at] != word + 1)
                continue;
            var (open, least) = (at, float.MaxValue);
            var node = at;
            do
            {
                var cost = scores[(node * stride) + 1 + heads[node]] - scores[(node * stride) + 1 + root];
                if (cost < least)
                    (open, least) = (node, cost);
                node = heads[node];
            } while (node != at);
            heads[open] = root;
        }
    }

    private bool HasCycle(ReadOnlySpan<int> heads)
    {
        if (_mark.Length < heads.Length)
            _mark = new int[heads.Length * 2];
        var mark = _mark.AsSpan(0, heads.Length);
        mark.Clear();
        for (var word = 0; word < heads.Length; word++)
        {
            var at = word;
            while (at >= 0 && mark[at] == 0)
            {
                mark[at] = word + 1;
                at = heads[at];
            }

            if (at >= 0 && mark[at] == word + 1)
                return true;
        }

        return false;
    }

    // The root is the word that gains most by hanging on it rather than on its best other head.
    private static void KeepOneRoot(Span<float> scores, int stride, int length)
    {
        var best = 0;
        var bestGain = float.MinValue;
        for (var word = 0; word < length; word++)
        {
            var row = scores.Slice(word * stride, length + 1);
            var gain = length == 1 ? 0 : row[0] - row[1 + IndexOfMax(row[1..])];
            if (gain <= bestGain)
                continue;
            bestGain = gain;
            best = word;
        }

        for (var word = 0; word < length; word++)
            if (word != best)
                scores[word * stride] = float.MinValue;
            else
                scores.Slice((word * stride) + 1, length).Fill(float.MinValue);
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[best])
                best = i;
        return best;
    }
}
