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
        if (AccountOwner.Side(telling.Head) is { } owner)
            for (var i = 0; i < all.Count; i++)
                if (IsOwn(all[i], owner))
                    all[i] = new EventMention(telling, all[i].Event, all[i].Token, people, all[i].IsCoded, all[i].Parties.Add(owner));
        for (var i = 0; i < all.Count; i++)
            if (
                all[i] is { IsCoded: true, Parties.Count: 2 } two
                && (two.IsContact || two.IsMutual)
                && all.Exists(other =>
                    other is { IsCoded: true, Parties.Count: > 2 }
                    && other.IsContact == two.IsContact
                    && other.IsMutual == two.IsMutual
                    && other.Parties.IsProperSupersetOf(two.Parties)
                    && AreOfOneTime(two, other)
                )
            )
                all[i] = two with { IsSide = true };
        var main =
            all.Find(mention => mention is { IsContact: true, IsCoded: true, IsNews: true, Parties.Count: > 1 })
            ?? all.Find(mention => mention is { IsCoded: true, IsNews: true, Parties.Count: > 1 })
            ?? all.Find(mention => mention is { IsNews: true, Parties.Count: > 1 });
        if (main is { IsContact: true })
            for (var i = 0; i < all.Count; i++)
                if (
                    all[i] is { IsContact: true, IsDefinite: true, Days: null, Parties.Count: > 1 } known
                    && !telling.Text.Tokens[known.Token].IsVerb
                    && !known.Parties.IsSubsetOf(main.Parties)
                )
                    all[i] = known with { IsAside = true };
        var sides = main?.Parties ?? DocumentSides.Of(telling);
        var mentions =
            sides.Count < 2
                ? all
                :
                [
                    .. all.Select(mention =>
                        StandsFor(mention, main) || IsOfTwo(mention, main, sides)
                            ? new EventMention(telling, mention.Event, mention.Token, people, mention.IsCoded, sides)
                            {
                                IsSide = mention.IsSide,
                            }
                            : mention
                    ),
                ];
        foreach (var (noun, verb) in Antecedents.Acts([.. mentions]).ToList())
        {
            var (whole, part) = Antecedents.IsShadow(mentions[noun], mentions[verb]) ? (verb, noun) : (noun, verb);
            mentions[whole] = mentions[whole] with { Beside = mentions[part] };
        }

        return mentions;
    }

    // "The Prime Minister spoke to President Biden", "we met with them today", in a side's own account: an office or "we" without a state is its own.
    private static bool IsOwn(EventMention mention, string owner)
    {
        if (
            !mention.IsContact
            || mention.Parties.Count == 0
            || mention.Parties.Contains(owner)
            || mention.Parties.Any(MentionParties.IsStranger)
        )
            return false;
        var text = mention.Telling.Text;
        var verb =
            text.Tokens[mention.Token].IsVerb ? mention.Token
            : text.Tokens[mention.Token] is { Relation: Relation.Obj or Relation.Obl, Head: >= 0 and var head } ? head
            : -1;
        if (verb < 0 || ClauseTree.Doer(text, verb) is not (>= 0 and var doer))
            return false;
        return text.Tokens[doer].Lemma is "we" or "I"
            || (
                mention.Parties.Count == 1
                && text.Dependent(doer, Relation.Det) >= 0
                && text.Tokens[doer].Tag is UniversalTag.PROPN or UniversalTag.NOUN
                && mention.Telling.Cast.Of(doer).All(entity => entity.State is null)
            );
    }

    private static bool AreOfOneTime(EventMention one, EventMention other) =>
        one.Days is { } a && other.Days is { } b ? a.First <= b.Last && b.First <= a.Last : one.IsNews && other.IsNews;

    // "The two Presidents agreed", "the delegations will meet again": those of the news, where it has two sides and nobody is named.
    private static bool IsOfTwo(EventMention mention, EventMention? main, ImmutableSortedSet<string> sides) =>
        mention is { Parties.Count: 0, IsCoded: true }
        && (mention.IsContact || mention.IsMutual)
        && sides.Count == 2
        && (main is null || main.Token < mention.Token)
        && mention.Telling.Text.Tokens[mention.Token].IsVerb
        && MentionParties.IsGroup(mention.Telling.Text, mention.Token);

    // "the two presidents met on May 16", "their meeting in New York", "was signed last December": a day or a place, and nobody named.
    private static bool StandsFor(EventMention mention, EventMention? main)
    {
        // A document that names its sides and tells of no contact of theirs by name: "the talks", "the understanding", are between them.
        if (main is null)
            return mention.Parties.Count == 0
                && (mention.IsContact || mention.IsMutual)
                && (mention.IsDefinite || MentionParties.IsGroup(mention.Telling.Text, mention.Token));
        if (
            mention.Parties.Count > 0
            || (mention.Days is not { Soft: false } && mention.City is null && !mention.IsEarlier && !mention.IsMutual)
        )
            return false;
        if (
            mention.IsMutual
            && !mention.Telling.Text.Tokens[mention.Token].IsVerb
            && !MentionPhrase.IsBare(mention.Telling, mention.Token)
            && MentionPhrase.Holding(mention.Telling.Text, mention.Token) < 0
        )
            return false;
        if (!mention.IsContact)
            return (mention.Days is { Soft: false } || (mention.IsMutual && mention.IsNews))
                && !mention.IsCoded
                && mention.Telling.Text.Tokens[mention.Token].IsVerb;
        // "agreed on Monday after talks in Geneva": those who agreed had talked.
        return MentionParties.IsGroup(mention.Telling.Text, mention.Token)
            || mention.IsDefinite
            || MentionPhrase.IsSetting(mention.Telling.Text, mention.Token);
    }

    private static IEnumerable<EventMention> Read(Telling telling, PersonIndex people)
    {
        var coded = new Dictionary<int, Event>();
        foreach (var happening in telling.Entries.OfType<Event>())
            if (telling.Text.TokenAt(happening.Spans[0].Start) is var token and >= 0)
                coded.TryAdd(token, happening);
        foreach (var sentence in telling.Text.Sentences)
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
                if (coded.TryGetValue(token, out var happening))
                    yield return new EventMention(telling, Filled(telling, happening, token), token, people, IsCoded: true);
                else if (sentence.Role is SentenceRole.Body or SentenceRole.Item && IsBare(telling, token))
                    yield return new EventMention(telling, Uncoded(telling, token), token, people, IsCoded: false);
    }

    // "urged Putin in a call": who is told something in a contact takes part in it.
    private static Event Filled(Telling telling, Event happening, int token)
    {
        if (!EventMention.IsContactWord(telling.Text.Tokens[token].Lemma))
            return happening;
        if (MentionPhrase.IsBeside(telling.Text, token))
            return happening with { Actors = Others(telling, token), Recipients = [] };
        if (happening.Actors.IsEmpty)
            happening = happening with { Actors = Doers(telling, token) };
        // "his visit to Pakistan, the first in a decade": where somebody goes.
        if (happening.Recipients.IsEmpty && MentionPhrase.IsJourney(telling.Text.Tokens[token].Lemma) && !telling.Text.Tokens[token].IsVerb)
            happening = happening with { Recipients = Hosts(telling, token) };
        return happening.Recipients.IsEmpty && happening.Actors.Length < 2 && Hearer(telling, token) is { IsEmpty: false } hearer
            ? happening with
            {
                Recipients = hearer,
            }
            : happening;
    }

    private static ImmutableArray<Entity> Hosts(Telling telling, int journey)
    {
        foreach (var dependent in telling.Text.Dependents(journey))
            if (telling.Text.Tokens[dependent].Relation == Relation.Nmod && ClauseTree.HasCase(telling.Text, dependent, "to"))
                return [.. new Participants(telling.Text, telling.Cast).Of(dependent)];
        return [];
    }

    private static ImmutableArray<Entity> Hearer(Telling telling, int noun)
    {
        var text = telling.Text;
        if (
            text.Tokens[noun] is not { IsVerb: false, Relation: Relation.Obl, Head: >= 0 and var verb }
            || !text.Tokens[verb].IsVerb
            || !(ClauseTree.HasCase(text, noun, "in") || ClauseTree.HasCase(text, noun, "during") || ClauseTree.HasCase(text, noun, "by"))
        )
            return [];
        var told = text.Dependent(verb, Relation.Obj) is var obj and >= 0 ? obj : text.Dependent(verb, Relation.Iobj);
        return told >= 0 ? [.. new Participants(text, telling.Cast).Of(told).Where(entity => entity.Type == EntityType.Person)] : [];
    }

    private static Event Uncoded(Telling telling, int token) =>
        new()
        {
            DocumentId = telling.Id,
            Spans = [telling.Text.Tokens[token].Span],
            Rule = "accounts/bare-mention",
            Status = StatusReader.Of(telling.Text, token),
            Type =
                EventMention.IsContactWord(telling.Text.Tokens[token].Lemma) ? EventType.CONSULT
                : Codebook.Nouns.TryGetValue(telling.Text.Tokens[token].Lemma, out var frames) && frames[^1].Type != EventType.CONSULT
                    ? frames[^1].Type
                : EventType.AGREE,
            Date = telling.Chronology.For(token),
            Actors = Doers(telling, token),
            Recipients = !telling.Text.Tokens[token].IsVerb
                ? Others(telling, token)
                :
                [
                    .. Takers(telling, token, Relation.Obj),
                    .. telling.Text.Tokens[token].IsVerb && With(telling.Text, token) is var other and >= 0
                        ? new Participants(telling.Text, telling.Cast).Of(other)
                    : Guest(telling, token) is var guest and >= 0 ? new Participants(telling.Text, telling.Cast).Of(guest)
                    : [],
                ],
        };

    // Whom somebody spoke to or met with.
    private static int With(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (
                text.Tokens[dependent].Relation == Relation.Obl
                && (ClauseTree.HasCase(text, dependent, "with") || ClauseTree.HasCase(text, dependent, "to"))
            )
                return dependent;
        return -1;
    }

    private static bool IsByTelephone(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Obl && text.Tokens[dependent].Lemma is "phone" or "telephone")
                return true;
        return false;
    }

    private static ImmutableArray<Entity> Takers(Telling telling, int token, Relation relation) =>
        telling.Text.Tokens[token].IsVerb && telling.Text.Dependent(token, relation) is var at and >= 0
            ? new Participants(telling.Text, telling.Cast).Of(at)
            : [];

    private static ImmutableArray<Entity> Doers(Telling telling, int token)
    {
        var text = telling.Text;
        // "a ceasefire agreement between Pakistan and Afghanistan was signed": the sides stand with the noun.
        var at = !text.Tokens[token].IsVerb
            ? Sides(text, token) is var between and >= 0
                ? between
                : LightVerb.Of(text, token) is var light and >= 0
                    ? ClauseTree.Doer(text, light)
                    // "The ministers agreed in a call": those who agree are on the line.
                    : EventMention.IsContactWord(text.Tokens[token].Lemma)
                    && MentionPhrase.IsSetting(text, token)
                    && text.Tokens[token].Head is var governor and >= 0
                    && text.Tokens[governor].IsVerb
                        ? ClauseTree.Doer(text, governor)
                        : -1
            : text.Dependent(token, Relation.NsubjPass) is var signed and >= 0 && Sides(text, signed) is var sides and >= 0
                ? sides
                : ClauseTree.Doer(text, token);
        return at >= 0 ? new Participants(text, telling.Cast).Of(at) : [];
    }

    // "Modi's visit to Paris", "an agreement with Cuba", "the agreement reached between Congo and Rwanda".
    private static ImmutableArray<Entity> Others(Telling telling, int noun)
    {
        var found = ImmutableArray.CreateBuilder<Entity>();
        var participants = new Participants(telling.Text, telling.Cast);
        foreach (var dependent in telling.Text.Dependents(noun))
        {
            var word = telling.Text.Tokens[dependent];
            if (
                word.Relation == Relation.NmodPoss
                || (
                    word.Relation is Relation.Amod or Relation.Compound
                    && !telling.Cast.Of(dependent).IsEmpty
                    && telling.Cast.Of(dependent)[0].Type != EntityType.Place
                )
                || (
                    word.Relation == Relation.Nmod
                    && (
                        ClauseTree.HasCase(telling.Text, dependent, "with")
                        || ClauseTree.HasCase(telling.Text, dependent, "to")
                        || ClauseTree.HasCase(telling.Text, dependent, "of")
                    )
                )
            )
                found.AddRange(participants.Of(dependent));
            else if (word.Relation is Relation.Acl or Relation.AclRelcl && MentionDays.IsHolding(word.Lemma))
                foreach (var below in telling.Text.Dependents(dependent))
                    if (
                        telling.Text.Tokens[below].Relation == Relation.Obl
                        && (
                            ClauseTree.HasCase(telling.Text, below, "between")
                            || ClauseTree.HasCase(telling.Text, below, "by")
                            || ClauseTree.HasCase(telling.Text, below, "with")
                        )
                    )
                        found.AddRange(participants.Of(below));
        }

        return [.. found.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    // "a collision between a Korean ship and a Chinese trawler": the first of the two.
    private static int Sides(ParsedText text, int noun)
    {
        foreach (var dependent in text.Dependents(noun))
            if (text.Tokens[dependent].Relation == Relation.Nmod && ClauseTree.HasCase(text, dependent, "between"))
                return dependent;
        // "A call took place between the ministers".
        if (
            text.Tokens[noun] is { Relation: Relation.Nsubj or Relation.NsubjPass, Head: >= 0 and var held, Relation: var relation }
            && MentionDays.IsHolding(text, held, relation)
        )
            foreach (var dependent in text.Dependents(held))
            {
                if (text.Tokens[dependent].Relation is Relation.Obl && ClauseTree.HasCase(text, dependent, "between"))
                    return dependent;
                if (text.Tokens[dependent] is { Relation: Relation.Obj, Lemma: "place" })
                    foreach (var below in text.Dependents(dependent))
                        if (text.Tokens[below].Relation is Relation.Nmod && ClauseTree.HasCase(text, below, "between"))
                            return below;
            }

        return -1;
    }

    // "who is in Iraq on an official visit", "arrived for a visit".
    private static bool IsOnJourney(ParsedText text, int token) =>
        text.Tokens[token].Lemma is "visit" or "trip" or "tour"
        && (ClauseTree.HasCase(text, token, "on") || ClauseTree.HasCase(text, token, "for"));

    // "received in the Kremlin Prime Minister of Hungary Viktor Orban": the guest, wherever the tree hangs him.
    private static int Guest(Telling telling, int verb)
    {
        var text = telling.Text;
        if (
            text.Tokens[verb] is not { IsVerb: true, Penn: PennTag.VBD, Lemma: "receive" or "host" or "welcome" or "meet" }
            || text.Dependent(verb, Relation.Nsubj) < 0
        )
            return -1;
        for (var i = verb + 1; i < text.Sentences[text.SentenceOf(verb)].EndToken && !text.Tokens[i].IsVerb; i++)
            if (telling.Cast.Of(i) is [{ Type: EntityType.Person }, ..])
                return i;
        return -1;
    }

    private static bool IsBare(Telling telling, int token)
    {
        var text = telling.Text;
        var word = text.Tokens[token];
        var contact = EventMention.IsContactWord(word.Lemma);
        if (!contact && Families.Of(word.Lemma).IsEmpty)
            return false;
        // "the declaration was signed last December", "Putin quit the deal in July": a verb of a family that no frame of the codebook takes.
        // What is taken is a place, and not part, effect or measures.
        if (
            word is { Lemma: "take", Tag: UniversalTag.VERB }
            && !(text.Dependent(token, Relation.Obj) is var taken and >= 0 && text.Tokens[taken].Tag == UniversalTag.PROPN)
        )
            return false;
        if (!contact && word.Tag == UniversalTag.VERB)
            return Families.IsOfVerbs(word.Lemma)
                && word.Penn is PennTag.VBD or PennTag.VBN
                && (text.Dependent(token, Relation.NsubjPass) >= 0 || text.Dependent(token, Relation.Nsubj) >= 0);
        // "held a second round", "conducted a test", "after talks": what is made, or is the occasion of something, though it has no "the".
        if (word.Tag is UniversalTag.NOUN or UniversalTag.PROPN)
            return word.Relation is not (Relation.Compound or Relation.Flat)
                && (
                    MentionPhrase.IsDefiniteNoun(text, token)
                    || Sides(text, token) >= 0
                    || (!contact && MentionPhrase.IsOfHarm(text, token))
                    || (word.Head >= 0 && MentionDays.IsHolding(text, word.Head, word.Relation))
                    || (
                        contact
                        && (
                            MentionPhrase.Ordinal(text, token) is not null
                            || MentionPhrase.IsSetting(text, token)
                            || IsOnJourney(text, token)
                        )
                    )
                );
        // "The Prime Minister spoke to President Biden": what a sentence is about, whoever the coder knew in it.
        if (
            contact
            && word is { Tag: UniversalTag.VERB, Penn: PennTag.VBD, Head: < 0, Lemma: "speak" or "talk" or "meet" }
            && text.Dependent(token, Relation.Nsubj) >= 0
            && With(text, token) >= 0
        )
            return true;
        // "broke off to telephone Putin".
        if (word is { Tag: UniversalTag.VERB, Lemma: "telephone" or "phone" } && text.Dependent(token, Relation.Obj) >= 0)
            return true;
        if (contact && Guest(telling, token) >= 0)
            return true;
        // A plural that speaks or meets, with no one named: "the delegations met", "they spoke for an hour".
        return contact
            && word.Tag == UniversalTag.VERB
            && (word.Lemma == "discuss" || text.Dependent(token, Relation.Obj) < 0)
            && text.Dependent(token, Relation.Nsubj) is var subject and >= 0
            && (
                IsByTelephone(text, token)
                || text.Tokens[subject].Penn is PennTag.NNS or PennTag.NNPS
                || text.Tokens[subject].Lemma is "they" or "we" or "two" or "both"
                || text.Dependent(subject, Relation.Conj) >= 0
            );
    }
}
