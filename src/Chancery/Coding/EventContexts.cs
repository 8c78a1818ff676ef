using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// PLOVER's general contexts by <c>codebook/events/contexts.csv</c>: those that an event's own words show, and, kept apart, those that the document as
/// a whole is about. PLOVER's manual warns that the second say little of a single event. What PLOVER files beside them (future, historical,
/// hypothetical, negated) is the record's status.
/// </summary>
internal sealed class EventContexts
{
    // A document is about what a fifth of its sentences speak of, and never about what one sentence mentions.
    private const int Share = 5;
    private const int Most = 4;

    private static readonly Lazy<Topics> Table = new(() =>
        new Topics(
            EmbeddedTable
                .Rows("codebook/events/contexts.csv")
                .Select(row => new Topic(
                    row[0],
                    null,
                    [.. row[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                    row[2]
                ))
        )
    );

    private readonly ParsedText _text;
    private readonly ImmutableArray<TopicMatch>[] _bySentence;

    /// <summary>Finds what the words of each sentence show.</summary>
    public EventContexts(ParsedText text)
    {
        _text = text;
        _bySentence = new ImmutableArray<TopicMatch>[text.Sentences.Length];
        for (var i = 0; i < _bySentence.Length; i++)
            _bySentence[i] = Table.Value.Find(text.Document.Text, text.Sentences[i].Span);
    }

    /// <summary>The contexts of the table, in its order.</summary>
    public static IEnumerable<string> All => Table.Value.All.Select(context => context.Name);

    /// <summary>The contexts that these tokens of one sentence show, in the order of their names.</summary>
    public ImmutableArray<string> Of(List<int> words)
    {
        if (words.Count == 0)
            return [];
        SortedSet<string>? found = null;
        foreach (var match in _bySentence[_text.SentenceOf(words[0])])
            if (words.BinarySearch(_text.TokenAt(match.Span.Start)) >= 0)
                (found ??= new(StringComparer.Ordinal)).Add(match.Topic.Name);
        return found is null ? [] : [.. found];
    }

    /// <summary>What the document as a whole is about: the contexts that most of its sentences show, the most frequent first.</summary>
    public ImmutableArray<string> OfDocument()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var matches in _bySentence)
            foreach (var name in matches.Select(match => match.Topic.Name).Distinct())
                counts[name] = counts.GetValueOrDefault(name) + 1;
        var least = Math.Max(2, (_bySentence.Length + Share - 1) / Share);
        return
        [
            .. counts
                .Where(context => context.Value >= least)
                .OrderByDescending(context => context.Value)
                .ThenBy(context => context.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(context => context.Key),
        ];
    }
}
