namespace Chancery.Reading.Network;

/// <summary>
/// How the words of several sentences lie in memory while they are read together: longest sentence first, and all first words, then
/// all second words and so on, so that each step of a recurrent layer is one product over neighbouring rows.
/// </summary>
internal sealed class BatchLayout
{
    private int[] _starts = new int[64];
    private int[] _counts = new int[64];

    /// <summary>The number of words.</summary>
    public int Rows { get; private set; }

    /// <summary>The length of the longest sentence.</summary>
    public int Steps { get; private set; }

    /// <summary>The number of sentences.</summary>
    public int Sentences { get; private set; }

    /// <summary>Lays out sentences of the given lengths, which do not grow.</summary>
    public void Arrange(ReadOnlySpan<int> lengths)
    {
        Sentences = lengths.Length;
        Steps = lengths.IsEmpty ? 0 : lengths[0];
        if (_starts.Length < Steps)
        {
            _starts = new int[Steps * 2];
            _counts = new int[Steps * 2];
        }

        Rows = 0;
        var alive = lengths.Length;
        for (var step = 0; step < Steps; step++)
        {
            while (lengths[alive - 1] <= step)
                alive--;
            _starts[step] = Rows;
            _counts[step] = alive;
            Rows += alive;
        }
    }

    /// <summary>The row where a step begins.</summary>
    public int Start(int step) => _starts[step];

    /// <summary>How many sentences have a word at a step.</summary>
    public int Count(int step) => _counts[step];

    /// <summary>The row of a word of a sentence.</summary>
    public int Row(int sentence, int word) => _starts[word] + sentence;
}
