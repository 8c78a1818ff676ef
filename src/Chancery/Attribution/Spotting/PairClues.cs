using Chancery.Reading;

namespace Chancery.Attribution.Spotting;

/// <summary>What is seen of a word beside a cue: how far they stand apart, by which way the tree joins them, and what stands between.</summary>
internal sealed class PairClues(TextView view)
{
    /// <summary>The most clues that a pair has.</summary>
    public const int Most = 20;

    private readonly int[] _depthOf = new int[view.Text.Tokens.Length];
    private readonly List<int> _chain = [];
    private int _head,
        _first,
        _end;
    private readonly List<(int First, int End)> _others = [];

    /// <summary>Readies a cue, the words of which are given, among all cues of the text in order.</summary>
    public void Take(int first, int end, List<(int First, int End)> cues)
    {
        var window = Window(view, first);
        var next = cues.BinarySearch((window.First, 0));
        _others.Clear();
        for (next = next < 0 ? ~next : next; next < cues.Count && cues[next].First < window.End; next++)
            if (cues[next].First != first)
                _others.Add(cues[next]);
        foreach (var link in _chain)
            _depthOf[link] = 0;
        _chain.Clear();
        (_first, _end) = (first, end);
        _head = HeadOf(view.Text, first, end);
        for (var at = _head; at >= 0 && _chain.Count < 200; at = view.Text.Tokens[at].Head)
        {
            _chain.Add(at);
            _depthOf[at] = _chain.Count;
        }
    }

