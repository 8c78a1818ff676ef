using System.Text;
using Chancery.Reading;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores the reader against a treebank, from gold tokens and from the raw text rebuilt from it, paragraph by paragraph. Relations
/// count with their subtypes and punctuation counts; an attachment is right from raw text when both words are. Names are scored on
/// gold tokens: their words and their type must be right.
/// </summary>
internal static class ConlluScore
{
    public static IReadOnlyList<Figure> Of(string path, NeuralReader reader, bool byGenre = false)
    {
        var whole = new ReadingTally();
        var genres = new SortedDictionary<string, ReadingTally>(StringComparer.Ordinal);
        foreach (var document in TreebankDocument.Read(File.ReadLines(path)))
        {
            var genre = GenreOf(document.Name);
            if (!genres.TryGetValue(genre, out var own))
                genres[genre] = own = new ReadingTally();
            foreach (var tally in new[] { whole, own })
            {
                AddGold(document.Sentences, reader, tally);
                AddRaw(document, reader, tally);
            }
        }

        var figures = whole.Figures("");
        return [.. byGenre ? figures.Concat(genres.SelectMany(genre => genre.Value.Figures($"{genre.Key}."))) : figures];
    }

    // GUM_news_iodine, weblog-blogspot.com_…, answers-2011…: GUM names the genre second, EWT first.
    private static string GenreOf(string document)
    {
        var parts = document.Split('_', '-');
        return parts.Length > 1 && parts[0] == "GUM" ? parts[1] : parts[0];
    }

    private static void AddGold(IReadOnlyList<ConlluSentence> sentences, NeuralReader reader, ReadingTally tally)
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
                tally.Words++;
                if (token.Tag == sentences[s].Tags[i])
                    tally.Tags++;
                if (string.Equals(token.Lemma, sentences[s].Lemmas[i], StringComparison.OrdinalIgnoreCase))
                    tally.Lemmas++;
                if ((token.Head < 0 ? -1 : token.Head - first) != sentences[s].Heads[i])
                    continue;
                tally.Heads++;
                if (token.Relation.Label() == sentences[s].Labels[i])
                    tally.Relations++;
            }
        }

        var gold = sentences
            .SelectMany(
                (sentence, s) =>
                    EntityLayer
                        .Names(sentence)
                        .Select(n => new NameSpan(drafts[s].FirstWord + n.FirstToken, drafts[s].FirstWord + n.EndToken, n.Type))
            )
            .ToHashSet();
        foreach (var name in gold)
            tally.Names[(int)name.Type].Gold++;
        foreach (var name in parsed.Names)
        {
            tally.Names[(int)name.Type].Ours++;
            if (gold.Contains(name))
                tally.Names[(int)name.Type].Both++;
        }
    }

    private static void AddRaw(TreebankDocument document, NeuralReader reader, ReadingTally tally)
    {
        var sentences = document.Sentences;
        var spans = document.Words;
        var gold = new Dictionary<Span, (int Sentence, int Word)>();
        for (var s = 0; s < spans.Count; s++)
            for (var i = 0; i < spans[s].Length; i++)
                gold.TryAdd(spans[s][i], (s, i));

        var parsed = reader.Read(Document.Of(document.Text));
        var goldEnds = spans.Where(s => s.Length > 0).Select(s => new Span(s[0].Start, s[^1].End)).ToHashSet();
        tally.Sentences += goldEnds.Count;
        tally.RawSentences += parsed.Sentences.Length;
        tally.RawSentencesRight += parsed.Sentences.Count(s => goldEnds.Contains(s.Span));
        tally.RawWords += parsed.Tokens.Length;
        foreach (var token in parsed.Tokens)
        {
            if (!gold.TryGetValue(token.Span, out var at))
                continue;
            tally.RawWordsRight++;
            var head = sentences[at.Sentence].Heads[at.Word];
            var headRight = token.Head < 0 ? head < 0 : head >= 0 && parsed.Tokens[token.Head].Span == spans[at.Sentence][head];
            if (headRight && token.Relation.Label() == sentences[at.Sentence].Labels[at.Word])
                tally.RawRelations++;
        }
    }
}
