using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Says who "I" and "we" are: whoever speaks the words in which they stand. Only words that are given as spoken count, in a quotation or under the label of
/// a transcript; in those of the report itself "we" is the reporter.
/// </summary>
internal static class FirstPersons
{
    /// <summary>The cast with the first persons that the statements resolve.</summary>
    public static Cast Resolve(ParsedText text, Cast cast, ImmutableArray<Statement> statements)
    {
        var spoken = statements.RemoveAll(static statement =>
            statement.Speakers.IsEmpty || statement.Form == StatementForm.Indirect && statement.Rule != "attribution/script"
        );
        if (spoken.IsEmpty)
            return cast;
        var index = new ContentIndex(spoken.Select(static statement => (IReadOnlyList<Span>)statement.Content));
        var found = ImmutableArray.CreateBuilder<ResolvedMention>();
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            if (text.Tokens[token] is not { Tag: UniversalTag.PRON } word || !IsFirst(text.Form(token)) || cast.Covering(token) is not null)
                continue;
            if (Attributor.Innermost(spoken, index.Holding(word.Span)) is not { } statement)
                continue;
            found.Add(
                new ResolvedMention(
                    token,
                    token + 1,
                    token,
                    [.. statement.Speakers.Select(speaker => speaker with { Span = word.Span })],
                    MentionForm.Pronoun,
                    null,
                    .75,
                    "actors/speaker",
                    [new Reason("entities", "actors/speaker", "who speaks here")]
                )
            );
        }

        return found.Count == 0
            ? cast
            : new Cast(
                [.. cast.Mentions.Concat(found).OrderBy(static mention => mention.FirstToken).ThenBy(static mention => mention.EndToken)],
                text.Tokens.Length
            );
    }

    private static bool IsFirst(ReadOnlySpan<char> form) =>
        form is "I" or "me" or "my" or "My" or "we" or "We" or "us" or "our" or "Our" or "myself" or "ourselves";
}
