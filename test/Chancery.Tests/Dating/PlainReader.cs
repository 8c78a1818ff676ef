using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Dating;

/// <summary>Cuts a text into words and lines and gives no tags and no trees: what dating must get by on where nothing better is there.</summary>
internal sealed class PlainReader : IReader
{
    public string Generation => "plain";

    public ParsedText Read(Document document)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var text = document.Text;
        int first = 0,
            paragraph = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\n')
            {
                End();
                paragraph++;
                i++;
                continue;
            }
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            if (char.IsLetterOrDigit(text[start]))
                while (
                    i < text.Length
                    && (char.IsLetterOrDigit(text[i]) || text[i] is '.' or ',' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
                )
                    i++;
            tokens.Add(
                new Token
                {
                    Span = new Span(start, i),
                    Tag = UniversalTag.X,
                    Penn = PennTag.None,
                    Features = Features.None,
                    Lemma = text[start..i].ToLowerInvariant(),
                    Head = tokens.Count == first ? -1 : first,
                    Relation = Relation.Dep,
                }
            );
            if (text[start] is '.' or '?' or '!' && i < text.Length && text[i] == ' ' && start > 3 && !char.IsUpper(text[start - 2]))
                End();
        }
        End();
        return new ParsedText(document, sentences.ToImmutable(), tokens.ToImmutable(), []);

        void End()
        {
            if (tokens.Count == first)
                return;
            sentences.Add(
                new Sentence(first, tokens.Count, new Span(tokens[first].Span.Start, tokens[^1].Span.End), paragraph, SentenceRole.Body)
            );
            first = tokens.Count;
        }
    }
}
