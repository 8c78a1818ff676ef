using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// What speaks for what a name names, as hashes: first of its own words (themselves, their clusters, the lists that they stand in), then
/// of its place in the sentence (the words beside it, its governor and dependents). Those beyond the end of the buffer are dropped.
/// </summary>
internal ref struct NameFeatures(Span<uint> room, NameLexicon lexicon)
{
    /// <summary>The most features that a name has.</summary>
    public const int Most = 160;
    private const int LongestName = 8;
    private const ulong NoSense = 99;
    private static readonly ulong Of = FormFeatures.KeyOf("of"),
        And = FormFeatures.KeyOf("and"),
        Ampersand = FormFeatures.KeyOf("&"),
        The = FormFeatures.KeyOf("the");
    private readonly Span<uint> _room = room;
    private readonly NameLexicon _lexicon = lexicon;

    /// <summary>How many there are by now.</summary>
    public int Count { get; private set; }

    /// <summary>Adds those of the words of a name between two tokens; without what lists know of them where they stand in for unlisted names.</summary>
    public void AddWords(string text, ReadOnlySpan<Token> tokens, int first, int end, bool listed = true)
    {
        var length = Math.Min(end - first, LongestName);
        var from = end - length;
        Span<ulong> keys = stackalloc ulong[LongestName];
        var upTo3 = (uint)Math.Min(end - first, 3);
        for (var i = 0; i < length; i++)
        {
            var features = FormFeatures.Of(tokens[from + i].Span.In(text));
            var (fine, coarse) = ClustersOf(features.Key);
            keys[i] = features.Key;
            Add(1, 0, features.Key);
            Add(2, 0, (ulong)fine);
            Add(3, 0, (ulong)coarse);
            Add(4, 0, (ulong)features.Ending3);
            if (i == length - 1)
                Edge(5, upTo3, features, fine);
            if (i == 0)
                Edge(8, upTo3, features, fine);
        }

        keys = keys[..length];
        Add(12, (uint)Math.Min(end - first, 5), 0);
        if (listed)
            AddLists(keys, upTo3);
        AddSenses(keys, upTo3);
        AddShape(text, tokens, first, end);
    }

    /// <summary>Adds those of its place in its sentence, which begins and ends at other tokens.</summary>
    public void AddPlace(string text, ReadOnlySpan<Token> tokens, int first, int end, int sentence, int sentenceEnd)
    {
        var upTo2 = (uint)Math.Min(end - first, 2);
        var before = KeyAt(text, tokens, first - 1, sentence, sentenceEnd);
        Beside(20, before);
        Beside(22, KeyAt(text, tokens, first - 2, sentence, sentenceEnd));
        Beside(24, KeyAt(text, tokens, end, sentence, sentenceEnd));
        Beside(26, KeyAt(text, tokens, end + 1, sentence, sentenceEnd));
        var head = HeadOf(tokens, first, end);
        var relation = (uint)tokens[head].Relation;
        Add(30, relation, 0);
        var preposition = AddDependents(tokens, head, first, end, sentence, sentenceEnd);
        AddGovernor(tokens, head, relation, preposition, upTo2);

        var lemma = LemmaAt(tokens, first - 1, sentence, sentenceEnd);
        Add(50, upTo2, lemma);
        Add(51, 0, NameLexicon.Follow(LemmaAt(tokens, first - 2, sentence, sentenceEnd), lemma));
        Add(52, 0, NameLexicon.Follow(LemmaAt(tokens, end, sentence, sentenceEnd), LemmaAt(tokens, end + 1, sentence, sentenceEnd)));
        var definite = lemma == The ? 1u : 0u;
        Add(56, definite, (uint)Math.Min(end - first, 3));
        Add(57, definite, FormFeatures.KeyOf(tokens[end - 1].Span.In(text)));
        Add(58, (definite * 4) + upTo2, preposition);
        if (first - 1 >= sentence && tokens[first - 1].Tag == UniversalTag.NOUN)
            Sense(64, 0, lemma);
        if (end < sentenceEnd && tokens[end].Tag == UniversalTag.NOUN)
            Sense(66, 0, LemmaAt(tokens, end, sentence, sentenceEnd));
    }

    private static int HeadOf(ReadOnlySpan<Token> tokens, int first, int end)
    {
        var head = first;
        for (var i = first; i < end; i++)
            if (tokens[i].Head < first || tokens[i].Head >= end)
                head = i;
        return head;
    }

    private static ulong KeyAt(string text, ReadOnlySpan<Token> tokens, int at, int sentence, int sentenceEnd) =>
        at >= sentence && at < sentenceEnd ? FormFeatures.KeyOf(tokens[at].Span.In(text)) : 0;

    private static ulong LemmaAt(ReadOnlySpan<Token> tokens, int at, int sentence, int sentenceEnd) =>
        at >= sentence && at < sentenceEnd ? FormFeatures.KeyOf(tokens[at].Lemma) : 0;

    private void AddLists(scoped ReadOnlySpan<ulong> keys, uint upTo3)
    {
        var all = 0UL;
        foreach (var key in keys)
            all = NameLexicon.Follow(all, key);
        Add(11, (uint)keys.Length, all);
        var whole = _lexicon.ListsOf(all) & ~(NameLists.Given | NameLists.Surname);
        Add(13, 0, (ulong)whole);
        Each(14, upTo3, whole);
        var opening = _lexicon.ListsOf(NameLexicon.Follow(0, keys[0])) & NameLists.OfWord;
        var closing = _lexicon.ListsOf(NameLexicon.Follow(0, keys[^1])) & NameLists.OfWord;
        Add(15, upTo3, (ulong)opening);
        Add(16, upTo3, (ulong)closing);
        Each(17, upTo3, opening);
        Each(18, upTo3, closing);
        if (keys.Length == 1)
            return;
        const NameLists People = NameLists.Given | NameLists.Surname | NameLists.Place;
        Add(70, (uint)(opening & People), (ulong)(closing & People));
        Add(71, 0, ((opening & NameLists.Given) != NameLists.None ? 1UL : 0) + ((closing & NameLists.Surname) != NameLists.None ? 2UL : 0));
        AddInner(keys);
        if (keys.Length == 2)
            return;
        var between = NameLists.None;
        foreach (var key in keys[1..^1])
            between |= _lexicon.ListsOf(NameLexicon.Follow(0, key));
        Add(73, 0, (ulong)(between & People));
    }

    // The longest known rows of words within.
    private void AddInner(scoped ReadOnlySpan<ulong> keys)
    {
        for (var length = keys.Length - 1; length >= 2; length--)
        {
            var any = false;
            for (var from = 0; from + length <= keys.Length; from++)
            {
                var row = 0UL;
                foreach (var key in keys.Slice(from, length))
                    row = NameLexicon.Follow(row, key);
                if (_lexicon.ListsOf(row) is var lists and not NameLists.None)
                {
                    Add(
                        72,
                        from + length == keys.Length ? 1u
                            : from == 0 ? 2u
                            : 3u,
                        (ulong)lists
                    );
                    any = true;
                }
            }

            if (any)
                return;
        }
    }

    private void AddSenses(scoped ReadOnlySpan<ulong> keys, uint upTo3)
    {
        if (keys.Length > 1)
            Sense(80, upTo3, keys[0]);
        Sense(82, upTo3, keys[^1]);
        var of = keys.IndexOf(Of);
        if (of > 0)
        {
            Sense(84, upTo3, keys[of - 1]);
            Add(86, 0, keys[of - 1]);
        }

        Add(87, of < 0 ? 0u : 1u, keys.ContainsAny(And, Ampersand) ? 1UL : 0);
    }

    private void AddShape(string text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        var shape = 0UL;
        var opening = tokens[first].Span.In(text);
        if (opening.Length > 1 && char.IsUpper(opening[^1]))
            shape |= 1;
        var capitals = true;
        foreach (var c in tokens[end - 1].Span.In(text))
            capitals &= char.IsUpper(c);
        if (capitals)
            shape |= 2;
        for (var i = first; i < end; i++)
        {
            var form = tokens[i].Span.In(text);
            if (char.IsDigit(form[0]))
                shape |= 4;
            if (form.Length == 2 && form[1] == '.')
                shape |= 8;
        }

        Add(88, (uint)Math.Min(end - first, 4), shape);
    }

    // Gives the preposition of the name, or 0.
    private ulong AddDependents(ReadOnlySpan<Token> tokens, int head, int first, int end, int sentence, int sentenceEnd)
    {
        var preposition = 0UL;
        var relation = (uint)tokens[head].Relation;
        for (var i = sentence; i < sentenceEnd; i++)
        {
            if (tokens[i].Head != head || (i >= first && i < end))
                continue;
            var key = FormFeatures.KeyOf(tokens[i].Lemma);
            if (tokens[i].Relation == Relation.Case)
                preposition = key;
            if (tokens[i].Tag == UniversalTag.NOUN)
                Sense(62, (uint)tokens[i].Relation, key);
            var kind = tokens[i].Relation switch
            {
                Relation.Case => 33u,
                Relation.Appos => 34u,
                Relation.Compound => 35u,
                Relation.Amod => 36u,
                Relation.Cop => 37u,
                _ => 0u,
            };
            if (kind == 0)
                continue;
            Add(kind, relation, key);
            if (kind != 33)
                Add(kind + 5, 0, (ulong)ClustersOf(key).Fine);
        }

        return preposition;
    }

    private void AddGovernor(ReadOnlySpan<Token> tokens, int head, uint relation, ulong preposition, uint upTo2)
    {
        if (tokens[head].Head < 0)
        {
            Add(53, relation, NoSense);
            return;
        }

        var governor = tokens[tokens[head].Head];
        var key = FormFeatures.KeyOf(governor.Lemma);
        Add(31, relation, key);
        Add(32, relation, (ulong)ClustersOf(key).Fine);
        Add(53, relation, (ulong)governor.Tag);
        Add(54, relation, NameLexicon.Follow(preposition, key));
        Add(55, upTo2, NameLexicon.Follow(preposition, (ulong)governor.Tag));
        if (governor.Tag == UniversalTag.NOUN)
            Sense(60, relation, key);
    }

    private void Edge(uint kind, uint upTo3, FormFeatures features, int fine)
    {
        Add(kind, 0, features.Key);
        Add(kind + 1, 0, (ulong)fine);
        Add(kind + 2, upTo3, (ulong)features.Shape);
    }

    private void Beside(uint kind, ulong key)
    {
        Add(kind, 0, key);
        Add(kind + 1, 0, (ulong)ClustersOf(key).Fine);
    }

    private void Sense(uint kind, uint a, ulong word)
    {
        var senses = _lexicon.SensesOf(word);
        Add(kind, a, senses.IsEmpty ? NoSense : (ulong)senses[0]);
        for (var i = 1; i < senses.Length; i++)
            Add(kind + 1, a, senses[i]);
    }

    private void Each(uint kind, uint a, NameLists lists)
    {
        for (var bit = 0; bit < 10; bit++)
            if (((int)lists >> bit & 1) != 0)
                Add(kind, a, (ulong)bit);
    }

    private readonly (int Fine, int Coarse) ClustersOf(ulong key) => _lexicon.Vectors.ClustersOf(_lexicon.Vectors.Find(key));

    private void Add(uint kind, uint a, ulong b)
    {
        if (Count == _room.Length)
            return;
        var hash = ((kind * 0x9e3779b97f4a7c15UL) ^ b ^ ((ulong)a << 40)) * 0xd6e8feb86659fd93UL;
        hash ^= hash >> 29;
        hash *= 0xbf58476d1ce4e5b9UL;
        _room[Count++] = (uint)(hash >> 32);
    }
}
