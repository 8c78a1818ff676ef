using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Reading.Lexis;

/// <summary>
/// The dictionary form of a word from its tag: exceptions learnt from the treebanks first, then the rules of English inflection.
/// Forms met once are kept, so that a text in the steady state makes no new strings.
/// </summary>
internal sealed class Lemmatizer
{
    private const int Capacity = 1 << 16;
    private static readonly FrozenDictionary<string, string> Exceptions = LoadExceptions();
    private static readonly FrozenSet<string> Verbs = EmbeddedTable
        .Rows("codebook/reading/verbs.csv")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string>[] _kept = new Dictionary<string, string>[256];
    private int _count;

    /// <summary>The lemma; lower case unless the word is a name.</summary>
    public string Of(ReadOnlySpan<char> form, UniversalTag tag, PennTag penn)
    {
        var kept = _kept[(int)penn] ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var lookup = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(form, out var lemma))
            return lemma;
        if (_count++ > Capacity)
        {
            Array.Clear(_kept);
            _count = 0;
            kept = _kept[(int)penn] = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var text = form.ToString();
        lemma = string.Intern(Work(text, tag, penn));
        kept[text] = lemma;
        return lemma;
    }

    /// <summary>The lemma by rule alone, which is what the exceptions are exceptions to.</summary>
    internal static string ByRule(string form, UniversalTag tag, PennTag penn)
    {
        if (tag == UniversalTag.PROPN)
            return penn == PennTag.NNPS && form.Length > 3 && form.EndsWith('s') ? Singular(form) : form;
        var word = form.ToLowerInvariant().Replace('’', '\'');
        return penn switch
        {
            PennTag.VBZ => Singular(word),
            PennTag.NNS => Singular(word),
            PennTag.VBG => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) ? Verb(word[..^3], Stem(word[..^3])) : word,
            PennTag.VBD or PennTag.VBN => word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) ? Past(word) : word,
            PennTag.JJR or PennTag.RBR => word.Length > 4 && word.EndsWith("er", StringComparison.Ordinal) ? Degree(word[..^2]) : word,
            PennTag.JJS or PennTag.RBS => word.Length > 5 && word.EndsWith("est", StringComparison.Ordinal) ? Degree(word[..^3]) : word,
            _ => word,
        };
    }

    private static string Work(string form, UniversalTag tag, PennTag penn)
    {
        if (
            Exceptions.TryGetValue($"{penn.Label()} {form.ToLowerInvariant().Replace('’', '\'')}", out var lemma)
            && tag != UniversalTag.PROPN
        )
            return lemma;
        return ByRule(form, tag, penn);
    }

    private static string Singular(string word)
    {
        if (word.Length < 3 || !word.EndsWith('s'))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length > 4 ? word[..^3] + "y" : word[..^1];
        if (
            word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("zzes", StringComparison.Ordinal)
            || word.EndsWith("oes", StringComparison.Ordinal)
        )
            return word[..^2];
        return word.EndsWith("ss", StringComparison.Ordinal) ? word : word[..^1];
    }

    private static string Past(string word) =>
        word.EndsWith("ied", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y" : Verb(word[..^2], Stem(word[..^2]));

    // Spelling alone does not tell "expel" from "expell" or "free" from "fre": a verb of the list goes before one that is not.
    private static string Verb(string stem, string ruled)
    {
        if (Verbs.Contains(ruled))
            return ruled;
        if (Verbs.Contains(stem))
            return stem;
        if (Verbs.Contains(stem + "e"))
            return stem + "e";
        return stem.Length > 3 && stem[^1] == stem[^2] && Verbs.Contains(stem[..^1]) ? stem[..^1] : ruled;
    }

    private static string Degree(string stem) =>
        stem.EndsWith('i') ? stem[..^1] + "y" : Undouble(stem) ?? (NeedsE(stem) ? stem + "e" : stem);

    private static string Stem(string stem) => Undouble(stem) ?? (NeedsE(stem) ? stem + "e" : stem);

    private static string? Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' && stem[^1] == stem[^2]
            ? stem[..^1]
            : null;

    // A stem that English spelling would not leave without its e: "announc", "argu", "chang", "creat", "us", "solv".
    private static bool NeedsE(string stem)
    {
        if (stem.Length < 2)
            return false;
        char last = stem[^1],
            before = stem[^2];
        if (last is 'c' or 'v' or 'u' or 'z')
            return true;
        if (last == 'g')
            return before is 'n' or 'd' or 'r' or 'a' or 'e' or 'l'
                && !stem.EndsWith("ing", StringComparison.Ordinal)
                && !stem.EndsWith("ong", StringComparison.Ordinal);
        if (last == 's')
            return before is not 's' && !stem.EndsWith("us", StringComparison.Ordinal);
        if (last == 'l')
            return before is 'b' or 'd' or 'g' or 'k' or 'p' or 't' or 'f' or 'c' or 'z';
        if (last == 't')
            return before == 'a' && stem.Length > 3 && !IsVowel(stem[^3]);
        if (last == 'r')
            return before is 'i' or 'u' && stem.Length > 2 && !IsVowel(stem[^3])
                || (before == 'a' && stem.Length > 3 && stem[^3] is 'p' or 'l' or 'h');
        if (last == 'd')
            return before is 'i' or 'u' or 'a' && stem.Length > 2 && !IsVowel(stem[^3]);
        if (last is 'k' or 'm' or 'p' or 'n')
            return before is 'a' or 'i' or 'o' && stem.Length is > 2 and < 6 && !IsVowel(stem[^3]) && last != 'n';
        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, string> LoadExceptions()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows("codebook/reading/lemmas.csv"))
            found.TryAdd($"{row[1]} {row[0]}", row[2]);
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
