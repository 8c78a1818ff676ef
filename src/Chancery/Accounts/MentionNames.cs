using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The names beside a mention that are no party to it: a ship, a town, a treaty, a firm. Two accounts of one thing share them; those of two things of a
/// kind have others.
/// </summary>
internal static class MentionNames
{
    private const int Shortest = 3;

    /// <summary>The words of the names in the sentence of a word, folded, each once, in the order of the text.</summary>
    public static ImmutableArray<string> Of(Telling telling, int token)
    {
        var text = telling.Text;
        var sentence = text.Sentences[text.SentenceOf(token)];
        return Between(telling, sentence.FirstToken, sentence.EndToken, IsBystander);
    }

    /// <summary>The words of the names in the phrase of what a deed is done to.</summary>
    public static ImmutableArray<string> OfObject(Telling telling, int token)
    {
        if (DeedPhrase.ObjectOf(telling.Text, token) is not (>= 0 and var what))
            return [];
        var (first, end) = telling.Text.Subtree(what);
        return Between(telling, first, end, static entity => entity.Type is not (EntityType.State or EntityType.Igo or EntityType.Organ));
    }

    private static bool IsBystander(Entity entity) => entity.Type is EntityType.Place or EntityType.Ngo or EntityType.Group;

    private static ImmutableArray<string> Between(Telling telling, int first, int end, Func<Entity, bool> counts)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = first; i < end; i++)
            if (
                IsName(telling, i, counts)
                && Folding.Of(telling.Text.Form(i).ToString()).ToLowerInvariant() is var name
                && !found.Contains(name, StringComparer.Ordinal)
            )
                found.Add(name);
        return found.ToImmutable();
    }

    private static bool IsName(Telling telling, int token, Func<Entity, bool> counts)
    {
        var word = telling.Text.Tokens[token];
        if (word.Tag != UniversalTag.PROPN || word.Span.Length < Shortest || !char.IsUpper(telling.Words[word.Span.Start]))
            return false;
        if (telling.Chronology.Expressions.Any(expression => expression.Span.Overlaps(word.Span)))
            return false;
        if (telling.Cast.Covering(token) is not { } mention)
            return true;
        foreach (var entity in mention.Entities)
            if (!counts(entity))
                return false;
        return true;
    }
}
