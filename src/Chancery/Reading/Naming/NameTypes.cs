using System.Runtime.InteropServices;
using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// Gives the names of a document their types. What is written alike names the same thing throughout a document, so its mentions are
/// judged together; words that end a longer name and also stand alone share in the judgement of the longer one, and so do its initials.
/// </summary>
internal static class NameTypes
{
    // Places of the same name in a document tell less than as many names would. Chosen by parts of the training texts held out in turn.
    private const float Crowd = 0.5f;

    /// <summary>The names with their types; those that the typer takes for none are left out.</summary>
    public static NameSpan[] Judge(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<Sentence> sentences,
        List<NameDraft> names,
        ReadOnlySpan<sbyte> shares,
        NameTyper typer
    )
    {
        if (names.Count == 0)
            return [];
        const int Choices = NameTyper.Choices;
        var group = new int[names.Count];
        var (words, places) = (new List<int>(), new List<int>());
        var mentions = new List<int>();
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<uint> room = stackalloc uint[NameFeatures.Most];
        var s = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var (first, end, at) = names[i];
            while (sentences[s].EndToken <= first)
                s++;
            var written = text.AsSpan()[tokens[first].Span.Start..tokens[end - 1].Span.End];
            if (!known.TryGetValue(written, out group[i]))
            {
                group[i] = groups[written.ToString()] = groups.Count;
                mentions.Add(0);
                CollectionsMarshal.SetCount(words, words.Count + Choices);
                CollectionsMarshal.SetCount(places, places.Count + Choices);
                CollectionsMarshal.AsSpan(places)[^Choices..].Clear();
                var own = CollectionsMarshal.AsSpan(words)[^Choices..];
                own.Clear();
                var inside = new NameFeatures(room, typer.Lexicon);
                inside.AddWords(text, tokens, first, end);
                typer.Add(own, room[..inside.Count]);
            }

            mentions[group[i]]++;
            var sums = CollectionsMarshal.AsSpan(places).Slice(group[i] * Choices, Choices);
            var features = new NameFeatures(room, typer.Lexicon);
            features.AddPlace(text, tokens, first, end, sentences[s].FirstToken, sentences[s].EndToken);
            typer.Add(sums, room[..features.Count]);
            if (at >= 0)
                typer.AddShares(sums, shares.Slice(at * NameTyper.Types, NameTyper.Types));
        }

        var judged = new int[words.Count];
        for (var g = 0; g < mentions.Count; g++)
        {
            var scale = Activation.Exp(-Crowd * Activation.Log(mentions[g]));
            for (var at = g * Choices; at < (g + 1) * Choices; at++)
                judged[at] = words[at] + (int)(places[at] * scale);
        }

        Share(text, tokens, names, group, known, judged);
        return Choose(names, group, judged);
    }

    private static void Share(
        string text,
        ReadOnlySpan<Token> tokens,
        List<NameDraft> names,
        int[] group,
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known,
        int[] judged
    )
    {
        const int Choices = NameTyper.Choices;
        var before = (int[])judged.Clone();
        // Once is enough for each shorter name: the first of the longer ones speaks.
        var shared = new bool[judged.Length / Choices];
        for (var i = 0; i < names.Count; i++)
        {
            var (first, end, _) = names[i];
            if (end - first < 2)
                continue;
            for (var from = first + 1; from < end; from++)
            {
                if (!known.TryGetValue(text.AsSpan()[tokens[from].Span.Start..tokens[end - 1].Span.End], out var part))
                    continue;
                Give(group[i], part);
                break;
            }

            if (NameRepeats.Initials(text, tokens, names[i]) is { Length: > 1 } letters && known.TryGetValue(letters, out var initials))
                Give(group[i], initials);
        }

        void Give(int longer, int shorter)
        {
            if (shared[shorter] || longer == shorter)
                return;
            shared[shorter] = true;
            for (var choice = 0; choice < Choices; choice++)
                judged[(shorter * Choices) + choice] += before[(longer * Choices) + choice];
        }
    }

    private static NameSpan[] Choose(List<NameDraft> names, int[] group, int[] judged)
    {
        var chosen = new List<NameSpan>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var own = judged.AsSpan(group[i] * NameTyper.Choices, NameTyper.Choices);
            var best = 0;
            for (var choice = 1; choice < own.Length; choice++)
                if (own[choice] > own[best])
                    best = choice;
            if (best < NameTyper.Types)
                chosen.Add(new NameSpan(names[i].FirstToken, names[i].EndToken, (NameType)best));
        }

        return [.. chosen];
    }
}