    /// <summary>The word of a stretch that hangs on one outside it.</summary>
    public static int HeadOf(ParsedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text.Tokens[i].Head < first || text.Tokens[i].Head >= end)
                if (text.Tokens[i].Tag != UniversalTag.PUNCT && text.Tokens[i].Relation is not (Relation.Aux or Relation.AuxPass))
                    return i;
        return first;
    }

    /// <summary>The words around a cue that may play a part beside it: its paragraph, and the two sentences before and after.</summary>
    public static (int First, int End) Window(TextView view, int cue)
    {
        var text = view.Text;
        int at = view.Sentence[cue],
            from = at,
            to = at;
        while (
            from > 0
            && (at - from < 2 || text.Sentences[from - 1].Paragraph == text.Sentences[at].Paragraph)
            && cue - text.Sentences[from - 1].FirstToken < 120
        )
            from--;
        while (
            to + 1 < text.Sentences.Length
            && (to - at < 2 || text.Sentences[to + 1].Paragraph == text.Sentences[at].Paragraph)
            && text.Sentences[to + 1].EndToken - cue < 200
        )
            to++;
        return (text.Sentences[from].FirstToken, text.Sentences[to].EndToken);
    }

    /// <summary>Writes the keys of the clues of a word beside the cue and gives their number.</summary>
    public int Of(int i, Span<ulong> keys)
    {
        var text = view.Text;
        var token = text.Tokens[i];
        var n = 0;
        var inside = i >= _first && i < _end;
        var distance =
            i < _first ? i - _first
            : i >= _end ? i - _end + 1
            : 0;
        var sentences = view.Sentence[i] - view.Sentence[_head];
        var paragraphs = text.Sentences[view.Sentence[i]].Paragraph - text.Sentences[view.Sentence[_head]].Paragraph;
        ulong apart = (ulong)(Bucket(distance) + 32),
            tag = (ulong)token.Tag,
            quoted = view.Quoted[i],
            cueQuoted = view.Quoted[_head];
        var marks = (ulong)Math.Min(4, Math.Abs(view.Marks[i] - view.Marks[_head]));
        var others = Between(distance < 0 ? i : _end, distance < 0 ? _first : i);
        ulong where = (ulong)((Math.Clamp(sentences, -3, 3) + 3) * 8) + (ulong)(Math.Clamp(paragraphs, -2, 2) + 2);
        var (path, branch, low) = Path(i);
        ulong cueClass = view.Class[_head],
            cueRelation = (ulong)text.Tokens[_head].Relation;
        keys[n++] = ClueKey.Of(40, apart, inside ? 1UL : 0UL);
        keys[n++] = ClueKey.Of(41, apart, tag, (ulong)token.Relation);
        keys[n++] = ClueKey.Of(42, path);
        keys[n++] = ClueKey.Of(43, path, view.Lemma[_head]);
        keys[n++] = ClueKey.Of(44, path, cueClass, distance < 0 ? 0UL : 1UL);
        keys[n++] = ClueKey.Of(45, branch, cueClass, cueRelation);
        keys[n++] = ClueKey.Of(46, branch, view.Lemma[_head]);
        keys[n++] = ClueKey.Of(47, marks, quoted, cueQuoted + (distance < 0 ? 4UL : 0UL));
        keys[n++] = ClueKey.Of(48, where, marks, quoted);
        keys[n++] = ClueKey.Of(49, others, distance < 0 ? 1UL : 0UL, where);
        keys[n++] = ClueKey.Of(50, branch, Edge(i, low), tag);
        keys[n++] = ClueKey.Of(51, Edge(i, low), quoted, (ulong)token.Relation);
        keys[n++] = ClueKey.Of(52, view.Lemma[_head], distance < 0 ? 0UL : 1UL, quoted);
        keys[n++] = ClueKey.Of(53, (ulong)Commas(i, distance), distance < 0 ? 0UL : 1UL, branch);
        keys[n++] = ClueKey.Of(54, branch, token.Tag == UniversalTag.PUNCT ? view.Lemma[i] : 0UL, apart < 40 ? apart : 40);
        keys[n++] = ClueKey.Of(55, view.Names[i], branch, (ulong)token.Penn);
        if (token.Tag is UniversalTag.PUNCT or UniversalTag.SCONJ or UniversalTag.ADP or UniversalTag.PART or UniversalTag.PRON)
            keys[n++] = ClueKey.Of(56, view.Lemma[i], path);
        keys[n++] = ClueKey.Of(57, cueRelation, where, cueClass);
        return n;
    }

    /// <summary>The way from cue to word, the branch that it begins with, and the word where it comes down into that branch.</summary>
    private (ulong Path, ulong Branch, int Low) Path(int i)
    {
        var tokens = view.Text.Tokens;
        int at = i,
            down = 0,
            low = i;
        ulong path = 7,
            last = 0;
        while (at >= 0 && _depthOf[at] == 0)
        {
            if (down < 4)
                path = ClueKey.Of(1, path, (ulong)tokens[at].Relation);
            last = (ulong)tokens[at].Relation;
            low = at;
            at = tokens[at].Head;
            if (++down > 200)
                break;
        }

        var up = at < 0 ? 30 : _depthOf[at] - 1;
        ulong climbed = 0;
        for (var link = 0; link < Math.Min(up, Math.Min(2, _chain.Count)); link++)
            climbed = (climbed * 128) + (ulong)tokens[_chain[link]].Relation + 1;
        // A long way down is told by its first and last step alone.
        if (down > 4)
            path = ClueKey.Of(2, last, (ulong)tokens[i].Relation);
        path = ClueKey.Of(3, path, climbed, (ulong)Math.Min(up, 4));
        var side = down > 0 && low > _head ? 1UL : 0UL;
        return (path, ClueKey.Of(4, last, climbed + (side << 60), (ulong)Math.Min(up, 4)), low);
    }

    /// <summary>Whether a word begins or ends the branch that it stands in, or how near it is to its end.</summary>
    private ulong Edge(int i, int low)
    {
        int first = view.Reach.First(low),
            end = view.Reach.End(low);
        return (ulong)(
            i == first ? 1
            : i == end - 1 ? 2
            : i < first || i >= end ? 3
            : 0
        );
    }

    private ulong Between(int from, int to)
    {
        var count = 0UL;
        foreach (var (first, end) in _others)
        {
            if (first >= to || count == 3)
                break;
            if (first >= from && end <= to)
                count++;
        }

        return count;
    }

    private int Commas(int i, int distance)
    {
        int from = distance < 0 ? i : _end,
            to = distance < 0 ? _first : i,
            count = 0;
        if (to - from > 60)
            return 4;
        for (; from < to; from++)
            if (view.Text.Tokens[from].Penn == PennTag.Comma)
                count++;
        return Math.Min(count, 3);
    }

    private static int Bucket(int distance)
    {
        var size = Math.Abs(distance);
        var bucket =
            size <= 4 ? size
            : size <= 6 ? 5
            : size <= 9 ? 6
            : size <= 14 ? 7
            : size <= 22 ? 8
            : size <= 35 ? 9
            : size <= 60 ? 10
            : 11;
        return distance < 0 ? -bucket : bucket;
    }
}
