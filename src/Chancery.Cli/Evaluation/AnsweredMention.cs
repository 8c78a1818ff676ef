using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>A found mention with the answer to the question who is meant, given or withheld.</summary>
/// <param name="Index">Its place among the mentions of the document.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Entities">Who is meant, or may be where the answer is withheld; empty where nobody is in sight.</param>
/// <param name="IsWithheld">Whether the answer is too unsure to be given.</param>
/// <param name="Reading">As what it is meant.</param>
/// <param name="Confidence">How likely the answer is said to be right.</param>
/// <param name="Rule">The rule that gave it.</param>
internal sealed record AnsweredMention(
    int Index,
    Span Span,
    ImmutableArray<Entity> Entities,
    bool IsWithheld,
    string? Reading,
    double Confidence,
    string Rule
)
{
    /// <summary>Whether somebody is said to be meant.</summary>
    public bool IsGiven => !Entities.IsEmpty && !IsWithheld;

    /// <summary>Whether pronouns of the first person, which the sets do not mark, stand here.</summary>
    public bool IsSpeaker => Rule == "actors/speaker";

    /// <summary>The mentions of a cast.</summary>
    public static ImmutableArray<AnsweredMention> Of(ParsedText text, Cast cast) =>
        [
            .. cast.Mentions.Select(
                (mention, i) =>
                    new AnsweredMention(
                        i,
                        text.SpanOf(mention.FirstToken, mention.EndToken),
                        mention.Entities,
                        mention.IsWithheld,
                        mention.Reading,
                        mention.Confidence,
                        mention.Rule
                    )
            ),
        ];
}
