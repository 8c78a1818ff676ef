using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>The events of a document that were coded so far, and what a later word goes back to among them.</summary>
internal sealed class EventsTold(ParsedText text, Cast cast)
{
    // How many events back a bare "the call" may reach, and how many sentences an answer.
    private const int Memory = 60;
    private const int Answering = 4;
    private const int Partnering = 2;
    private const int Retelling = 3;

    /// <summary>How many sentences back a noun without article may reach ("fighting went on").</summary>
    public const int BareReach = 3;
    private readonly List<int> _tokens = [];
    private readonly List<NamedEvent?> _known = [];

    /// <summary>The events in the order of the text; dating may still amend them.</summary>
    public ImmutableArray<Event>.Builder Events { get; } = ImmutableArray.CreateBuilder<Event>();

    /// <summary>The token of each.</summary>
    public List<int> Tokens => _tokens;

    /// <summary>The happening of the knowledge pack that an event is, or null.</summary>
    public NamedEvent? Known(int index) => _known[index];

    /// <summary>Adds the next event.</summary>
    public void Add(int token, NamedEvent? known, Event coded)
    {
        _tokens.Add(token);
        _known.Add(known);
        Events.Add(coded);
    }

    /// <summary>"The call", "their talks": the last mention of the same sort that names its participants; -1 where none.</summary>
    public int Earlier(Frame frame, int token, int reach = int.MaxValue)
    {
        var near = text.SentenceOf(token) - reach;
        // "The war in Ukraine ... the conflict in Gaza": what has a place of its own refers back to nothing that was elsewhere.
        var at = ClauseTree.After(text, token, "in") is var there and >= 0 ? cast.Of(there).FirstOrDefault()?.Id : null;
        for (var i = Events.Count - 1; i >= Math.Max(0, Events.Count - Memory); i--)
        {
            var earlier = Events[i];
            if (text.SentenceOf(_tokens[i]) < near)
                break;
            if (at is not null && earlier.Place?.Id != at && !earlier.Actors.Concat(earlier.Recipients).Any(side => side.Id == at))
                continue;
            if (
                (
                    earlier.Type == frame.Type && (earlier.Mode ?? frame.Mode) == (frame.Mode ?? earlier.Mode)
                    || !text.Tokens[token].IsVerb && IsKin(_tokens[i], token)
                )
                && (
                    earlier.Actors.Length > 1
                    || !earlier.Actors.IsEmpty
                        && (!frame.IsMutual || !earlier.Recipients.IsEmpty && frame.Type is EventType.ASSAULT or EventType.CONSULT)
                    || _known[i] is not null
                )
            )
                return i;
        }

        return -1;
    }

    /// <summary>The last event that was told by the same noun, or by a verb that takes it for its object; -1 where none.</summary>
    public int Same(int noun)
    {
        if (!Codebook.Nouns.ContainsKey(text.Tokens[noun].Lemma))
            return -1;
        for (var i = Events.Count - 1; i >= Math.Max(0, Events.Count - Memory); i--)
        {
            var at = _tokens[i];
            if (Events[i].Recipients.IsEmpty)
                continue;
            if (
                text.Tokens[at].Lemma == text.Tokens[noun].Lemma
                || text.Tokens[at].IsVerb
                    && ClauseTree.Undergoer(text, at) is var other and >= 0
                    && text.Tokens[other].Lemma == text.Tokens[noun].Lemma
            )
                return i;
        }

        return -1;
    }

    /// <summary>Those who take part in the first consultation of equals that is told; empty where there is none.</summary>
    public ImmutableArray<Entity> Convened()
    {
        foreach (var told in Events)
            if (told is { Type: EventType.CONSULT, Actors.Length: > 1, Status: EntryStatus.Occurred })
                return told.Actors;
        return [];
    }

    /// <summary>Who did what a definite noun goes back to: an event of its own sort, or of those that the noun may answer.</summary>
    public ImmutableArray<Entity> Answered(int noun, ImmutableArray<Entity> speakers)
    {
        var lemma = text.Tokens[noun].Lemma;
        var answers = Codebook.Answers.TryGetValue(lemma, out var named) ? named : [];
        var frames = Codebook.Nouns.TryGetValue(lemma, out var own) ? own : [];
        if (answers.Length == 0 && frames.Length == 0)
            return [];
        var near = text.SentenceOf(noun) - Answering;
        for (var i = Events.Count - 1; i >= Math.Max(0, Events.Count - Memory); i--)
        {
            var told = Events[i];
            // Far back, only the same word or its kin is meant: "closed the border ... criticized the closure".
            if (text.SentenceOf(_tokens[i]) < near && text.Tokens[_tokens[i]].Lemma != lemma && !IsKin(_tokens[i], noun))
                continue;
            if (
                told.Actors.IsEmpty
                || told.Actors.All(actor =>
                    speakers.Any(speaker => speaker.Id == actor.Id || speaker.State is not null && speaker.State == actor.State)
                )
            )
                continue;
            if (answers.Contains(told.Type) || Array.Exists(frames, frame => frame.Type == told.Type) || IsKin(_tokens[i], noun))
                return told.Actors;
        }

        return [];
    }

