using Chancery.Reading;
using Chancery.Reading.Lexis;

namespace Chancery.Training.Lexis;

/// <summary>Writes the words whose lemma the rules of inflection miss, as the treebanks have it: <c>lemmas OUT.csv TRAIN.conllu...</c></summary>
internal static class LemmaVerb
{
    public static int Run(string[] arguments)
    {
        var counts = new SortedDictionary<(string Form, string Penn), SortedDictionary<string, int>>();
        foreach (var file in arguments[1..])
            foreach (var line in File.ReadLines(file))
                Count(line, counts);

        using var output = new StreamWriter(arguments[0]) { NewLine = "\n" };
        output.WriteLine("form,penn,lemma,source");
        foreach (var ((form, penn), lemmas) in counts)
        {
            var best = lemmas.MaxBy(pair => pair.Value);
            var tag = PennTags.Parse(penn);
            if (Lemmatizer.ByRule(form, UniversalTag.X, tag) != best.Key && 2 * best.Value > lemmas.Values.Sum())
                output.WriteLine($"{form},{penn},{best.Key},English EWT and GUM treebanks");
        }

        return 0;
    }

    private static void Count(string line, SortedDictionary<(string Form, string Penn), SortedDictionary<string, int>> counts)
    {
        var fields = line.Split('\t');
        if (fields.Length < 8 || !int.TryParse(fields[0], out _) || fields[3] is "PROPN" or "X" or "PUNCT" or "SYM" or "NUM")
            return;
        var (form, lemma) = (fields[1].ToLowerInvariant().Replace('’', '\''), fields[2].ToLowerInvariant());
        if (
            !form.All(c => char.IsLetter(c) || c is '\'' or '-' or '.')
            || lemma is "_"
            || !lemma.All(c => char.IsLetter(c) || c is '\'' or '-' or '.')
        )
            return;
        if (fields[9].Contains("CorrectForm", StringComparison.Ordinal) || fields[5].Contains("Typo=Yes", StringComparison.Ordinal))
            return;
        if (!counts.TryGetValue((form, fields[4]), out var lemmas))
            counts[(form, fields[4])] = lemmas = new(StringComparer.Ordinal);
        lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
    }
}
