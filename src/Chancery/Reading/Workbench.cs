using Chancery.Reading.Lexis;
using Chancery.Reading.Network;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Reading;

/// <summary>What one thread needs to read: the encoder's memory, the cache of forms and the lemmas met. Results do not depend on what it has read before.</summary>
internal sealed class Workbench(Network.Network network)
{
    private const int BatchWords = 1200;
    private static readonly int Tags = Enum.GetValues<UniversalTag>().Length,
        Penns = Enum.GetValues<PennTag>().Length;
    private static readonly int Labels = Enum.GetValues<Relation>().Length;

    private readonly Encoder _encoder = new(network, Kernel.Best);
    private readonly FormCache _forms = new(network, Kernel.Best);
    private readonly TreeDecoder _decoder = new();
    private readonly Lemmatizer _lemmatizer = new();
    private readonly NamePath _names = new();
    private int[] _lengths = new int[64],
        _slots = new int[256],
        _heads = new int[64];
    private nint[] _gates = new nint[256];
    private byte[] _beside = new byte[64];

    /// <summary>Fills the tokens, the name marks and, at the first token of each name, the shares of its types.</summary>
    public void Read(string text, List<Span> words, List<SentenceDraft> drafts, Token[] tokens, byte[] marks, sbyte[] shares)
    {
        // Like lengths together, longest first; ties in the order of the text, so that batches do not depend on the sort.
        var order = new int[drafts.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(
            order,
            (a, b) =>
            {
                var difference = Length(drafts[b]) - Length(drafts[a]);
                return difference != 0 ? difference : a - b;
            }
        );
        var from = 0;
        while (from < order.Length)
        {
            int to = from,
                count = 0;
            while (to < order.Length && (to == from || count + Length(drafts[order[to]]) <= BatchWords))
                count += Length(drafts[order[to++]]);
            Batch(text, words, drafts, order.AsSpan(from, to - from), tokens, marks, shares);
            from = to;
        }
    }

    private static int Length(SentenceDraft draft) => draft.EndWord - draft.FirstWord;

    private void Batch(
        string text,
        List<Span> words,
        List<SentenceDraft> drafts,
        ReadOnlySpan<int> batch,
        Token[] tokens,
        byte[] marks,
        sbyte[] shares
    )
    {
        if (_lengths.Length < batch.Length)
            _lengths = new int[batch.Length * 2];
        for (var i = 0; i < batch.Length; i++)
            _lengths[i] = Length(drafts[batch[i]]);
        var layout = _encoder.Layout;
        layout.Arrange(_lengths.AsSpan(0, batch.Length));
        if (_slots.Length < layout.Rows)
        {
            _slots = new int[layout.Rows * 2];
            _gates = new nint[layout.Rows * 2];
        }

        _forms.Reserve(layout.Rows);
        for (var s = 0; s < batch.Length; s++)
            for (var i = 0; i < _lengths[s]; i++)
                _slots[layout.Row(s, i)] = _forms.Slot(words[drafts[batch[s]].FirstWord + i].In(text));
        _forms.Project();
        for (var row = 0; row < layout.Rows; row++)
            _gates[row] = _forms.Gates(_slots[row]);
        _encoder.Encode(_gates.AsSpan(0, layout.Rows));

        if (_heads.Length < layout.Rows)
            _heads = new int[layout.Rows * 2];
        var pairs = 0;
        for (var s = 0; s < batch.Length; s++)
        {
            var heads = _heads.AsSpan(pairs, _lengths[s]);
            _decoder.Decode(_encoder.ArcScores(s, _lengths[s], out var stride), stride, heads);
            for (var i = 0; i < _lengths[s]; i++)
                _encoder.Pair(pairs + i, s, i, heads[i]);
            pairs += _lengths[s];
        }

        var labels = _encoder.LabelScores();
        pairs = 0;
        for (var s = 0; s < batch.Length; s++)
        {
            Fill(
                text,
                words,
                drafts[batch[s]].FirstWord,
                s,
                _heads.AsSpan(pairs, _lengths[s]),
                labels[(pairs * NetworkShape.Relation)..],
                tokens,
                marks,
                shares
            );
            pairs += _lengths[s];
        }
    }

    private void Fill(
        string text,
        List<Span> words,
        int first,
        int sentence,
        ReadOnlySpan<int> heads,
        ReadOnlySpan<float> labels,
        Token[] tokens,
        byte[] marks,
        sbyte[] shares
    )
    {
        var shape = network.Shape;
        _names.Open(heads.Length);
        for (var i = 0; i < heads.Length; i++)
        {
            var scores = _encoder.Output(_encoder.Layout.Row(sentence, i));
            var tag = (UniversalTag)Best(scores[..Tags]);
            var penn = (PennTag)Best(scores.Slice(shape.PennAt, Penns));
            _names.Add(scores.Slice(shape.NameAt, NameMarks.Count));
            var form = words[first + i].In(text);
            var relation = (Relation)Best(labels.Slice(i * NetworkShape.Relation, Labels));
            if (heads[i] < 0)
                relation = Relation.Root;
            else if (relation == Relation.Root)
                relation = Relation.Dep;
            // A conjunction is the argument of no verb: "concerns that China could support Putin".
            else if (tag == UniversalTag.SCONJ && relation == Relation.Obj)
                relation = Relation.Mark;
            tokens[first + i] = new Token
            {
                Span = words[first + i],
                Tag = tag,
                Penn = penn,
                Features = Morphology.Of(form, tag, penn),
                Lemma = _lemmatizer.Of(form, tag, penn),
                Head = heads[i] < 0 ? -1 : first + heads[i],
                Relation = relation,
            };
        }

        if (_beside.Length < heads.Length)
            _beside = new byte[heads.Length * 2];
        ParseMending.Settle(text, tokens, first, _beside.AsSpan(0, heads.Length), _lemmatizer);
        _names.Fill(marks.AsSpan(first, heads.Length));
        for (var i = 0; i < heads.Length; i++)
        {
            if (!NameMarks.IsBegin(marks[first + i]))
                continue;
            var end = i + 1;
            while (end < heads.Length && marks[first + end] != 0 && !NameMarks.IsBegin(marks[first + end]))
                end++;
            _names.Shares(i, end, shares.AsSpan((first + i) * NameMarks.Types, NameMarks.Types));
        }

        for (var i = first; i < first + heads.Length; i++)
        {
            if (tokens[i].Relation != Relation.AuxPass || tokens[i].Head < 0)
                continue;
            ref var verb = ref tokens[tokens[i].Head];
            verb = verb with { Features = verb.Features | Features.VoicePass };
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}
