namespace Chancery.Training.Reading;

/// <summary>
/// What one head of the network should say of each word of a sentence: the right choice, or the few likeliest of a teacher with
/// their shares, which sum to one.
/// </summary>
internal sealed class Targets
{
    private readonly int _choices;
    private readonly short[] _choice;
    private readonly Half[] _share;

    private Targets(int words, int choices)
    {
        _choices = choices;
        _choice = new short[words * choices];
        _share = new Half[words * choices];
    }

    /// <summary>One right choice a word.</summary>
    public static Targets Of(IEnumerable<int> gold)
    {
        var right = gold.ToArray();
        var targets = new Targets(right.Length, 1);
        for (var word = 0; word < right.Length; word++)
        {
            targets._choice[word] = (short)right[word];
            targets._share[word] = Half.One;
        }

        return targets;
    }

    /// <summary>The likeliest of the shares that a teacher gives: a row of <paramref name="width"/> a word.</summary>
    public static Targets Likeliest(ReadOnlySpan<float> shares, int width, int words, int choices)
    {
        var targets = new Targets(words, choices);
        for (var word = 0; word < words; word++)
        {
            var row = shares.Slice(word * width, width);
            var sum = 0f;
            for (var k = 0; k < choices; k++)
            {
                var best = -1;
                for (var i = 0; i < width; i++)
                    if ((best < 0 || row[i] > row[best]) && !targets.Chose(word, k, i))
                        best = i;
                targets._choice[(word * choices) + k] = (short)Math.Max(best, 0);
                targets._share[(word * choices) + k] = best < 0 ? Half.Zero : (Half)row[best];
                sum += best < 0 ? 0f : row[best];
            }

            for (var k = 0; k < choices; k++)
                targets._share[(word * choices) + k] = (Half)((float)targets._share[(word * choices) + k] / sum);
        }

        return targets;
    }

    /// <summary>The choices of a word, and beside them their shares.</summary>
    public ReadOnlySpan<short> Choice(int word) => _choice.AsSpan(word * _choices, _choices);

    /// <inheritdoc cref="Choice"/>
    public ReadOnlySpan<Half> Share(int word) => _share.AsSpan(word * _choices, _choices);

    private bool Chose(int word, int count, int choice) => _choice.AsSpan(word * _choices, count).Contains((short)choice);
}
