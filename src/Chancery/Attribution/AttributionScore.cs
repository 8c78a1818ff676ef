using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Counts how found attributions agree with labelled ones. Stretches are taken as words and cut at the ends of sentences; a stretch that
/// several attributions share counts once. A relation is right where the cues overlap, the sources overlap or neither has one, and the
/// words of the contents agree with an F1 of 0.8 or more.
/// </summary>
internal sealed class AttributionScore
{
    private readonly SpanCount[] _spans = [new(), new(), new()];
    private readonly SortedDictionary<string, ClassCount> _classes = new(StringComparer.Ordinal);

    /// <summary>The labelled attributions so far.</summary>
    public int Gold { get; private set; }

    /// <summary>The attributions found so far.</summary>
    public int Found { get; private set; }

    /// <summary>The relations that are right.</summary>
    public int Right { get; private set; }

    /// <summary>The counts for sources, cues and contents, in this order.</summary>
    public IReadOnlyList<SpanCount> Spans => _spans;

    /// <summary>The labelled attributions by form and by class of cue, with what was found of them.</summary>
    public IReadOnlyDictionary<string, ClassCount> Classes => _classes;

    public double RelationF1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

    /// <summary>Adds a document.</summary>
    public void Add(ParsedText text, IReadOnlyList<LabelledAttribution> gold, IReadOnlyList<LabelledAttribution> found)
    {
        Count(text, 0, gold.Select(a => a.Source), found.Select(a => a.Source));
        Count(text, 1, gold.Select(a => a.Cue), found.Select(a => a.Cue));
        Count(text, 2, gold.Select(a => a.Content), found.Select(a => a.Content));
        Gold += gold.Count;
        Found += found.Count;
        var mine = found.Select(a => Words(text, a)).ToList();
        foreach (var labelled in gold)
        {
            var (source, cue, content) = Words(text, labelled);
            var best = mine.FindIndex(m => m.Cue.Overlaps(cue) && Agree(m.Source, source) && Close(m.Content, content));
            var hit = best >= 0 ? best : mine.FindIndex(m => m.Cue.Overlaps(cue));
            if (best >= 0)
                Right++;
            foreach (var name in new[] { Form(text, labelled), Class(text, labelled) })
            {
                if (!_classes.TryGetValue(name, out var count))
                    _classes[name] = count = new ClassCount();
                count.Gold++;
                if (best >= 0)
                    count.Right++;
                if (hit < 0)
                    continue;
                count.Cue++;
                if (mine.Any(m => m.Cue.Overlaps(cue) && Agree(m.Source, source)))
                    count.Source++;
                if (mine.Any(m => m.Cue.Overlaps(cue) && Close(m.Content, content)))
                    count.Content++;
            }

            if (hit >= 0)
                mine.RemoveAt(hit);
        }
    }

    /// <summary>The words of stretches of text, each stretch cut at the ends of sentences: first and one past the last word.</summary>
    public static List<(int First, int End)> Cut(ParsedText text, IEnumerable<Span> spans)
    {
        var cut = new List<(int First, int End)>();
        foreach (var span in spans)
        {
            var first = At(text, span.Start);
            while (first < text.Tokens.Length && text.Tokens[first].Span.Start < span.End)
            {
                var end = first + 1;
                var limit = text.Sentences[text.SentenceOf(first)].EndToken;
                while (end < limit && text.Tokens[end].Span.Start < span.End)
                    end++;
                cut.Add((first, end));
                first = end;
            }
        }

        return cut;
    }

    /// <summary>The first word that begins at a place of the text or after it.</summary>
    public static int At(ParsedText text, int place)
    {
        int low = 0,
            high = text.Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (text.Tokens[middle].Span.Start < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Count(ParsedText text, int role, IEnumerable<Span[]> gold, IEnumerable<Span[]> found)
    {
        var wanted = gold.SelectMany(spans => Cut(text, spans)).ToHashSet();
        var got = found.SelectMany(spans => Cut(text, spans)).ToHashSet();
        var count = _spans[role];
        count.Gold += wanted.Count;
        count.Found += got.Count;
        count.Exact += wanted.Count(got.Contains);
        count.GoldHit += wanted.Count(w => got.Any(g => g.First < w.End && w.First < g.End));
        count.FoundHit += got.Count(g => wanted.Any(w => g.First < w.End && w.First < g.End));
    }

    private static (HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content) Words(ParsedText text, LabelledAttribution attribution)
    {
        return (Set(attribution.Source), Set(attribution.Cue), Set(attribution.Content));

        HashSet<int> Set(Span[] spans)
        {
            var set = new HashSet<int>();
            foreach (var (first, end) in Cut(text, spans))
                for (var i = first; i < end; i++)
                    set.Add(i);
            return set;
        }
    }

    private static bool Agree(HashSet<int> a, HashSet<int> b) => (a.Count == 0 && b.Count == 0) || a.Overlaps(b);

    private static bool Close(HashSet<int> a, HashSet<int> b) =>
        a.Count + b.Count > 0 && 2.0 * a.Count(b.Contains) / (a.Count + b.Count) >= 0.8;

    private static string Form(ParsedText text, LabelledAttribution attribution)
    {
        var words = attribution.Content[0].In(text.Document.Text);
        if (words.Length > 0 && words[0] is '"' or '“')
            return "direct";
        return attribution.Content.Any(span => span.In(text.Document.Text).IndexOfAny('"', '“') >= 0) ? "mixed" : "indirect";
    }

    private static string Class(ParsedText text, LabelledAttribution attribution)
    {
        foreach (var (first, end) in Cut(text, attribution.Cue))
        {
            for (var i = first; i < end; i++)
            {
                var token = text.Tokens[i];
                var key =
                    token.Tag == UniversalTag.VERB ? "verb:"
                    : token.Tag == UniversalTag.NOUN ? "noun:"
                    : null;
                if (key is null || !AttributionTables.Cues.TryGetValue(key + token.Lemma, out var word))
                    continue;
                return $"{(word.Class is "mental" or "evidence" ? word.Class : "communication")}_{key[..4]}";
            }
        }

        return "other_cue";
    }
}
