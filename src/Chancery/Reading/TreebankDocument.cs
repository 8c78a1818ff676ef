using System.Text;
using Chancery.Record;

namespace Chancery.Reading;

/// <summary>A document of a treebank with its text as it stood before it was cut: one line a paragraph, blanks where the words had them.</summary>
internal sealed class TreebankDocument
{
    private TreebankDocument(string name, IReadOnlyList<ConlluSentence> sentences)
    {
        Name = name;
        Sentences = sentences;
        var text = new StringBuilder();
        var words = new Span[sentences.Count][];
        for (var s = 0; s < sentences.Count; s++)
        {
            if (s > 0 && sentences[s].OpensParagraph)
                text.Append('\n');
            var own = words[s] = new Span[sentences[s].Length];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = new Span(text.Length, text.Length + sentences[s].Forms[i].Length);
                text.Append(sentences[s].Forms[i]);
                if (sentences[s].SpaceAfter[i])
                    text.Append(' ');
            }
        }

        Text = text.ToString();
        Words = words;
    }

    public string Name { get; }

    public string Text { get; }

    public IReadOnlyList<ConlluSentence> Sentences { get; }

    /// <summary>For each sentence, where its words stand in <see cref="Text"/>.</summary>
    public IReadOnlyList<Span[]> Words { get; }

    /// <summary>The documents in the lines of a file, in its order.</summary>
    public static IEnumerable<TreebankDocument> Read(IEnumerable<string> lines) =>
        ConlluSentence
            .Read(lines)
            .GroupBy(s => s.Document, StringComparer.Ordinal)
            .Select(document => new TreebankDocument(document.Key, [.. document]));
}
