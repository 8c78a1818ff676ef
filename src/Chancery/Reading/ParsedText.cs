using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Reading;

/// <summary>
/// A document after reading: sentences, tokens with tags and trees, and names. It knows no politics. Every head lies in its own
/// sentence, every sentence has one root, and tokens stand in the order of the text.
/// </summary>
public sealed class ParsedText
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    /// <summary>Gathers the parts; they are taken as they are and must fit together.</summary>
    public ParsedText(Document document, ImmutableArray<Sentence> sentences, ImmutableArray<Token> tokens, ImmutableArray<NameSpan> names)
    {
        Document = document;
        Sentences = sentences;
        Tokens = tokens;
        Names = names;
        (_firstChild, _nextSibling) = Link(tokens);
    }

    /// <summary>The text that was read.</summary>
    public Document Document { get; }

    /// <summary>The sentences in order.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>The words of the whole document in order.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The names in order, without overlap.</summary>
    public ImmutableArray<NameSpan> Names { get; }

    /// <summary>The written form of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => Tokens[token].Span.In(Document.Text);

    /// <summary>The index of the sentence that a token belongs to.</summary>
    public int SentenceOf(int token)
    {
        int low = 0,
            high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Sentences[middle].EndToken <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The token that covers a place in the text, or -1.</summary>
    public int TokenAt(int place)
    {
        int low = 0,
            high = Tokens.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (Tokens[middle].Span.End <= place)
                low = middle + 1;
            else if (Tokens[middle].Span.Start > place)
                high = middle - 1;
            else
                return middle;
        }

        return -1;
    }

    /// <summary>The dependents of a token in the order of the text.</summary>
    public DependentSequence Dependents(int token) => new(_firstChild[token], _nextSibling);

    /// <summary>The first dependent with the relation, or -1.</summary>
    public int Dependent(int token, Relation relation)
    {
        foreach (var dependent in Dependents(token))
            if (Tokens[dependent].Relation == relation)
                return dependent;
        return -1;
    }

    /// <summary>The first and one past the last token of everything that hangs on a token, itself included.</summary>
    public (int First, int End) Subtree(int token)
    {
        int first = token,
            last = token;
        foreach (var dependent in Dependents(token))
        {
            var (from, to) = Subtree(dependent);
            first = Math.Min(first, from);
            last = Math.Max(last, to - 1);
        }

        return (first, last + 1);
    }

    /// <summary>The stretch of text from one token to one before another.</summary>
    public Span SpanOf(int firstToken, int endToken) => new(Tokens[firstToken].Span.Start, Tokens[endToken - 1].Span.End);

    private static (int[] First, int[] Next) Link(ImmutableArray<Token> tokens)
    {
        var first = new int[tokens.Length];
        var next = new int[tokens.Length];
        Array.Fill(first, -1);
        Array.Fill(next, -1);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            var head = tokens[i].Head;
            if (head < 0)
                continue;
            next[i] = first[head];
            first[head] = i;
        }

        return (first, next);
    }
}
