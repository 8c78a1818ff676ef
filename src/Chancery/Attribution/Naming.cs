using System.Collections.Immutable;
using System.Text;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Who is meant by a phrase that speaks or is spoken to: as the cast has it, for a text its issuer, else somebody unknown.</summary>
internal sealed class Naming(ParsedText text, Cast cast)
{
    /// <summary>Who is meant by the phrase under a token; empty for a pronoun that nobody was found for.</summary>
    public ImmutableArray<Entity> Entities(int head)
    {
        var known = Known(head);
        if (known.Length > 0) return known;
        if (AttributionTables.Texts.Contains(text.Tokens[head].Lemma) && Issuer(head) is { Length: > 0 } issuer) return issuer;
        return text.Tokens[head].Tag == UniversalTag.PRON ? [] : [Unknown(head)];
    }

    /// <summary>Whom the cast knows under a phrase.</summary>
    public ImmutableArray<Entity> Known(int head)
    {
        var known = cast.Of(head);
        if (known.Length > 0) return known;
        // The tree may hang the parts of a name apart, so that another word of it is its head.
        if (cast.Covering(head) is { Form: MentionForm.Name or MentionForm.Title, Entities: { Length: > 0 } named }) return named;
        // "the opposition leader, Nadia Karim,": the noun is whom the name beside it names.
        foreach (var beside in text.Dependents(head))
            if (text.Tokens[beside].Relation == Relation.Appos && cast.Of(beside) is [{ Type: EntityType.Person }] person) return person;
        return [];
    }

    /// <summary>Whether somebody who can be spoken to: who is known as an actor, a person's name, a pronoun, or a noun of the table of hearers.</summary>
    public bool Hears(int head)
    {
        var token = text.Tokens[head];
        return token.Tag is UniversalTag.PROPN or UniversalTag.PRON || AttributionTables.Hearers.Contains(token.Lemma) || !Known(head).IsEmpty;
    }

    private ImmutableArray<Entity> Issuer(int written)
    {
        foreach (var dependent in text.Dependents(written))
        {
            if (text.Tokens[dependent].Relation is Relation.Det or Relation.Case or Relation.Punct or Relation.Conj) continue;
            var issuer = cast.Of(dependent);
            if (issuer.Length > 0 && text.Tokens[dependent].Tag != UniversalTag.VERB && !(AttributionTables.Outlets.Contains(text.Tokens[written].Lemma) && issuer[0].Type is EntityType.State or EntityType.Place))
                return issuer;
            // "a statement published by X", and not "a report seen by X" nor "issued in X".
            if (text.Tokens[dependent].Lemma is "see" or "obtain" or "review" or "view" or "cite" or "quote" or "consult" or "leak" or "verify") continue;
            foreach (var agent in text.Dependents(dependent))
            {
                if (text.Tokens[agent].Relation is not (Relation.OblAgent or Relation.Obl)) continue;
                if (text.Dependent(agent, Relation.Case) is >= 0 and var by && text.Tokens[by].Lemma is "by" or "from" && cast.Of(agent) is { Length: > 0 } named) return named;
            }
        }

        return [];
    }

    private Entity Unknown(int head)
    {
        int first = head, end = head + 1;
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation is not (Relation.Amod or Relation.Compound or Relation.Flat or Relation.Nummod or Relation.NmodPoss)) continue;
            first = Math.Min(first, dependent);
            if (text.Tokens[dependent].Relation == Relation.Flat) end = Math.Max(end, dependent + 1);
        }

        var span = text.SpanOf(first, end);
        var name = span.In(text.Document.Text).ToString();
        var slug = new StringBuilder("unknown/");
        foreach (var letter in name) slug.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var type = AttributionTables.Outlets.Contains(text.Tokens[head].Lemma) ? EntityType.Outlet : AttributionTables.Texts.Contains(text.Tokens[head].Lemma) ? EntityType.Text : EntityType.Other;
        return new Entity { Id = slug.ToString(), Name = name, Type = type, Span = span };
    }
}
