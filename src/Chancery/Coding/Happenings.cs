using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Finds the happenings that the knowledge pack has by name ("the war in Ukraine", "the October 7 attack") at their nouns.</summary>
internal static class Happenings
{
    private static readonly FrozenDictionary<string, (string[] Words, int Noun, NamedEvent Known)[]> ByNoun = Read();

    /// <summary>The happening whose name the words around a noun spell out, or null.</summary>
    public static NamedEvent? At(ParsedText text, int noun)
    {
        if (!ByNoun.TryGetValue(text.Tokens[noun].Lemma, out var names))
            return null;
        foreach (var (words, at, known) in names)
            if (Spells(text, noun - at, words))
                return known;
        return null;
    }

    /// <summary>The entities of a list of the pack's ids, with no words of the text.</summary>
    public static ImmutableArray<Entity> Sides(ImmutableArray<string> ids)
    {
        var found = ImmutableArray.CreateBuilder<Entity>(ids.Length);
        foreach (var id in ids)
            if (World.Default.Find(id) is { } known)
                found.Add(
                    new Entity
                    {
                        Id = known.Id,
                        Name = known.Name,
                        Type = known.Type,
                        State = known.State,
                    }
                );
        return found.ToImmutable();
    }

    private static bool Spells(ParsedText text, int first, string[] words)
    {
        if (first < 0 || first + words.Length > text.Tokens.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (!ClauseTree.Is(text, first + i, words[i]))
                return false;
        return true;
    }

    private static FrozenDictionary<string, (string[] Words, int Noun, NamedEvent Known)[]> Read()
    {
        var all = new List<(string Lemma, string[] Words, int Noun, NamedEvent Known)>();
        foreach (var known in World.Default.Events)
            foreach (var name in known.Aliases.Add(known.Name))
            {
                var words = name.Replace("-", " - ", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Split(' ');
                for (var i = 0; i < words.Length; i++)
                {
                    var lemma = words[i].EndsWith('s') ? words[i][..^1] : words[i];
                    if (Codebook.Nouns.ContainsKey(lemma))
                        all.Add((lemma, words, i, known));
                }
            }

        return all.GroupBy(row => row.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(row => row.Words.Length).Select(row => (row.Words, row.Noun, row.Known)).ToArray(),
                StringComparer.Ordinal
            );
    }
}
