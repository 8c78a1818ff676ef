using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>One pass over a document in the order of the text, so that what refers back finds what it refers to.</summary>
internal sealed class EventPass(ParsedText text, Cast cast, Chronology chronology, EventContexts contexts)
{
    // How many events back a bare "the call" may reach.
    private const int Memory = 60;
    private readonly Roles _roles = new(text, cast);
    private readonly EventDating _dating = new(text, chronology);
    private readonly ImmutableArray<Event>.Builder _events = ImmutableArray.CreateBuilder<Event>();
    private readonly List<int> _tokens = [];
    private readonly List<NamedEvent?> _known = [];
    private readonly List<int> _own = [];

    /// <summary>The token of each event, in their order.</summary>
    public IReadOnlyList<int> Tokens => _tokens;

    public ImmutableArray<Event> Run()
    {
        for (var token = 0; token < text.Tokens.Length; token++)
            if (EventCoder.FrameAt(text, token) is { } frame && !EventCoder.IsSwallowed(text, token, frame)) Code(token, frame);
        _dating.Occasion(_events, _tokens);
        return _events.ToImmutable();
    }

    private void Code(int token, Frame frame)
    {
        var isVerb = text.Tokens[token].IsVerb;
        var happening = isVerb ? null : Happenings.At(text, token);
        var actors = Sides(_roles.Fill(token, frame.Actors, frame));
        var addressed = Sides(_roles.Fill(token, frame.Recipients, frame));
        // "the two countries should oppose it", said by one of them, asks nothing of another.
        if (frame.Conditions.Contains("must") && addressed.Any(entity => entity.State is not null && actors.Any(actor => actor.State == entity.State))) return;
        // "1,800 soldiers were deployed": those who are moved stand for those who move them.
        if (isVerb && frame.Type == EventType.MOBILIZE && actors.IsEmpty) actors = Sides(_roles.Fill(token, [["obj"]], frame));
        var recipients = Others(addressed, actors);
        // "his arrest", "their release": whose it is suffers it, unless it is a state's and says of whom.
        if (!isVerb && actors.Length > 0 && frame.Recipients.Any(sum => sum is ["poss"]) && ClauseTree.After(text, token, "of") < 0 && ClauseTree.After(text, token, "by") < 0
            && text.Dependent(token, Relation.NmodPoss) >= 0 && actors.All(actor => actor.Type is not (EntityType.State or EntityType.Organ or EntityType.Igo)))
            (actors, recipients) = ([], actors);
        // "Fidan called for the rights of the Turkish minority": nobody asks, threatens or punishes the state that he speaks for.
        if (frame.Type is EventType.REQUEST or EventType.THREATEN or EventType.SANCTION && recipients is [{ Type: EntityType.State, State: { } own }] && !actors.IsEmpty
            && actors.All(actor => actor.State == own && actor.Type is EntityType.Person or EntityType.Organ)) recipients = [];
        if (isVerb && recipients.IsEmpty && !actors.IsEmpty && !frame.IsMutual && Codebook.Quad(frame.Type) != "material-conflict" | frame.Type == EventType.SANCTION) recipients = Others(Sides(_roles.Concerned(token, _own)), actors)
                .RemoveAll(entity => entity is { Type: EntityType.State, State: not null } && actors.Any(actor => actor.State == entity.State));
        // "the sanctions were lifted": on whom they lay was said before.
        if (isVerb && recipients.IsEmpty && !frame.IsMutual && ClauseTree.Undergoer(text, token) is var deed and >= 0 && text.Tokens[deed].Tag == UniversalTag.NOUN && SameBefore(deed) is var same and >= 0)
            recipients = Others(_events[same].Recipients, actors);
        var earlier = !isVerb && happening is null && IsDefinite(token) && (actors.IsEmpty && recipients.IsEmpty || frame.IsMutual && actors.Length < 2) ? Earlier(frame, token) : -1;
        // "During the visit, Abiy signed": who acts there lends the visit no host.
        if (earlier < 0 && !isVerb && happening is null && IsDefinite(token) && frame.Type == EventType.CONSULT && recipients.IsEmpty && actors.Length == 1 && Earlier(frame, token) is var visit and >= 0
            && _events[visit].Actors.Concat(_events[visit].Recipients).Any(side => side.Id == actors[0].Id)) earlier = visit;
        if (earlier >= 0)
        {
            happening = _known[earlier];
            if (recipients.IsEmpty || frame.IsMutual) (actors, recipients) = (_events[earlier].Actors, _events[earlier].Recipients);
            if (happening is { } named) (actors, recipients) = (Happenings.Sides(named.Actors), Happenings.Sides(named.Recipients));
        }
        else if (happening is not null)
        {
            // What is known by name is known better than whom a pronoun before it may mean.
            if ((actors.IsEmpty || OwnedByPronoun(token)) && !happening.Actors.IsEmpty && !frame.IsMutual) actors = Happenings.Sides(happening.Actors);
            if (recipients.IsEmpty && !frame.IsMutual) recipients = Others(Happenings.Sides(happening.Recipients), actors);
        }

        if (actors.IsEmpty && recipients.IsEmpty) return;
        if (actors.Length < 2 && frame.Conditions.Contains("both") && actors is not [{ Type: EntityType.Group }]) return;
        // One partner alone makes no partnership: "its trade grew" tells of no deed between two.
        var isDrill = frame is { IsMutual: true, Cameo: "062" } && actors.Length < 2;
        if (!isVerb && frame is { IsMutual: true, Type: EventType.COOPERATE } && actors.Length < 2 && !isDrill) return;
        var status = StatusReader.Of(text, token);
        var (type, cameo, coded) = EventCoder.Future(frame, status, isVerb && StatusReader.WillNot(text, token),
            !actors.IsEmpty && actors.All(actor => actor.Type is EntityType.State or EntityType.Organ or EntityType.Igo || actor is { Type: EntityType.Person, Office: not null }));
        // An exercise of one army alone shows its strength (PLOVER manual, MOBILIZE).
        if (isDrill) (type, cameo) = (EventType.MOBILIZE, "150");
        // "vowed to avenge the strike": what is promised as a blow is a threat.
        else if (type == EventType.AGREE && frame.Conditions.Contains(">to") && EventCoder.IsHostilePromise(text, token)) (type, cameo) = (EventType.THREATEN, "130");
        var date = _dating.Of(token, frame, status, earlier >= 0 ? _events[earlier] : null);
        if (coded == EntryStatus.Occurred && (_dating.IsLongPast(date) || _dating.IsLongAgo(token))) coded = EntryStatus.Historical;
        // "travels there next week": the day says what the tense leaves open.
        if (coded is EntryStatus.Occurred or EntryStatus.Ongoing && _dating.IsToCome(date) && text.Tokens[token].Penn is not (PennTag.VBD or PennTag.VBN))
            (type, cameo, coded) = EventCoder.Future(frame, EntryStatus.Planned, willNot: false);
        OwnWords.Of(text, token, withDoer: false, _own);
        var means = Codebook.Quad(type) == "material-conflict" ? InstrumentReader.Of(text, token) : null;
        var mode = type == frame.Type && frame.Mode is { } framed ? (framed, -1) : ModeTable.Of(text, token, type, cameo, _own);
        if (means is { Mode: { } violent } && type == EventType.ASSAULT && mode is null or { Word: -1 }) mode = (violent, -1);
        OwnWords.Of(text, token, withDoer: true, _own);
        _tokens.Add(token);
        _known.Add(happening);
        _events.Add(new Event
        {
            DocumentId = text.Document.Id,
            Spans = [text.Tokens[token].Span],
            Status = coded,
            Confidence = 0.7,
            Rule = frame.Id,
            Reasons = [new Reason("type", frame.Id, $"\"{text.Form(token)}\" in the frame of \"{frame.Example}\"")],
            Type = type,
            Mode = mode?.Mode,
            Contexts = contexts.Of(_own),
            Instrument = means?.Instrument,
            Cameo = cameo,
            Score = Codebook.Score(cameo),
            Quad = Codebook.Quad(type),
            Actors = actors,
            Recipients = recipients,
            Date = date.IsUnknown ? Known(happening) : date,
            Place = EventPlace.Of(text, cast, token, frame),
            Casualties = CasualtyReader.Of(text, token),
        });
    }

