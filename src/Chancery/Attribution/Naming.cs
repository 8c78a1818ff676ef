using System.Collections.Immutable;
using System.Text;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Who is meant by a phrase that speaks or is spoken to: as the cast has it, for a text its issuer, else somebody unknown.</summary>
internal sealed class Naming(ParsedText text, Cast cast)
{
    // How far, in words, an agent stands from the text that he issued, and how many sentences a text that is named again.
    private const int FarthestAgent = 9,
        FarthestText = 4;

    /// <summary>Who is meant by the phrase under a token; empty for a pronoun that nobody was found for.</summary>
    public ImmutableArray<Entity> Entities(int head)
    {
        var known = Known(head);
        if (known.Length > 0)
            return known;
        if (
            AttributionTables.Texts.Contains(text.Tokens[head].Lemma)
            && (Issuer(head) is { Length: > 0 } issuer ? issuer : Before(head)) is { Length: > 0 } whose
        )
            return whose;
        return text.Tokens[head].Tag == UniversalTag.PRON ? [] : [Unknown(head)];
    }

    /// <summary>Whom the cast knows under a phrase.</summary>
    public ImmutableArray<Entity> Known(int head)
    {
        var known = cast.Of(head);
        if (known.Length > 0)
            return known;
        // The tree may hang the parts of a name apart, so that another word of it is its head.
        if (cast.Covering(head) is { Form: MentionForm.Name or MentionForm.Title, Entities: { Length: > 0 } named })
            return named;
        // "the opposition leader, Nadia Karim,": the noun is whom the name beside it names.
        foreach (var beside in text.Dependents(head))
            if (text.Tokens[beside].Relation == Relation.Appos && cast.Of(beside) is [{ Type: EntityType.Person }] person)
                return person;
        return [];
    }

    /// <summary>Whether somebody who can be spoken to: who is known as an actor, a person's name, a pronoun, or a noun of the table of hearers.</summary>
    public bool Hears(int head)
    {
        var token = text.Tokens[head];
        return token.Tag is UniversalTag.PROPN or UniversalTag.PRON
            || AttributionTables.Hearers.Contains(token.Lemma)
            || !Known(head).IsEmpty;
    }

    private ImmutableArray<Entity> Issuer(int written)
    {
        foreach (var dependent in text.Dependents(written))
        {
            if (text.Tokens[dependent].Relation is Relation.Det or Relation.Case or Relation.Punct or Relation.Conj)
                continue;
            var issuer = cast.Of(dependent);
            if (
                issuer.Length > 0
                && text.Tokens[dependent].Tag != UniversalTag.VERB
                && !(
                    AttributionTables.Outlets.Contains(text.Tokens[written].Lemma) && issuer[0].Type is EntityType.State or EntityType.Place
                )
            )
                return issuer;
            // "a statement by the junta": nobody whom the cast knows, and somebody all the same.
            if (
                issuer.Length == 0
                && text.Tokens[dependent] is { Relation: Relation.Nmod, Tag: UniversalTag.NOUN or UniversalTag.PROPN }
                && text.Dependent(dependent, Relation.Case) is >= 0 and var agency
                && text.Tokens[agency].Lemma == "by"
                && AttributionTables.Hearers.Contains(text.Tokens[dependent].Lemma)
            )
                return [Unknown(dependent)];
            // "a statement published by X", and not "a report seen by X" nor "issued in X".
            if (
                text.Tokens[dependent].Lemma
                is "see"
                    or "obtain"
                    or "review"
                    or "view"
                    or "cite"
                    or "quote"
                    or "consult"
                    or "leak"
                    or "verify"
            )
                continue;
            foreach (var agent in text.Dependents(dependent))
            {
                if (text.Tokens[agent].Relation is not (Relation.OblAgent or Relation.Obl))
                    continue;
                if (
                    text.Dependent(agent, Relation.Case) is >= 0 and var by
                    && text.Tokens[by].Lemma is "by" or "from"
                    && cast.Of(agent) is { Length: > 0 } named
                )
                    return named;
            }
        }

        return After(written);
    }

