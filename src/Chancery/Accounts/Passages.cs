using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>The sentences of a document as stretches of its text.</summary>
internal static class Passages
{
    /// <summary>The reader's sentences, headings left out; the whole text by lines where the reader gave none.</summary>
    public static ImmutableArray<Span> Of(ParsedText text)
    {
        if (text.Sentences.Length > 0)
            return
            [
                .. text
                    .Sentences.Where(sentence => sentence.Role is SentenceRole.Body or SentenceRole.Item)
                    .Select(sentence => sentence.Span),
            ];
        var spans = ImmutableArray.CreateBuilder<Span>();
        var words = text.Document.Text;
        var start = 0;
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && words[i] != '\n')
                continue;
            if (!words.AsSpan(start, i - start).IsWhiteSpace())
                spans.Add(new Span(start, i));
            start = i + 1;
        }

        return spans.ToImmutable();
    }
}
