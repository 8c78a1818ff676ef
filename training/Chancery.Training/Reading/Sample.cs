using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>A sentence to learn from.</summary>
internal sealed class Sample
{
    /// <summary>For each word, the number of its form in the <see cref="FormTable"/>.</summary>
    public required int[] Forms { get; init; }

    public required byte[] Universal { get; init; }

    public required byte[] Penn { get; init; }

    /// <summary>The marks of names; null where nothing is known of names.</summary>
    public required byte[]? Names { get; init; }

    /// <summary>The column of each head: 0 for the root, i + 1 for word i.</summary>
    public required short[] Heads { get; init; }

    public required byte[] Labels { get; init; }

    public int Length => Forms.Length;

    public static Sample Of(ConlluSentence sentence, FormTable forms, bool withNames) => new()
    {
        Forms = [.. sentence.Forms.Select(f => forms.Add(f))],
        Universal = [.. sentence.Tags.Select(t => (byte)t)],
        Penn = [.. sentence.Penn.Select(t => (byte)t)],
        Heads = [.. sentence.Heads.Select(h => (short)(h + 1))],
        Labels = [.. sentence.Labels.Select(l => (byte)Relations.Parse(l))],
        Names = withNames ? Marks(sentence) : null,
    };

    private static byte[] Marks(ConlluSentence sentence)
    {
        var marks = new byte[sentence.Length];
        foreach (var name in EntityLayer.Names(sentence))
            for (var i = name.FirstToken; i < name.EndToken; i++)
                marks[i] = (byte)(i == name.FirstToken ? NameMarks.Begin(name.Type) : NameMarks.Inside(name.Type));
        return marks;
    }
}
