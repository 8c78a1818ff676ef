using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>To whom something was done, where no place of its frame names anybody: what the usual places, the event's own words or the text before say.</summary>
internal sealed class LeftOutParties(ParsedText text, Cast cast, EventsTold told)
{
    private readonly Roles _roles = new(text, cast);
    private readonly List<int> _own = [];

    /// <summary>The recipients that the frame found, or else those that are left out; empty where the text does not say.</summary>
    public ImmutableArray<Entity> Recipients(int token, Frame frame, ImmutableArray<Entity> actors, ImmutableArray<Entity> recipients)
    {
        if (recipients.IsEmpty && !frame.IsMutual && Codebook.UsualPlaces(frame.Type) is { } places)
            recipients = Parties
                .Others(Parties.Sides(_roles.Fill(token, places, frame)), actors)
                .RemoveAll(entity => entity is { Type: EntityType.Place, State: null });
        // "accused Brussels of meddling": somebody is named, though it is not settled who.
        if (
            recipients.IsEmpty
            && frame.Recipients.Any(sum => sum is ["obj"])
            && ClauseTree.Undergoer(text, token) is var named and >= 0
            && cast.HeadedBy(named) is { Entities.IsEmpty: true }
        )
            return [];
        if (recipients.IsEmpty)
            recipients = Implied(token, frame, actors);
        var isOfEnvoys = frame.Type == EventType.SANCTION && Codebook.IsOf("envoy", LemmaOf(ClauseTree.Undergoer(text, token)));
        // "expelled two diplomats", "recalled its ambassador": done to the state that they came from or were sent to.
        if (isOfEnvoys && recipients.All(entity => entity.State is null) || recipients.IsEmpty && IsAnswer(token, frame, actors))
            return Parties.Others(told.Partner(token, actors), actors) is { IsEmpty: false } partner ? partner : recipients;
        return recipients;
    }

    private string LemmaOf(int token) => token < 0 ? "" : text.Tokens[token].Lemma;

    private bool IsAnswer(int token, Frame frame, ImmutableArray<Entity> actors) =>
        Codebook.IsOf("answering", frame.Type.ToString())
        && actors is [{ Type: EntityType.State or EntityType.Organ or EntityType.Igo or EntityType.ArmedGroup or EntityType.Person }]
        && !IsAskedOfOthers(token, frame);

    // "urged relevant countries to stop", "stressed the need for aid": whom the sentence names, though nobody known, or asks in general.
    private bool IsAskedOfOthers(int token, Frame frame) =>
        frame.Type == EventType.REQUEST
        && (frame.Recipients.Length == 0 || frame.Recipients.Any(sum => sum is ["obj"]) && ClauseTree.Undergoer(text, token) >= 0);

    // Whom an event concerns, where no place of its frame names anybody.
    private ImmutableArray<Entity> Implied(int token, Frame frame, ImmutableArray<Entity> actors)
    {
        // "discussed the war in Ukraine": what is talked about takes no part; who accuses "each other" stays within the pair.
        if (
            frame.IsMutual
            || frame is { Type: EventType.CONSULT, Mode: null }
            || ClauseTree.IsReciprocal(text, ClauseTree.Undergoer(text, token))
        )
            return [];
        var isDeed = Codebook.Quad(frame.Type) == "material-conflict" && frame.Type != EventType.SANCTION;
        var concerned =
            actors.IsEmpty || isDeed
                ? []
                : Parties
                    .Others(Parties.Sides(_roles.Concerned(token, _own)), actors)
                    .RemoveAll(entity =>
                        entity is { Type: EntityType.State, State: not null } && actors.Any(actor => actor.State == entity.State)
                    );
        if (!concerned.IsEmpty || ClauseTree.Undergoer(text, token) is not (var deed and >= 0))
            return concerned;
        // "condemned the attack", "rejected the accusation": the answer is to those who did what was told before.
        if (frame.Type is EventType.ACCUSE or EventType.REJECT or EventType.SUPPORT or EventType.AGREE)
            return !actors.IsEmpty && IsDefinite(deed) ? Parties.Others(told.Answered(deed, actors), actors) : [];
        // "the sanctions were lifted": on whom they lay was said before.
        return text.Tokens[deed].Tag == UniversalTag.NOUN && told.Same(deed) is var same and >= 0
            ? Parties.Others(told.Events[same].Recipients, actors)
            : [];
    }

    private bool IsDefinite(int token) => ClauseTree.IsDefinite(text, token);
}
