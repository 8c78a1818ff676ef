using Chancery.Reading;

namespace Chancery.Cli.Evaluation;

/// <summary>What the reader got right in a part of a treebank, summed over its documents.</summary>
internal sealed class ReadingTally
{
    private static readonly NameType[] MainTypes = [NameType.Person, NameType.Organisation, NameType.Place, NameType.Event];

    public int Words { get; set; }

    public int Tags { get; set; }

    public int Heads { get; set; }

    public int Relations { get; set; }

    public int Lemmas { get; set; }

    public int RawWords { get; set; }

    public int RawWordsRight { get; set; }

    public int RawRelations { get; set; }

    public int Sentences { get; set; }

    public int RawSentences { get; set; }

    public int RawSentencesRight { get; set; }

    /// <summary>Names by type: ours, those of the treebank, and those in both with the same words and type.</summary>
    public (int Ours, int Gold, int Both)[] Names { get; } = new (int, int, int)[Enum.GetValues<NameType>().Length];

    /// <summary>The figures under their published names. Those of names stand only where the treebank has names.</summary>
    public IEnumerable<Figure> Figures(string prefix)
    {
        yield return new($"{prefix}n", Words);
        yield return new($"{prefix}upos", Share(Tags, Words));
        yield return new($"{prefix}uas", Share(Heads, Words));
        yield return new($"{prefix}las", Share(Relations, Words));
        yield return new($"{prefix}lemma", Share(Lemmas, Words));
        yield return new($"{prefix}raw_las", Harmonic(RawRelations, RawWords, Words));
        yield return new($"{prefix}token_f1", Harmonic(RawWordsRight, RawWords, Words));
        yield return new($"{prefix}sentence_f1", Harmonic(RawSentencesRight, RawSentences, Sentences));
        if (Names.All(n => n.Gold == 0))
            yield break;
        yield return new($"{prefix}names_f1", Harmonic(Sum(n => n.Both), Sum(n => n.Ours), Sum(n => n.Gold)));
        foreach (var type in MainTypes)
        {
            var (ours, gold, both) = Names[(int)type];
            if (gold > 0)
                yield return new($"{prefix}names_f1_{type.ToString().ToLowerInvariant()}", Harmonic(both, ours, gold));
        }
    }

    private int Sum(Func<(int Ours, int Gold, int Both), int> part) => MainTypes.Sum(type => part(Names[(int)type]));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Harmonic(int same, int ours, int gold) => ours + gold == 0 ? 0 : 2.0 * same / (ours + gold);
}