    /// <summary>
    /// Who did what is told again without them: the actors of the last event of the same type, at most three sentences back, that befell the same ("rebels killed two soldiers ... the soldiers
    /// were killed on Monday"); empty where none.
    /// </summary>
    public ImmutableArray<Entity> Doers(int token, EventType type, ImmutableArray<Entity> recipients)
    {
        var near = text.SentenceOf(token) - Retelling;
        for (var i = Events.Count - 1; i >= 0 && text.SentenceOf(_tokens[i]) >= near; i--)
        {
            var told = Events[i];
            if (
                (
                    told.Type == type
                    // "arrested by police ... was beaten": what befell them at one time, though it is of another sort.
                    || text.SentenceOf(_tokens[i]) >= near + Retelling - 1
                        && told.Type is EventType.ASSAULT or EventType.COERCE
                        && type is EventType.ASSAULT or EventType.COERCE
                )
                && !told.Actors.IsEmpty
                && told.Recipients.Any(one => recipients.Any(other => IsSame(one, other)))
                && !told.Actors.Any(actor => recipients.Any(other => other.Id == actor.Id))
            )
                return told.Actors;
        }

        return [];
    }

    /// <summary>Who took or holds those who are spoken of, as far back as events are remembered; empty where that was not told.</summary>
    public ImmutableArray<Entity> Holders(int token, ImmutableArray<Entity> held)
    {
        for (var i = Events.Count - 1; i >= Math.Max(0, Events.Count - Memory); i--)
            if (
                _tokens[i] < token
                && Events[i] is { Type: EventType.COERCE or EventType.ASSAULT, Actors.IsEmpty: false } told
                && told.Recipients.Any(one => held.Any(other => IsSame(one, other)))
            )
                return told.Actors;
        return [];
    }

    // Those without a name are the same where their noun is: "two soldiers ... the soldiers".
    private static bool IsSame(Entity one, Entity other) =>
        one.Id == other.Id
        || one.Id.StartsWith("unknown/", StringComparison.Ordinal)
            && other.Id.StartsWith("unknown/", StringComparison.Ordinal)
            && one.Name.AsSpan(one.Name.LastIndexOf(' ') + 1)
                .Equals(other.Name.AsSpan(other.Name.LastIndexOf(' ') + 1), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The other side of those who act: the last one, at most two sentences back, that did something to them or to whom they did something; empty where none, or where it was more than one.
    /// </summary>
    public ImmutableArray<Entity> Partner(int token, ImmutableArray<Entity> actors)
    {
        var near = text.SentenceOf(token) - Partnering;
        for (var i = Events.Count - 1; i >= 0 && text.SentenceOf(_tokens[i]) >= near; i--)
        {
            var told = Events[i];
            if (told.Recipients.IsEmpty)
                continue;
            if (told.Actors.Any(actor => IsOf(actor, actors)) && IsSide(told.Recipients, actors))
                return told.Recipients;
            if (told.Recipients.Any(recipient => IsOf(recipient, actors)) && IsSide(told.Actors, actors))
                return told.Actors;
        }

        return [];
    }

    private static bool IsOf(Entity entity, ImmutableArray<Entity> side) =>
        side.Any(member =>
            member.Id == entity.Id
            || member.State is not null
                && member.State == entity.State
                && entity.Type is EntityType.State or EntityType.Organ or EntityType.Person
                && member.Type is EntityType.State or EntityType.Organ or EntityType.Person
        );

    // One side that can be dealt with, and no part of the other.
    private static bool IsSide(ImmutableArray<Entity> other, ImmutableArray<Entity> side) =>
        other
            is [
            {
                Type: EntityType.State
                        or EntityType.Organ
                        or EntityType.Igo
                        or EntityType.ArmedGroup
                        or EntityType.Person
                        or EntityType.Ngo
            },
            ]
        && !IsOf(other[0], side);

    // "closed ... the closures", "expelled ... the expulsions": a noun goes back to the verb that it is made from, whatever each is coded as.
    private bool IsKin(int earlier, int noun)
    {
        ReadOnlySpan<char> verb = text.Tokens[earlier].Lemma,
            name = text.Tokens[noun].Lemma;
        return verb.Length > 3 && name.Length > 3 && verb.CommonPrefixLength(name) >= Math.Max(4, Math.Min(verb.Length, name.Length) - 2);
    }
}
