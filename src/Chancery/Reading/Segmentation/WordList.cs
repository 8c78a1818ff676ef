using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>A set of words kept as a data file: one a row in the first column, with its source in the last.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private WordList(FrozenSet<string> words) => _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is in the list, in lower case or as it stands.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (_words.Contains(word))
            return true;
        if (word.Length > 32)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _words.Contains(lower);
    }

    /// <summary>The rows of <c>codebook/reading/NAME.csv</c> whose second column is the given kind; every row where it is null, but for those of a kind to leave out.</summary>
    public static WordList Load(string name, string? kind = null, string? without = null)
    {
        var words = EmbeddedTable
            .Rows($"codebook/reading/{name}.csv")
            .Where(row => (kind is null || row[1] == kind) && row[1] != without)
            .Select(row => row[0]);
        return new WordList(words.ToFrozenSet(StringComparer.Ordinal));
    }
}
