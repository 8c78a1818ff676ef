using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>One pass over a document in the order of the text, so that what refers back finds what it refers to.</summary>
internal sealed class EventPass
{
    private readonly ParsedText _text;
    private readonly Cast _cast;
    private readonly EventContexts _contexts;
    private readonly EventDating _dating;
    private readonly EventsTold _told;
    private readonly PartyFinder _parties;
    private readonly List<int> _own = [];

    /// <summary>Prepares the pass over a document that has been read, cast and dated.</summary>
    public EventPass(ParsedText text, Cast cast, Chronology chronology, EventContexts contexts)
    {
        (_text, _cast, _contexts) = (text, cast, contexts);
        _dating = new EventDating(text, chronology);
        _told = new EventsTold(text, cast);
        _parties = new PartyFinder(text, cast, _told);
    }

    /// <summary>The token of each event, in their order.</summary>
    public IReadOnlyList<int> Tokens => _told.Tokens;

    /// <summary>Codes the events.</summary>
    public ImmutableArray<Event> Run()
    {
        for (var token = 0; token < _text.Tokens.Length; token++)
            if (EventCoder.FrameAt(_text, token) is { } frame && !EventCoder.IsSwallowed(_text, token, frame))
                Code(token, frame);
        _dating.Occasion(_told.Events, _told.Tokens);
        return _told.Events.ToImmutable();
    }

    private void Code(int token, Frame frame)
    {
        if (_parties.Of(token, frame) is not var (actors, recipients, happening, earlier))
            return;
        var isVerb = _text.Tokens[token].IsVerb;
        if (actors.Length < 2 && frame.Conditions.Contains("both") && actors is not [{ Type: EntityType.Group }])
            return;
        // One partner alone makes no partnership: "its trade grew" tells of no deed between two.
        var isDrill = frame is { IsMutual: true, Cameo: "062" } && actors.Length < 2;
        if (
            frame is { IsMutual: true, Type: EventType.COOPERATE }
            && actors.Length < 2
            && !isDrill
            && actors is not [{ Type: EntityType.Group }]
        )
            return;
        var status = StatusReader.Of(_text, token);
        // "A delegation is expected in Cairo": the word that tells the visit says that it is to come.
        if (
            status == EntryStatus.Occurred
            && frame.Type == EventType.CONSULT
            && isVerb
            && Codebook.VerbStatus.TryGetValue(frame.Lemma, out var foreseen)
            && foreseen == EntryStatus.Planned
        )
            status = foreseen;
        var (type, cameo, coded) = EventCoder.Future(
            frame,
            status,
            isVerb && StatusReader.WillNot(_text, token),
            !actors.IsEmpty
                && actors.All(actor =>
                    actor.Type is EntityType.State or EntityType.Organ or EntityType.Igo
                    || actor is { Type: EntityType.Person, Office: not null }
                )
        );
        // An exercise of one army alone shows its strength (PLOVER manual, MOBILIZE).
        if (isDrill)
            (type, cameo) = (EventType.MOBILIZE, "150");
        // "vowed to avenge the strike": what is promised as a blow is a threat.
        else if (type == EventType.AGREE && frame.Conditions.Contains(">to") && EventCoder.IsHostilePromise(_text, token))
            (type, cameo) = (EventType.THREATEN, "130");
        // "strikes killed nine": the blow was when it killed.
        var told =
            !isVerb
            && frame.Type == EventType.ASSAULT
            && _text.Tokens[token] is { Relation: Relation.Nsubj, Head: var harm }
            && EventCoder.IsHarm(_text.Tokens[harm])
                ? harm
                : token;
        var date = _dating.Of(told, frame, status, earlier >= 0 ? _told.Events[earlier] : null);
        if (coded == EntryStatus.Occurred && (_dating.IsLongPast(date) || _dating.IsLongAgo(token)))
            coded = EntryStatus.Historical;
        // "travels there next week": the day says what the tense leaves open.
        if (
            coded is EntryStatus.Occurred or EntryStatus.Ongoing
            && _dating.IsToCome(date)
            && _text.Tokens[token].Penn is not (PennTag.VBD or PennTag.VBN)
        )
            (type, cameo, coded) = EventCoder.Future(frame, EntryStatus.Planned, willNot: false);
        OwnWords.Of(_text, token, withDoer: false, _own);
        var means = Codebook.Quad(type) == "material-conflict" ? InstrumentReader.Of(_text, token) : null;
        var mode = type == frame.Type && frame.Mode is { } framed ? (framed, -1) : ModeTable.Of(_text, token, type, cameo, _own);
        if (means is { Mode: { } violent } && type == EventType.ASSAULT && mode is null or { Word: -1 })
            mode = (violent, -1);
        OwnWords.Of(_text, token, withDoer: true, _own);
        _told.Add(
            token,
            happening,
            new Event
            {
                DocumentId = _text.Document.Id,
                Spans = [_text.Tokens[token].Span],
                Status = coded,
                Confidence = 0.7,
                Rule = frame.Id,
                Reasons = [new Reason("type", frame.Id, $"\"{_text.Form(token)}\" in the frame of \"{frame.Example}\"")],
                Type = type,
                Mode = mode?.Mode,
                Contexts = _contexts.Of(_own),
                Instrument = means?.Instrument,
                Cameo = cameo,
                Score = Codebook.Score(cameo),
                Quad = Codebook.Quad(type),
                Actors = actors,
                Recipients = recipients,
                Date = date.IsUnknown ? Known(happening) : date,
                Place = EventPlace.Of(_text, _cast, token, frame),
                Casualties = CasualtyReader.Of(_text, token),
            }
        );
    }

    private static DateValue Known(NamedEvent? happening) =>
        happening is null
            ? DateValue.Unknown
            : new DateValue
            {
                Start = happening.Start.First,
                End = happening.End?.Last,
                Precision = happening.End is null ? Precision.OpenEnd : Precision.Interval,
                Basis = DateBasis.Inferred,
                Reasons = [$"known: {happening.Name}"],
            };
}
