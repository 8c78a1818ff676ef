using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>
/// The topics of <c>codebook/topics/topics.csv</c> and a matcher over them. A pattern is a row of words in their dictionary form: a plural is
/// met by itself, a star stands for any ending, a tilde for up to three words between. The matcher needs no parse, so that it gives
/// the same answer on a readout, a headline and a list. A match wholly inside a longer one of another topic gives way to it.
/// </summary>
public sealed class Topics
{
    private const int Gap = 3;
    private static readonly Lazy<Topics> Embedded = new(() => new Topics(EmbeddedTable.Rows("codebook/topics/topics.csv").Select(Row)));

    private readonly FrozenDictionary<string, Topic> _byName;
    private readonly FrozenDictionary<string, ImmutableArray<Pattern>> _byFirst;
    private readonly ImmutableArray<Pattern> _open;

    /// <summary>Makes the index of a table of topics; names must be unique.</summary>
    public Topics(IEnumerable<Topic> topics)
    {
        All = [.. topics];
        _byName = All.ToFrozenDictionary(topic => topic.Name, StringComparer.OrdinalIgnoreCase);
        var patterns = All.SelectMany(topic => topic.Patterns.Select(pattern => new Pattern(topic, pattern, CutPattern(pattern)))).ToList();
        _open = [.. patterns.Where(pattern => pattern.Words[0].EndsWith('*'))];
        _byFirst = patterns
            .Where(pattern => !pattern.Words[0].EndsWith('*'))
            .GroupBy(pattern => pattern.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The topics that the engine carries.</summary>
    public static Topics Standard => Embedded.Value;

    /// <summary>All topics in the order of the table.</summary>
    public ImmutableArray<Topic> All { get; }

    /// <summary>The topic of this name, whatever the case; null where there is none.</summary>
    public Topic? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether raising the one is raising the other: the same topic, or one that belongs to it.</summary>
    public bool IsWithin(Topic topic, Topic other)
    {
        var at = topic;
        for (var steps = 0; at is not null && steps < 8; steps++)
        {
            if (string.Equals(at.Name, other.Name, StringComparison.Ordinal))
                return true;
            at = at.Parent is null ? null : Named(at.Parent);
        }

        return false;
    }

    /// <summary>What a run of tokens raises, in the order of the text.</summary>
    public ImmutableArray<TopicMatch> Find(ParsedText text, int firstToken, int endToken) =>
        firstToken >= endToken ? [] : Find(text.Document.Text, text.SpanOf(firstToken, endToken));

    /// <summary>What a stretch of text raises, in the order of the text.</summary>
    public ImmutableArray<TopicMatch> Find(string text, Span range)
    {
        var words = TopicWord.Cut(text, range);
        var found = new List<TopicMatch>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var form in Forms(words[i].Lower))
                if (_byFirst.TryGetValue(form, out var patterns))
                    Try(patterns, words, i, found);
            Try(_open, words, i, found);
        }

        return Outermost(found);
    }

    private static void Try(ImmutableArray<Pattern> patterns, List<TopicWord> words, int first, List<TopicMatch> found)
    {
        foreach (var pattern in patterns)
            if (End(pattern.Words, words, first) is var end and > 0)
                found.Add(new TopicMatch(pattern.Topic, words[first].Span.Cover(words[end - 1].Span), pattern.Written));
    }

    private static int End(ImmutableArray<string> pattern, List<TopicWord> words, int first)
    {
        if (!words[first].Is(pattern[0]))
            return 0;
        var at = first + 1;
        for (var i = 1; i < pattern.Length; i++)
        {
            var slack = 0;
            if (pattern[i] == "~")
            {
                slack = Gap;
                i++;
            }

            while (at < words.Count && words[at].Joined && !words[at].Is(pattern[i]) && slack-- > 0)
                at++;
            if (at >= words.Count || !words[at].Joined || !words[at].Is(pattern[i]))
                return 0;
            at++;
        }

        return at;
    }

    private static ImmutableArray<TopicMatch> Outermost(List<TopicMatch> found)
    {
        found.Sort(
            (a, b) =>
                a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
                : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End)
                : string.CompareOrdinal(a.Topic.Name, b.Topic.Name)
        );
        var kept = ImmutableArray.CreateBuilder<TopicMatch>();
        var widest = new Span(-1, -1);
        foreach (var match in found)
        {
            if (widest.Contains(match.Span) && widest != match.Span)
                continue;
            if (kept.Count > 0 && kept[^1].Span == match.Span && kept[^1].Topic == match.Topic)
                continue;
            if (match.Span.End > widest.End)
                widest = match.Span;
            kept.Add(match);
        }

        return kept.ToImmutable();
    }

    private static IEnumerable<string> Forms(string lower)
    {
        yield return lower;
        if (lower.Length < 3 || lower[^1] != 's')
            yield break;
        yield return lower[..^1];
        if (lower.EndsWith("ies", StringComparison.Ordinal))
            yield return lower[..^3] + "y";
        else if (lower.EndsWith("es", StringComparison.Ordinal))
            yield return lower[..^2];
    }

    private static ImmutableArray<string> CutPattern(string pattern) =>
        [
            .. pattern
                .Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word != "s")
                .Select(word => word.ToLowerInvariant()),
        ];

    private static Topic Row(IReadOnlyList<string> row) =>
        new(
            row[0],
            row[1].Length == 0 ? null : row[1],
            [.. row[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            row[3]
        );

    private sealed record Pattern(Topic Topic, string Written, ImmutableArray<string> Words);
}
