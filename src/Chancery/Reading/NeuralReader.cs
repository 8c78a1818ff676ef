using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using Chancery.Reading.Naming;
using Chancery.Reading.Network;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Reading;

/// <summary>
/// Reads a text with the neural network: words and sentences by rule, then tags, tree and names from one encoder pass. It may be
/// shared between threads; each borrows a workbench of its own. Weights are read where they lie in the assembly.
/// </summary>
public sealed unsafe class NeuralReader : IReader
{
    private static readonly Lazy<(UnmanagedMemoryStream Stream, WordVectors Vectors)> Vectors = new(() =>
    {
        var stream = Open("vectors");
        return (stream, new WordVectors(stream, stream.PositionPointer, stream.Length));
    });

    private readonly Network.Network _network;
    private readonly ConcurrentBag<Workbench> _benches = [];

    private NeuralReader(ReaderSize size)
    {
        var name = EntryJson.Published(size);
        var stream = Open(name);
        _network = new Network.Network(stream, stream.PositionPointer, stream.Length, Vectors.Value.Vectors);
        Generation = $"reader-{name}-{WeightsHash.Of(stream)}-{WeightsHash.Of(Vectors.Value.Stream)}";
    }

    /// <inheritdoc/>
    public string Generation { get; }

    /// <summary>The word vectors that all readers share.</summary>
    internal static WordVectors SharedVectors => Vectors.Value.Vectors;

    /// <summary>Loads the reader of a size from the weights that the engine carries.</summary>
    public static NeuralReader Load(ReaderSize size) => new(size);

    /// <inheritdoc/>
    public ParsedText Read(Document document)
    {
        var (words, drafts) = Segmenter.Cut(document.Text);
        return Read(document, words, drafts);
    }

    /// <summary>Reads over words and sentences that are given, as the scoring of gold tokens does.</summary>
    internal ParsedText Read(Document document, List<Span> words, List<SentenceDraft> drafts) =>
        Read(document, words, drafts, NameTyper.Shared);

    /// <summary>Reads and has names judged by a typer of one's own, as the training of typers does.</summary>
    internal ParsedText Read(Document document, List<Span> words, List<SentenceDraft> drafts, NameTyper typer)
    {
        var text = document.Text;
        var tokens = new Token[words.Count];
        var marks = new byte[words.Count];
        if (!_benches.TryTake(out var bench))
            bench = new Workbench(_network);
        var shares = new sbyte[words.Count * NameTyper.Types];
        bench.Read(text, words, drafts, tokens, marks, shares);
        _benches.Add(bench);

        var sentences = new List<Sentence>(drafts.Count);
        foreach (var draft in drafts)
        {
            var span = new Span(words[draft.FirstWord].Start, words[draft.EndWord - 1].End);
            sentences.Add(new Sentence(draft.FirstWord, draft.EndWord, span, draft.Paragraph, draft.Role));
        }

        var cut = CollectionsMarshal.AsSpan(sentences);
        var names = NameTypes.Judge(text, tokens, cut, NameRepeats.Mend(text, tokens, cut, Names(drafts, marks), typer), shares, typer);
        return new ParsedText(document, [.. sentences], ImmutableCollections.Own(tokens), ImmutableCollections.Own(names));
    }

    private static List<NameDraft> Names(List<SentenceDraft> drafts, byte[] marks)
    {
        var names = new List<NameDraft>();
        foreach (var draft in drafts)
        {
            for (var i = draft.FirstWord; i < draft.EndWord; i++)
            {
                if (!NameMarks.IsBegin(marks[i]))
                    continue;
                var end = i + 1;
                while (end < draft.EndWord && marks[end] != 0 && !NameMarks.IsBegin(marks[end]))
                    end++;
                names.Add(new NameDraft(i, end, i));
                i = end - 1;
            }
        }

        return names;
    }

    private static UnmanagedMemoryStream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"models/{name}.bin") as UnmanagedMemoryStream
        ?? throw new InvalidOperationException($"The engine was built without models/{name}.bin.");
}
