using System.Runtime.InteropServices;
using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// Gives the names of a document their types. What is written alike names the same thing throughout a document, so its mentions are
/// judged together; words that end a longer name and also stand alone share in the judgement of the longer one.
/// </summary>
internal static class NameTypes
{
    // What the network took a name for counts about as much as one middling feature; set while looking at GUM dev.
    private const int Trust = 10;

    /// <summary>The names with their types judged anew.</summary>
    public static void Judge(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, Span<NameSpan> names, WordVectors vectors)
    {
        if (names.IsEmpty) return;
        var typer = NameTyper.Shared;
        var types = NameTyper.Types;
        var group = new int[names.Length];
        var sums = new List<int>();
        var mentions = new List<int>();
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> features = stackalloc int[NameTyper.Most];
        var s = 0;
        for (var i = 0; i < names.Length; i++)
        {
            while (sentences[s].EndToken <= names[i].FirstToken) s++;
            var written = text.AsSpan()[tokens[names[i].FirstToken].Span.Start..tokens[names[i].EndToken - 1].Span.End];
            if (!known.TryGetValue(written, out group[i]))
            {
                group[i] = groups[written.ToString()] = groups.Count;
                mentions.Add(0);
                for (var type = 0; type < types; type++) sums.Add(0);
            }

            mentions[group[i]]++;
            var own = CollectionsMarshal.AsSpan(sums).Slice(group[i] * types, types);
            var count = NameTyper.Describe(text, tokens, names[i].FirstToken, names[i].EndToken, sentences[s].FirstToken, sentences[s].EndToken, vectors, features);
            typer.AddTo(own, features[..count]);
            own[(int)names[i].Type] += Trust;
        }

        var judged = new int[sums.Count];
        for (var at = 0; at < judged.Length; at++) judged[at] = sums[at] / mentions[at / types];
        for (var i = 0; i < names.Length; i++)
        {
            var (first, end) = (names[i].FirstToken, names[i].EndToken);
            var part = -1;
            for (var from = first + 1; from < end && part < 0; from++)
                if (known.TryGetValue(text.AsSpan()[tokens[from].Span.Start..tokens[end - 1].Span.End], out var shorter)) part = shorter;
            if (part < 0) continue;
            // Once is enough for each longer name, and a mean keeps the scale.
            if (mentions[part] < 0) continue;
            mentions[part] = -mentions[part];
            for (var type = 0; type < types; type++) judged[(part * types) + type] += sums[(group[i] * types) + type] / Math.Abs(mentions[group[i]]);
        }

        for (var i = 0; i < names.Length; i++)
        {
            var own = judged.AsSpan(group[i] * types, types);
            var best = 0;
            for (var type = 1; type < types; type++)
                if (own[type] > own[best]) best = type;
            names[i] = names[i] with { Type = (NameType)best };
        }
    }
}
