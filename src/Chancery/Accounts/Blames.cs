using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Whom a clause holds responsible: "is responsible for", "the sole culprit is", "responsibility lies with", "blamed Kigali for", "was provoked by".</summary>
internal static class Blames
{
    /// <summary>The states that a clause holds responsible; empty where it holds none, or says that somebody is not.</summary>
    public static ImmutableArray<string> On(Bearing bearing)
    {
        foreach (var token in bearing.Tokens)
        {
            if (Placing(bearing.Text, token) is not { } where || Polarity.IsNegated(bearing.Text, token) || bearing.Said.IsDenied)
                continue;
            if (States(bearing, token, where) is { Length: > 0 } states)
                return states;
        }

        return [];
    }

    // "blamed Kigali"; "Kigali is to blame" has no object.
    private static string? Placing(ParsedText text, int token) =>
        text.Tokens[token] is var word
        && AccountWords.BlamedObject.Contains(word.Lemma)
        && word.IsVerb
        && ClauseTree.Undergoer(text, token) >= 0
            ? "object"
        : AccountWords.BlamedSubject.Contains(word.Lemma) ? "subject"
        : AccountWords.BlameOn.Contains(word.Lemma) && word.Tag == UniversalTag.NOUN ? "on"
        : AccountWords.BlamedAgent.Contains(word.Lemma) && word.IsVerb ? "agent"
        : null;

    private static ImmutableArray<string> States(Bearing bearing, int token, string where)
    {
        var text = bearing.Text;
        var who = where switch
        {
            "object" => ClauseTree.Undergoer(text, token),
            "agent" => ClauseTree.IsPassive(text, token) ? ClauseTree.Doer(text, token) : -1,
            "on" => LaidOn(text, token),
            _ => Equated(text, token),
        };
        return who < 0 ? [] : StatesOf(bearing, who);
    }

    // "Kigali is to blame", "the sole culprit is the leadership": the subject, or what it is said to be.
    private static int Equated(ParsedText text, int token)
    {
        if (text.Dependent(token, Relation.Nsubj) is var subject and >= 0)
            return subject;
        if (text.Tokens[token] is { Relation: Relation.Nsubj, Head: >= 0 and var said })
            return said;
        // "holds Ankara responsible"; "is one of those responsible".
        if (text.Tokens[token] is { Relation: Relation.Xcomp or Relation.Advcl, Head: >= 0 and var above })
            return text.Dependent(above, Relation.Obj) is var held and >= 0 ? held : text.Dependent(above, Relation.Nsubj);
        return -1;
    }

    // "responsibility lies with", "the blame rests on", "bears the responsibility", "the responsibility of the aggressor".
    private static int LaidOn(ParsedText text, int token)
    {
        if (text.Tokens[token] is { Relation: Relation.Nsubj or Relation.NsubjPass, Head: >= 0 and var verb })
            return Oblique(text, verb);
        if (text.Tokens[token] is { Relation: Relation.Obj, Head: >= 0 and var bears })
            return Oblique(text, bears) is var on and >= 0 ? on
                : AccountWords.Bearing.Contains(text.Tokens[bears].Lemma) ? text.Dependent(bears, Relation.Nsubj)
                : -1;
        return -1;
    }

    private static int Oblique(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (
                text.Tokens[dependent].Relation == Relation.Obl
                && (
                    ClauseTree.HasCase(text, dependent, "with")
                    || ClauseTree.HasCase(text, dependent, "on")
                    || ClauseTree.HasCase(text, dependent, "upon")
                )
            )
                return dependent;
        return -1;
    }

    private static ImmutableArray<string> StatesOf(Bearing bearing, int head) =>
        [
            .. new Participants(bearing.Text, bearing.Telling.Cast)
                .Of(head)
                .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
                .Select(entity => entity.State)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
}
