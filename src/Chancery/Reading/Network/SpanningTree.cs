namespace Chancery.Reading.Network;

/// <summary>
/// The maximum spanning tree over the words of a sentence from the root, by contracting cycles. Time and memory are cubic in the
/// length at worst, which the bound on sentences keeps small; the cases that reach it are few.
/// </summary>
internal static class SpanningTree
{
    private const double Never = -1e12;

    /// <summary>Fills in the heads, -1 for the root, from scores as <see cref="TreeDecoder"/> takes them.</summary>
    public static void Solve(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        var nodes = heads.Length + 1;
        var weight = new double[nodes, nodes];
        for (var d = 0; d < nodes; d++)
            for (var h = 0; h < nodes; h++)
                weight[d, h] = d == 0 || d == h ? Never : Math.Max(Never, scores[((d - 1) * stride) + h]);
        var head = Heads(weight);
        for (var word = 0; word < heads.Length; word++)
            heads[word] = head[word + 1] - 1;
    }

    // Each contraction takes away at least one node, so the depth is less than the bound on sentences.
    private static int[] Heads(double[,] weight)
    {
        var nodes = weight.GetLength(0);
        var head = new int[nodes];
        for (var d = 1; d < nodes; d++)
        {
            head[d] = d == 1 ? 0 : 1;
            for (var h = 0; h < nodes; h++)
                if (h != d && weight[d, h] > weight[d, head[d]])
                    head[d] = h;
        }

        var cycle = Cycle(head);
        if (cycle.Count == 0)
            return head;
        var inside = new bool[nodes];
        foreach (var node in cycle)
            inside[node] = true;
        var outer = Enumerable.Range(0, nodes).Where(n => !inside[n]).ToArray();
        var whole = outer.Length;
        var reduced = new double[whole + 1, whole + 1];
        var leaving = new int[whole];
        var entering = new int[whole];
        for (var i = 0; i <= whole; i++)
            reduced[i, i] = Never;
        for (var i = 0; i < whole; i++)
        {
            for (var j = 0; j < whole; j++)
                reduced[i, j] = weight[outer[i], outer[j]];
            leaving[i] = cycle.MaxBy(c => weight[outer[i], c]);
            reduced[i, whole] = outer[i] == 0 ? Never : weight[outer[i], leaving[i]];
            entering[i] = cycle.MaxBy(c => weight[c, outer[i]] - weight[c, head[c]]);
            reduced[whole, i] = weight[entering[i], outer[i]] - weight[entering[i], head[entering[i]]];
        }

        var found = Heads(reduced);
        for (var i = 1; i < whole; i++)
            head[outer[i]] = found[i] == whole ? leaving[i] : outer[found[i]];
        head[entering[found[whole]]] = outer[found[whole]];
        return head;
    }

    private static List<int> Cycle(int[] head)
    {
        var mark = new int[head.Length];
        for (var start = 1; start < head.Length; start++)
        {
            var at = start;
            while (at > 0 && mark[at] == 0)
            {
                mark[at] = start;
                at = head[at];
            }

            if (at <= 0 || mark[at] != start)
                continue;
            var cycle = new List<int> { at };
            for (var next = head[at]; next != at; next = head[next])
                cycle.Add(next);
            return cycle;
        }

        return [];
    }
}