    // "a statement on Sunday evening by the Somali ministry": the agent stands after the day, wherever the tree hangs it.
    private ImmutableArray<Entity> After(int written)
    {
        var end = Math.Min(text.Sentences[text.SentenceOf(written)].EndToken, written + FarthestAgent);
        for (
            var at = written + 1;
            at + 1 < end
                && text.Tokens[at].Tag
                    is UniversalTag.ADP
                        or UniversalTag.PROPN
                        or UniversalTag.NOUN
                        or UniversalTag.NUM
                        or UniversalTag.ADJ;
            at++
        )
        {
            if (text.Tokens[at].Lemma is not ("by" or "from"))
                continue;
            for (var named = at + 1; named < end && named <= at + 2; named++)
                if (
                    cast.Covering(named) is
                    {
                        Entities: [
                        { Type: EntityType.Organ or EntityType.State or EntityType.Igo or EntityType.ArmedGroup or EntityType.Person },
                            ..,
                        ] whose
                    }
                )
                    return whose;
        }

        return [];
    }

    // "the statement read": that of whoever issued the text, or was said to have said something, last before it.
    private ImmutableArray<Entity> Before(int written)
    {
        if (
            AttributionTables.Outlets.Contains(text.Tokens[written].Lemma)
            || text.Dependent(written, Relation.Det) is not (>= 0 and var det)
            || text.Tokens[det].Lemma is not ("the" or "this")
        )
            return [];
        foreach (var dependent in text.Dependents(written))
            if (
                text.Tokens[dependent].Relation
                is Relation.Nmod
                    or Relation.NmodPoss
                    or Relation.Amod
                    or Relation.Compound
                    or Relation.Acl
                    or Relation.AclRelcl
                    or Relation.Appos
            )
                return [];
        var first = text.Sentences[Math.Max(0, text.SentenceOf(written) - FarthestText)].FirstToken;
        for (var at = written - 1; at >= first; at--)
        {
            if (
                text.Tokens[at].Tag == UniversalTag.NOUN
                && AttributionTables.Texts.Contains(text.Tokens[at].Lemma)
                && !AttributionTables.Outlets.Contains(text.Tokens[at].Lemma)
                && Issuer(at) is { Length: > 0 } issuer
            )
                return issuer;
            if (
                text.Tokens[at].Relation == Relation.Nsubj
                && text.Tokens[at].Head is >= 0 and var verb
                && IsTelling(verb)
                && cast.Of(at) is [{ Type: EntityType.Organ or EntityType.Igo or EntityType.ArmedGroup or EntityType.Outlet }, ..] teller
            )
                return teller;
        }

        return [];
    }

    private bool IsTelling(int verb) =>
        AttributionTables.Cues.ContainsKey("verb:" + text.Tokens[verb].Lemma)
        || text.Tokens[verb].Lemma is "release" or "issue" or "publish";

    private Entity Unknown(int head)
    {
        int first = head,
            end = head + 1;
        foreach (var dependent in text.Dependents(head))
        {
            if (
                text.Tokens[dependent].Relation
                is not (Relation.Amod or Relation.Compound or Relation.Flat or Relation.Nummod or Relation.NmodPoss)
            )
                continue;
            first = Math.Min(first, dependent);
            if (text.Tokens[dependent].Relation == Relation.Flat)
                end = Math.Max(end, dependent + 1);
        }

        var span = text.SpanOf(first, end);
        var name = span.In(text.Document.Text).ToString();
        var slug = new StringBuilder("unknown/");
        foreach (var letter in name)
            slug.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var type =
            AttributionTables.Outlets.Contains(text.Tokens[head].Lemma) ? EntityType.Outlet
            : AttributionTables.Texts.Contains(text.Tokens[head].Lemma) ? EntityType.Text
            : EntityType.Other;
        return new Entity
        {
            Id = slug.ToString(),
            Name = name,
            Type = type,
            Span = span,
        };
    }
}