    // "The call", "their talks": the last mention of the same sort that names its participants.
    private int Earlier(Frame frame, int token)
    {
        // "The war in Ukraine ... the conflict in Gaza": what has a place of its own refers back to nothing that was elsewhere.
        var at = ClauseTree.After(text, token, "in") is var there and >= 0 ? cast.Of(there).FirstOrDefault()?.Id : null;
        for (var i = _events.Count - 1; i >= Math.Max(0, _events.Count - Memory); i--)
        {
            var earlier = _events[i];
            if (at is not null && earlier.Place?.Id != at && !earlier.Actors.Concat(earlier.Recipients).Any(side => side.Id == at)) continue;
            if ((earlier.Type == frame.Type && (earlier.Mode ?? frame.Mode) == (frame.Mode ?? earlier.Mode) || !text.Tokens[token].IsVerb && IsKin(_tokens[i], token))
                && (earlier.Actors.Length > 1 || !frame.IsMutual && !earlier.Actors.IsEmpty || _known[i] is not null)) return i;
        }

        return -1;
    }

    // The last event that was told by the same noun, or by a verb that takes it for its object.
    private int SameBefore(int noun)
    {
        if (!Codebook.Nouns.ContainsKey(text.Tokens[noun].Lemma)) return -1;
        for (var i = _events.Count - 1; i >= Math.Max(0, _events.Count - Memory); i--)
        {
            var at = _tokens[i];
            if (_events[i].Recipients.IsEmpty) continue;
            if (text.Tokens[at].Lemma == text.Tokens[noun].Lemma || text.Tokens[at].IsVerb && ClauseTree.Undergoer(text, at) is var other and >= 0 && text.Tokens[other].Lemma == text.Tokens[noun].Lemma) return i;
        }

        return -1;
    }

