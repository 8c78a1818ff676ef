using System.Collections.Frozen;
using Chancery.Coding;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What the phrase of a deed says of what it is done to.</summary>
internal static class DeedPhrase
{
    private static readonly FrozenSet<string> SendAway = MentionPhrase.Words("send away");
    private static readonly FrozenSet<string> Leave = MentionPhrase.Words("leave");
    private static readonly FrozenSet<string> OneThing = MentionPhrase.Words("of one thing");

    /// <summary>Whether somebody is told to go: "ordered the advisers to leave", "were given two days to leave".</summary>
    public static bool IsSentAway(ParsedText text, int token)
    {
        if (!text.Tokens[token].IsVerb || !SendAway.Contains(text.Tokens[token].Lemma))
            return false;
        foreach (var dependent in text.Dependents(token))
        {
            if (IsLeaving(text, dependent))
                return true;
            // A tree that hangs the leaving on who is to leave.
            if (text.Tokens[dependent].Relation is Relation.Obj or Relation.Iobj or Relation.Obl)
                foreach (var below in text.Dependents(dependent))
                    if (IsLeaving(text, below))
                        return true;
        }

        return false;
    }

    private static bool IsLeaving(ParsedText text, int token) =>
        text.Tokens[token]
            is { IsVerb: true, Penn: PennTag.VB, Relation: Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Acl }
        && Leave.Contains(text.Tokens[token].Lemma);

    /// <summary>What a deed is done to, in dictionary form ("expelled diplomats", "the seizure of a tanker"); null where no common noun tells.</summary>
    public static string? Object(ParsedText text, int token) =>
        ObjectOf(text, token) is >= 0 and var what && text.Tokens[what].Tag == UniversalTag.NOUN ? text.Tokens[what].Lemma : null;

    /// <summary>The head of the phrase of what a deed is done to; -1 where there is none.</summary>
    public static int ObjectOf(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation is Relation.Obj or Relation.NsubjPass
                || (
                    text.Tokens[dependent].Relation == Relation.Nmod
                    && !text.Tokens[token].IsVerb
                    && (
                        ClauseTree.HasCase(text, dependent, "of")
                        || ClauseTree.HasCase(text, dependent, "on")
                        || ClauseTree.HasCase(text, dependent, "against")
                    )
                )
            )
                return dependent;
        return -1;
    }

    /// <summary>Whether deeds of a family are done to one thing each.</summary>
    public static bool IsOfOneThing(string family) => OneThing.Contains(family);
}
