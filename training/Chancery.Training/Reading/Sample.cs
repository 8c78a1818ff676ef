using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>A sentence to learn from.</summary>
internal sealed class Sample
{
    /// <summary>For each word, the number of its form in the <see cref="FormTable"/>.</summary>
    public required int[] Forms { get; init; }

    public required Targets Universal { get; init; }

    public required Targets Penn { get; init; }

    /// <summary>The marks of names; null where nothing is known of names.</summary>
    public required Targets? Names { get; set; }

    /// <summary>The columns of heads: 0 for the root, i + 1 for word i.</summary>
    public required Targets Arcs { get; init; }

    /// <summary>The column of the head to which the relation of each word is learnt.</summary>
    public required short[] Heads { get; init; }

    public required Targets Labels { get; init; }

    public int Length => Forms.Length;

    public static Sample Of(ConlluSentence sentence, FormTable forms, bool withNames) =>
        new()
        {
            Forms = [.. sentence.Forms.Select(f => forms.Add(f, labelled: true))],
            Universal = Targets.Of(sentence.Tags.Select(t => (int)t)),
            Penn = Targets.Of(sentence.Penn.Select(t => (int)t)),
            Arcs = Targets.Of(sentence.Heads.Select(h => h + 1)),
            Heads = [.. sentence.Heads.Select(h => (short)(h + 1))],
            Labels = Targets.Of(sentence.Labels.Select(l => (int)Relations.Parse(l))),
            Names = withNames ? Marks(sentence) : null,
        };

    private static Targets Marks(ConlluSentence sentence)
    {
        var marks = new int[sentence.Length];
        foreach (var name in EntityLayer.Names(sentence))
            for (var i = name.FirstToken; i < name.EndToken; i++)
                marks[i] = i == name.FirstToken ? NameMarks.Begin(name.Type) : NameMarks.Inside(name.Type);
        return Targets.Of(marks);
    }
}