    // "closed ... the closures", "expelled ... the expulsions": a noun goes back to the verb that it is made from, whatever each is coded as.
    private bool IsKin(int earlier, int noun)
    {
        ReadOnlySpan<char> verb = text.Tokens[earlier].Lemma, name = text.Tokens[noun].Lemma;
        return verb.Length > 3 && name.Length > 3 && verb.CommonPrefixLength(name) >= Math.Max(4, Math.Min(verb.Length, name.Length) - 2);
    }

    private static DateValue Known(NamedEvent? happening) => happening is null ? DateValue.Unknown : new DateValue
    {
        Start = happening.Start.First,
        End = happening.End?.Last,
        Precision = happening.End is null ? Precision.OpenEnd : Precision.Interval,
        Basis = DateBasis.Inferred,
        Reasons = [$"known: {happening.Name}"],
    };

    private bool OwnedByPronoun(int token) => text.Dependent(token, Relation.NmodPoss) is var owner and >= 0 && text.Tokens[owner].Tag == UniversalTag.PRON;

    private bool IsDefinite(int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Det && word.Lemma is "the" or "this" or "that") return true;
            if (word.Relation == Relation.NmodPoss && word.Tag == UniversalTag.PRON) return true;
        }

        return false;
    }

    // What is done to a town is done to its state, and a visit to a capital is paid to one.
    private static ImmutableArray<Entity> Sides(ImmutableArray<Entity> named)
    {
        for (var i = 0; i < named.Length; i++)
            if (named[i] is { Type: EntityType.Place, State: { } code } place && World.Default.Find("state/" + code) is { } state)
                named = named.SetItem(i, new Entity { Id = state.Id, Name = state.Name, Type = state.Type, State = state.State, Span = place.Span });
        return named.Length < 2 ? named : [.. named.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    // Nobody is both; and who speaks of a bond of his own state speaks of the other side ("Putin praised Russia-China relations").
    private static ImmutableArray<Entity> Others(ImmutableArray<Entity> some, ImmutableArray<Entity> actors)
    {
        var others = some.RemoveAll(entity => actors.Any(actor => string.Equals(actor.Id, entity.Id, StringComparison.Ordinal)));
        if (others.Length < 2) return others;
        var foreign = others.RemoveAll(entity => entity.Type == EntityType.State && actors.Any(actor => actor.State is not null && actor.State == entity.State));
        return foreign.IsEmpty ? others : foreign;
    }
}
