using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Codes the events of a document through the codebook.</summary>
public static class EventCoder
{
    /// <summary>Codes the events. Their sources are left empty; attribution fills them.</summary>
    public static ImmutableArray<Event> Code(ParsedText text, Cast cast, Chronology chronology)
    {
        var events = ImmutableArray.CreateBuilder<Event>();
        var roles = new Roles(text, cast);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            var frame = FrameAt(text, token);
            if (frame is null || IsSwallowed(text, token)) continue;
            var actors = roles.Fill(token, frame.Actors);
            var recipients = Without(roles.Fill(token, frame.Recipients), actors);
            if (frame.IsMutual && actors.Length < 2 && Fuller(events, frame) is { } fuller && IsDefinite(text, token)) actors = fuller.Actors;
            else if (actors.IsEmpty && recipients.IsEmpty)
            {
                if (!IsDefinite(text, token) || Fuller(events, frame) is not { } named) continue;
                (actors, recipients) = (named.Actors, named.Recipients);
            }

            events.Add(Build(text, cast, chronology, token, frame, actors, recipients, events));
        }

        return events.ToImmutable();
    }

    private static Frame? FrameAt(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        if (word.Tag == UniversalTag.VERB)
        {
            if (!Codebook.Verbs.TryGetValue(word.Lemma, out var verbs)) return null;
            // "held talks": where the object is an event of its own, a light verb leaves it to the object.
            if (Codebook.LightVerbs.Contains(word.Lemma) && ClauseTree.Undergoer(text, token) is var obj and >= 0
                && Codebook.Nouns.ContainsKey(text.Tokens[obj].Lemma) && word.Lemma is not ("launch" or "send")) return null;
            return FrameMatch.Find(text, token, verbs);
        }

        return word.Tag == UniversalTag.NOUN && Codebook.Nouns.TryGetValue(word.Lemma, out var nouns) ? FrameMatch.Find(text, token, nouns) : null;
    }

    // "refused to condemn" is a refusal and no condemnation; "threatened to strike" a threat and no strike.
    private static bool IsSwallowed(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        if (word.Head < 0 || word.Relation != Relation.Xcomp) return false;
        return text.Tokens[word.Head].Lemma is "refuse" or "decline" or "threaten";
    }

    private static Event Build(
        ParsedText text, Cast cast, Chronology chronology, int token, Frame frame, ImmutableArray<Entity> actors, ImmutableArray<Entity> recipients,
        ImmutableArray<Event>.Builder before)
    {
        var status = StatusReader.Of(text, token);
        var type = Future(frame.Type, status);
        var place = PlaceOf(text, cast, token, frame);
        return new Event
        {
            DocumentId = text.Document.Id,
            Spans = [text.Tokens[token].Span],
            Status = status,
            Confidence = 0.7,
            Rule = frame.Id,
            Reasons = [new Reason("type", frame.Id, $"\"{text.Form(token)}\" in the frame of \"{frame.Example}\"")],
            Type = type,
            Mode = type == frame.Type ? frame.Mode : null,
            Cameo = frame.Cameo,
            Score = Codebook.Score(frame.Cameo),
            Quad = Codebook.Quad(type),
            Actors = actors,
            Recipients = recipients,
            Date = DateOf(text, chronology, token, frame, before),
            Place = place,
        };
    }

    // PLOVER: cooperation to come is an agreement; a retreat to come is a concession.
    private static EventType Future(EventType type, EntryStatus status) => (type, status) switch
    {
        (EventType.COOPERATE or EventType.AID, EntryStatus.Planned) => EventType.AGREE,
        (EventType.RETREAT, EntryStatus.Planned) => EventType.CONCEDE,
        _ => type,
    };

    private static DateValue DateOf(ParsedText text, Chronology chronology, int token, Frame frame, ImmutableArray<Event>.Builder before)
    {
        var date = chronology.For(token);
        var head = text.Tokens[token].Head;
        if (date.IsUnknown && head >= 0 && !text.Tokens[token].IsVerb) date = chronology.For(head);
        if (!date.IsUnknown) return date;
        if (IsDefinite(text, token) && Fuller(before, frame) is { Date.IsUnknown: false } fuller) return fuller.Date;
        if (chronology.DocumentDate.End is not { } today) return date;
        if (IsPresentPerfect(text, token))
            return new DateValue { End = today, Precision = Precision.OpenStart, Basis = DateBasis.Inferred, Reasons = ["has been so up to the day of the report"] };
        var sentence = text.Sentences[text.SentenceOf(token)];
        var isLead = text.SentenceOf(token) < 4 && sentence.Role is SentenceRole.Body or SentenceRole.Headline;
        return isLead && text.Tokens[token].IsVerb && text.Tokens[token].Head < 0
            ? DateValue.Day(today, DateBasis.Inferred, "reported on the day")
            : date;
    }

    private static bool IsPresentPerfect(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Aux && word.Lemma == "have" && word.Penn is PennTag.VBZ or PennTag.VBP) return true;
        }

        return false;
    }

    private static Entity? PlaceOf(ParsedText text, Cast cast, int token, Frame frame)
    {
        foreach (var preposition in frame.Mode == "visit" ? (ReadOnlySpan<string>)["to", "in", "at"] : ["in", "at", "on"])
        {
            var found = ClauseTree.After(text, token, preposition);
            if (found < 0 && !text.Tokens[token].IsVerb && text.Tokens[token].Head is var head and >= 0) found = ClauseTree.After(text, head, preposition);
            if (found < 0) continue;
            foreach (var entity in cast.Of(found))
                if (entity.Type is EntityType.Place or EntityType.State) return entity;
        }

        return null;
    }

    // "The call", "their talks": the last mention of the same sort that names its participants.
    private static Event? Fuller(ImmutableArray<Event>.Builder before, Frame frame)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var earlier = before[i];
            if (earlier.Type == frame.Type && (earlier.Mode ?? frame.Mode) == (frame.Mode ?? earlier.Mode) && earlier.Actors.Length > (frame.IsMutual ? 1 : 0))
                return earlier;
        }

        return null;
    }

    private static bool IsDefinite(ParsedText text, int token)
    {
        if (text.Tokens[token].IsVerb) return false;
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Det && word.Lemma is "the" or "this" or "that") return true;
            if (word.Relation == Relation.NmodPoss && word.Tag == UniversalTag.PRON) return true;
        }

        return false;
    }

    private static ImmutableArray<Entity> Without(ImmutableArray<Entity> some, ImmutableArray<Entity> others)
        => some.RemoveAll(entity => others.Any(other => string.Equals(other.Id, entity.Id, StringComparison.Ordinal)));
}
