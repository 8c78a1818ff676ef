using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Tells by the tree whether who leaves something out is one who gives accounts: a text, a party, a person. A plan, a law or a ship that "does not
/// include" or "carries no mention of" something is no account.
/// </summary>
internal sealed class SilenceSubjects(ParsedText text, Cast cast)
{
    /// <summary>Whether the subject of a cue's verb may give an account; true where the tree shows no subject.</summary>
    public bool MaySpeak(Span cue) => Of(cue) is not (>= 0 and var subject) || Gives(subject);

    /// <summary>Whether the subject of a cue's verb is a text: a statement, a readout.</summary>
    public bool IsText(Span cue) => Of(cue) is >= 0 and var subject && AccountWords.Texts.Contains(text.Tokens[subject].Lemma);

    /// <summary>The person of a side who is the subject of a cue's verb, with his place: "he did not disclose"; null where it is nobody or a text.</summary>
    public Citation? Person(Span cue) =>
        Of(cue) is >= 0 and var subject
        && cast.Of(subject) is [{ Type: EntityType.Person } person]
        && ReportedVoices.Side(person) is not null
            ? new Citation(person, text.Tokens[subject].Span)
            : null;

    /// <summary>The place in the text of the subject of a cue's verb; null where the tree shows none.</summary>
    public Span? Place(Span cue) => Of(cue) is >= 0 and var subject ? text.Tokens[subject].Span : null;

    private int Of(Span cue)
    {
        for (
            var token = text.TokenAt(cue.Start);
            token >= 0 && token < text.Tokens.Length && text.Tokens[token].Span.Start < cue.End;
            token++
        )
            if (text.Tokens[token].IsVerb && Subject(token) is >= 0 and var subject && !cue.Contains(text.Tokens[subject].Span))
                return subject;
        return -1;
    }

    private int Subject(int verb)
    {
        // "failed to mention": the subject stands with the governing verb.
        for (var steps = 0; verb >= 0 && steps < 4; steps++)
        {
            if (text.Dependent(verb, Relation.Nsubj) is >= 0 and var subject)
                return subject;
            if (text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Conj or Relation.Advcl))
                return -1;
            verb = text.Tokens[verb].Head;
        }

        return -1;
    }

    private bool Gives(int subject)
    {
        var token = text.Tokens[subject];
        if (token.Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
            return true;
        if (AccountWords.Texts.Contains(token.Lemma) || AccountWords.Givers.Contains(token.Lemma))
            return true;
        return cast.Covering(subject) is { Entities.Length: > 0 } mention
            && mention.Entities.All(entity => entity.Type is not (EntityType.Place or EntityType.Event));
    }
}
