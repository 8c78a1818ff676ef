namespace Chancery.Reading.Network;

/// <summary>
/// The likeliest names of a sentence. Where they begin and end is sought over all types together, as the best path through outside,
/// beginning and inside (Viterbi 1967), so that a name of doubtful type is still a name; its type is then the likeliest over its
/// words. It holds the memory for one sentence.
/// </summary>
internal sealed class NamePath
{
    /// <summary>One in the logarithm of a share is as many in <see cref="Shares"/>.</summary>
    public const int ShareUnit = 16;
    private const int States = 3,
        Outside = 0,
        Begin = 1,
        Inside = 2;
    private float[] _scores = new float[NameMarks.Count * 64],
        _sums = new float[States * 64];
    private byte[] _from = new byte[States * 64];
    private int _length;
    private bool _named;

    /// <summary>Opens a sentence of as many words.</summary>
    public void Open(int length)
    {
        _length = 0;
        _named = false;
        if (_from.Length >= length * States)
            return;
        _scores = new float[length * 2 * NameMarks.Count];
        _sums = new float[length * 2 * States];
        _from = new byte[length * 2 * States];
    }

    /// <summary>Adds the scores of the marks of the next word.</summary>
    public void Add(ReadOnlySpan<float> scores)
    {
        scores.CopyTo(_scores.AsSpan(_length * NameMarks.Count));
        var (begin, inside) = (Together(scores, 1), Together(scores, 2));
        _named |= begin > scores[0] || inside > scores[0];
        var at = _length++ * States;
        if (at == 0)
        {
            _sums[Outside] = scores[0];
            _sums[Begin] = begin;
            _sums[Inside] = float.MinValue;
            return;
        }

        var before = _sums.AsSpan(at - States, States);
        var any = before[Begin] > before[Outside] ? Begin : Outside;
        if (before[Inside] > before[any])
            any = Inside;
        var named = before[Inside] > before[Begin] ? Inside : Begin;
        (_from[at + Outside], _from[at + Begin], _from[at + Inside]) = ((byte)any, (byte)any, (byte)named);
        _sums[at + Outside] = before[any] + scores[0];
        _sums[at + Begin] = before[any] + begin;
        _sums[at + Inside] = before[named] + inside;
    }

    /// <summary>Fills in the marks of the sentence.</summary>
    public void Fill(Span<byte> marks)
    {
        marks.Clear();
        if (!_named)
            return;
        var last = _sums.AsSpan((_length - 1) * States, States);
        var state = last[Begin] > last[Outside] ? Begin : Outside;
        if (last[Inside] > last[state])
            state = Inside;
        var end = _length;
        for (var word = _length - 1; word >= 0; word--)
        {
            if (state == Begin)
                Mark(marks, word, end);
            if (state != Inside)
                end = word;
            state = _from[(word * States) + state];
        }
    }

    /// <summary>
    /// The share of each type in a name between two words, as the logarithm in units of 1 / <see cref="ShareUnit"/>, not below -128.
    /// </summary>
    public void Shares(int first, int end, Span<sbyte> shares)
    {
        Span<float> sums = stackalloc float[NameMarks.Types];
        var largest = float.MinValue;
        for (var type = 0; type < sums.Length; type++)
            largest = MathF.Max(largest, sums[type] = ScoreOf((NameType)type, first, end));
        var whole = 0f;
        foreach (var sum in sums)
            whole += Activation.Exp(sum - largest);
        largest += Activation.Log(whole);
        for (var type = 0; type < sums.Length; type++)
            shares[type] = (sbyte)MathF.Max(-128f, MathF.Round((sums[type] - largest) * ShareUnit));
    }

    private void Mark(Span<byte> marks, int first, int end)
    {
        var best = NameType.Person;
        var most = float.MinValue;
        for (var type = NameType.Person; type <= NameType.Other; type++)
        {
            var sum = ScoreOf(type, first, end);
            if (sum > most)
                (best, most) = (type, sum);
        }

        marks[first] = (byte)NameMarks.Begin(best);
        marks[(first + 1)..end].Fill((byte)NameMarks.Inside(best));
    }

    private float ScoreOf(NameType type, int first, int end)
    {
        var sum = _scores[(first * NameMarks.Count) + NameMarks.Begin(type)];
        for (var word = first + 1; word < end; word++)
            sum += _scores[(word * NameMarks.Count) + NameMarks.Inside(type)];
        return sum;
    }

    // The scores of every second mark from one on, as one.
    private static float Together(ReadOnlySpan<float> scores, int first)
    {
        var largest = scores[first];
        for (var mark = first + 2; mark < scores.Length; mark += 2)
            largest = MathF.Max(largest, scores[mark]);
        // Far below the score of no name the others add nothing that could matter.
        if (largest < scores[0] - 8f)
            return largest;
        var sum = 0f;
        for (var mark = first; mark < scores.Length; mark += 2)
            sum += Activation.Exp(scores[mark] - largest);
        return largest + Activation.Log(sum);
    }
}
