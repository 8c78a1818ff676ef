using System.Collections.Immutable;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Reading;

/// <summary>
/// Reads a text into sentences and words, with tags guessed from the shape of the words and no trees: every word hangs on the first of
/// its sentence by <see cref="Relation.Dep"/>. It serves tests of what needs no trees, and builds without weights.
/// </summary>
internal sealed class ShapeReader : IReader
{
    public string Generation => "shape-1";

    public ParsedText Read(Document document)
    {
        var text = document.Text;
        var (words, drafts) = Segmenter.Cut(text);
        var tokens = ImmutableArray.CreateBuilder<Token>(words.Count);
        var sentences = ImmutableArray.CreateBuilder<Sentence>(drafts.Count);
        foreach (var draft in drafts)
        {
            var first = tokens.Count;
            for (; tokens.Count < draft.EndWord;)
            {
                var span = words[tokens.Count];
                var tag = TagOf(span.In(text));
                tokens.Add(
                    new Token
                    {
                        Span = span,
                        Tag = tag,
                        Penn = default,
                        Features = Features.None,
                        Lemma = span.In(text).ToString().ToLowerInvariant(),
                        Head = tokens.Count == first ? -1 : first,
                        Relation = tokens.Count == first ? Relation.Root : Relation.Dep,
                    }
                );
            }

            if (tokens.Count > first)
                sentences.Add(
                    new Sentence(first, tokens.Count, new Span(tokens[first].Span.Start, tokens[^1].Span.End), draft.Paragraph, draft.Role)
                );
        }

        return new ParsedText(document, sentences.ToImmutable(), tokens.ToImmutable(), []);
    }

    private static UniversalTag TagOf(ReadOnlySpan<char> word) =>
        word.IsEmpty ? UniversalTag.X
        : char.IsDigit(word[0]) ? UniversalTag.NUM
        : char.IsUpper(word[0]) ? UniversalTag.PROPN
        : char.IsPunctuation(word[0]) ? UniversalTag.PUNCT
        : char.IsSymbol(word[0]) ? UniversalTag.SYM
        : UniversalTag.X;
}
