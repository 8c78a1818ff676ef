using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Whose request or initiative a contact was: "at Biden's request", "at our request", "at the latter's request", "at the French initiative".</summary>
internal static class Requests
{
    /// <summary>The one at whose request a contact took place, where the token is the request and its sentence tells of a contact; null for all else.</summary>
    public static Entity? By(Telling telling, int token) =>
        telling.Text.Tokens[token].Lemma != "invitation" && TellsOfContact(telling.Text, token) ? Asker(telling, token) : null;

    /// <summary>The one at whose request anything took place, where the token is the request ("at the insistence of the other side", "upon the invitation of").</summary>
    public static Entity? Asker(Telling telling, int token)
    {
        var text = telling.Text;
        if (text.Tokens[token].Tag != UniversalTag.NOUN || !AccountWords.Request.Contains(text.Tokens[token].Lemma) || !IsAt(text, token))
            return null;
        var bare = true;
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.NmodPoss)
            {
                if (word.Lemma is "our" or "we" || text.Form(dependent) is "our" or "my")
                    return AccountOwner.IsParty(telling.Head) ? AccountOwner.Of(telling.Head) : null;
                if (word.Lemma == "latter")
                    return Other(telling, token);
                return telling.Cast.Of(dependent).FirstOrDefault(entity => entity.State is not null)
                    ?? Citations.Named(text.Form(dependent).ToString(), word.Span);
            }

            if (
                word.Relation is Relation.Amod or Relation.Compound
                && char.IsUpper(text.Form(dependent)[0])
                && World.Default.Named(text.Form(dependent).ToString()) is { State: { } state }
                && World.Default.Find("state/" + state) is { } known
            )
                return new Entity
                {
                    Id = known.Id,
                    Name = known.Name,
                    Type = known.Type,
                    State = known.State,
                    Span = word.Span,
                };
            if (
                word.Relation is Relation.Nmod or Relation.Obl
                && (
                    Coding.ClauseTree.HasCase(text, dependent, "of")
                    || Coding.ClauseTree.HasCase(text, dependent, "by")
                    || Coding.ClauseTree.HasCase(text, dependent, "from")
                )
                && Party(telling, dependent) is { } party
            )
                return party;
            bare &=
                word.Relation is Relation.Case or Relation.Punct
                || (word.Relation is Relation.Nmod or Relation.Obl && Coding.ClauseTree.HasCase(text, dependent, "with"));
        }

        // "had a phone call at request with the Japanese Foreign Minister", of the Chinese minister: at that of the other.
        return bare && AccountOwner.IsParty(telling.Head) ? Other(telling, token) : null;
    }

    // The one that has a state, where several are read.
    private static Entity? Party(Telling telling, int token)
    {
        var all = new Coding.Participants(telling.Text, telling.Cast).Of(token);
        return all.FirstOrDefault(entity => entity.State is not null)
            ?? telling.Cast.Covering(token)?.Entities.FirstOrDefault(entity => entity.State is not null)
            ?? Citations.Named(telling.Text.Form(token).ToString(), telling.Text.Tokens[token].Span)
            ?? all.FirstOrDefault();
    }

    private static bool IsAt(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "at" or "on" or "upon" })
                return true;
        return false;
    }

    // The request stands with the contact: "the call took place at", "spoke at"; what was discussed at somebody's request is no contact.
    private static bool TellsOfContact(ParsedText text, int token)
    {
        var at = text.Tokens[token].Head;
        if (at < 0)
            return IsContact(text, token);
        // "The summit was shortened at the request of": not that it was held.
        if (AccountWords.Rescheduling.Contains(text.Tokens[at].Lemma))
            return false;
        if (EventMention.IsContactWord(text.Tokens[at].Lemma) || text.Tokens[at].Lemma == "exchange")
            return true;
        return !AccountWords.Discussing.Contains(text.Tokens[at].Lemma) && IsContact(text, token);
    }

    private static bool IsContact(ParsedText text, int token)
    {
        var sentence = text.Sentences[text.SentenceOf(token)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (EventMention.IsContactWord(text.Tokens[i].Lemma) || text.Tokens[i].Lemma == "exchange")
                return true;
        return false;
    }

    // The one with whom somebody spoke, named after "with" in the sentence.
    private static Entity? Other(Telling telling, int token)
    {
        var text = telling.Text;
        var sentence = text.Sentences[text.SentenceOf(token)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (
                Coding.ClauseTree.HasCase(text, i, "with")
                && telling.Cast.Of(i).FirstOrDefault(entity => entity.State is not null) is { } other
                && other.State != AccountOwner.Of(telling.Head)?.State
            )
                return other;
        return null;
    }
}
