using System.Text;
using Chancery.Reading;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores the reader against a treebank, from gold tokens and from the raw text rebuilt from it, paragraph by paragraph. Relations
/// count with their subtypes and punctuation counts; an attachment is right from raw text when both words are.
/// </summary>
internal sealed class ConlluScore
{
    private int _words, _upos, _uas, _las, _lemma, _rawWords, _rawSame, _rawLas, _goldSentences, _rawSentences, _rawSentencesSame;

    public static IReadOnlyList<Figure> Of(string path, NeuralReader reader)
    {
        var score = new ConlluScore();
        foreach (var document in TreebankDocument.Read(File.ReadLines(path)))
        {
            score.AddGold(document.Sentences, reader);
            score.AddRaw(document, reader);
        }

        return score.Figures();
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Harmonic(int same, int ours, int gold) => ours + gold == 0 ? 0 : 2.0 * same / (ours + gold);

    private IReadOnlyList<Figure> Figures() =>
    [
        new("n", _words), new("upos", Share(_upos, _words)), new("uas", Share(_uas, _words)), new("las", Share(_las, _words)),
        new("lemma", Share(_lemma, _words)), new("raw_las", Harmonic(_rawLas, _rawWords, _words)), new("token_f1", Harmonic(_rawSame, _rawWords, _words)),
        new("sentence_f1", Harmonic(_rawSentencesSame, _rawSentences, _goldSentences)),
    ];

    private void AddGold(IReadOnlyList<ConlluSentence> sentences, NeuralReader reader)
    {
        var text = new StringBuilder();
        var words = new List<Span>();
        var drafts = new List<SentenceDraft>();
        foreach (var sentence in sentences)
        {
            var first = words.Count;
            foreach (var form in sentence.Forms)
            {
                words.Add(new Span(text.Length, text.Length + form.Length));
                text.Append(form).Append(' ');
            }

            drafts.Add(new SentenceDraft(first, words.Count, drafts.Count, SentenceRole.Body));
        }

        var parsed = reader.Read(Document.Of(text.ToString()), words, drafts);
        for (var s = 0; s < sentences.Count; s++)
        {
            var first = drafts[s].FirstWord;
            for (var i = 0; i < sentences[s].Length; i++)
            {
                var token = parsed.Tokens[first + i];
                _words++;
                if (token.Tag == sentences[s].Tags[i]) _upos++;
                if (string.Equals(token.Lemma, sentences[s].Lemmas[i], StringComparison.OrdinalIgnoreCase)) _lemma++;
                if ((token.Head < 0 ? -1 : token.Head - first) != sentences[s].Heads[i]) continue;
                _uas++;
                if (token.Relation.Label() == sentences[s].Labels[i]) _las++;
            }
        }
    }

    private void AddRaw(TreebankDocument document, NeuralReader reader)
    {
        var sentences = document.Sentences;
        var spans = document.Words;
        var gold = new Dictionary<Span, (int Sentence, int Word)>();
        for (var s = 0; s < spans.Count; s++)
            for (var i = 0; i < spans[s].Length; i++) gold.TryAdd(spans[s][i], (s, i));

        var parsed = reader.Read(Document.Of(document.Text));
        var goldEnds = spans.Where(s => s.Length > 0).Select(s => new Span(s[0].Start, s[^1].End)).ToHashSet();
        _goldSentences += goldEnds.Count;
        _rawSentences += parsed.Sentences.Length;
        _rawSentencesSame += parsed.Sentences.Count(s => goldEnds.Contains(s.Span));
        _rawWords += parsed.Tokens.Length;
        foreach (var token in parsed.Tokens)
        {
            if (!gold.TryGetValue(token.Span, out var at)) continue;
            _rawSame++;
            var head = sentences[at.Sentence].Heads[at.Word];
            var headRight = token.Head < 0 ? head < 0 : head >= 0 && parsed.Tokens[token.Head].Span == spans[at.Sentence][head];
            if (headRight && token.Relation.Label() == sentences[at.Sentence].Labels[at.Word]) _rawLas++;
        }
    }
}
