using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The words of a document that may mention an occurrence: the coded events, and definite or plural mentions that name nobody and so are no event
/// of their own ("The talks lasted two hours", "the sides spoke"). One of the latter counts only where it joins a coded one.
/// </summary>
internal static class BareMentions
{
    /// <summary>The mentions of a document in the order of the text. A group without names, with a day of its own, stands for those of the news.</summary>
    public static IEnumerable<EventMention> All(Telling telling, PersonIndex people)
    {
        var all = Read(telling, people).ToList();
        var main = all.Find(mention => mention is { IsContact: true, IsCoded: true, IsNews: true, Parties.Count: > 1 }) ?? all.Find(mention => mention is { IsCoded: true, IsNews: true, Parties.Count: > 1 });
        if (main is null) return all;
        return all.Select(mention => StandsFor(mention) ? new EventMention(telling, mention.Event, mention.Token, people, mention.IsCoded, main.Parties) : mention);
    }

    // "the two presidents met on May 16", "their meeting in New York", "was signed last December": a day or a place, and nobody named.
    private static bool StandsFor(EventMention mention)
    {
        if (mention.Parties.Count > 0 || mention.Days is not { Soft: false }) return false;
        if (!mention.IsContact) return !mention.IsCoded && mention.Telling.Text.Tokens[mention.Token].IsVerb;
        return MentionParties.IsGroup(mention.Telling.Text, mention.Token) || (mention.IsDefinite && mention.City is not null);
    }

    private static IEnumerable<EventMention> Read(Telling telling, PersonIndex people)
    {
        var coded = new Dictionary<int, Event>();
        foreach (var happening in telling.Entries.OfType<Event>())
            if (telling.Text.TokenAt(happening.Spans[0].Start) is var token and >= 0) coded.TryAdd(token, happening);
        foreach (var sentence in telling.Text.Sentences)
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
                if (coded.TryGetValue(token, out var happening)) yield return new EventMention(telling, happening, token, people, IsCoded: true);
                else if (sentence.Role is SentenceRole.Body or SentenceRole.Item && IsBare(telling.Text, token))
                    yield return new EventMention(telling, Uncoded(telling, token), token, people, IsCoded: false);
    }

    private static Event Uncoded(Telling telling, int token) => new()
    {
        DocumentId = telling.Id,
        Spans = [telling.Text.Tokens[token].Span],
        Rule = "accounts/bare-mention",
        Status = StatusReader.Of(telling.Text, token),
        Type = EventMention.IsContactWord(telling.Text.Tokens[token].Lemma) ? EventType.CONSULT
            : Codebook.Nouns.TryGetValue(telling.Text.Tokens[token].Lemma, out var frames) ? frames[^1].Type : EventType.AGREE,
        Date = telling.Chronology.For(token),
        Actors = Takers(telling, token, Relation.Nsubj),
        Recipients = Takers(telling, token, Relation.Obj),
    };

    private static bool IsByTelephone(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Obl && text.Tokens[dependent].Lemma is "phone" or "telephone") return true;
        return false;
    }

    private static ImmutableArray<Entity> Takers(Telling telling, int token, Relation relation)
        => telling.Text.Tokens[token].IsVerb && telling.Text.Dependent(token, relation) is var at and >= 0 ? new Participants(telling.Text, telling.Cast).Of(at) : [];

    private static bool IsBare(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        var contact = EventMention.IsContactWord(word.Lemma);
        if (!contact && Families.Of(word.Lemma).IsEmpty) return false;
        // "the declaration was signed last December", "Putin quit the deal in July": a verb of a family that no frame of the codebook takes.
        if (!contact && word.Tag == UniversalTag.VERB) return word.Penn is PennTag.VBD or PennTag.VBN && (text.Dependent(token, Relation.NsubjPass) >= 0 || text.Dependent(token, Relation.Nsubj) >= 0);
        if (word.Tag == UniversalTag.NOUN) return word.Relation is not Relation.Compound && MentionPhrase.IsDefiniteNoun(text, token);
        // A plural that speaks or meets, with no one named: "the delegations met", "they spoke for an hour".
        return contact && word.Tag == UniversalTag.VERB && text.Dependent(token, Relation.Obj) < 0 && text.Dependent(token, Relation.Nsubj) is var subject and >= 0
            && (IsByTelephone(text, token) || text.Tokens[subject].Penn is PennTag.NNS or PennTag.NNPS || text.Tokens[subject].Lemma is "they" or "we" or "two" or "both" || text.Dependent(subject, Relation.Conj) >= 0);
    }
}
