using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// Finds who takes part in an event: those who stand in the places of its frame, else those whom the rest of its words, an earlier event or the
/// knowledge pack name.
/// </summary>
internal sealed class PartyFinder(ParsedText text, Cast cast, EventsTold told)
{
    private readonly Roles _roles = new(text, cast);
    private readonly Participants _participants = new(text, cast);
    private readonly LeftOutParties _leftOut = new(text, cast, told);

    /// <summary>The parties of the event at a token, or null where the text names nobody or asks nothing of another.</summary>
    public EventParties? Of(int token, Frame frame)
    {
        var isVerb = text.Tokens[token].IsVerb;
        var happening = isVerb ? null : Happenings.At(text, token);
        var actors = Parties.Sides(_roles.Fill(token, frame.Actors, frame));
        var addressed = Parties.Sides(_roles.Fill(token, frame.Recipients, frame));
        // "condemned the attack on the train": who attacked is blamed, and not who was attacked.
        if (
            isVerb
            && frame.Type == EventType.ACCUSE
            && frame.Recipients.Any(sum => sum is ["obj"])
            && ClauseTree.Undergoer(text, token) is var deed and >= 0
            && text.Tokens[deed].Tag == UniversalTag.NOUN
            && EventCoder.FrameAt(text, deed) is { Type: >= EventType.SANCTION } blow
            && blow.Lemma == text.Tokens[deed].Lemma
        )
            addressed = Of(deed, blow)?.Actors ?? [];
        // "demanded the release of the reporters": asked of whoever holds them, and not of those who are held.
        if (
            isVerb
            && frame.Type == EventType.REQUEST
            && !addressed.IsEmpty
            && !actors.IsEmpty
            && Asked(token) is var wanted and >= 0
            && EventCoder.FrameAt(text, wanted) is { } act
            && act.Recipients.Any(sum => sum is ["of"])
            && Parties.Sides(_roles.Fill(wanted, act.Recipients, act)) is var held
            && addressed.All(entity => held.Any(other => other.Id == entity.Id))
        )
            addressed =
                Parties.Sides(_roles.Fill(wanted, act.Actors, act)) is { IsEmpty: false } holders
                && !holders.Any(holder => held.Any(other => other.Id == holder.Id))
                    ? holders
                    : told.Holders(token, held);
        // "the two countries should oppose it", said by one of them, asks nothing of another.
        if (
            frame.Conditions.Contains("must")
            && addressed.Any(entity => entity.State is not null && actors.Any(actor => actor.State == entity.State))
        )
            return null;
        // "1,800 soldiers were deployed": those who are moved stand for those who move them.
        if (isVerb && frame.Type == EventType.MOBILIZE && actors.IsEmpty)
            actors = Parties.Sides(
                _roles.Fill(
                    token,
                    [
                        ["obj"],
                    ],
                    frame
                )
            );
        // A place that belongs to no state known suffers nothing itself: it is where.
        var recipients = Parties.Others(addressed, actors).RemoveAll(entity => entity is { Type: EntityType.Place, State: null });
        // "his arrest", "their release": whose it is suffers it, unless it is a state's and says of whom.
        if (
            !isVerb
            && actors.Length > 0
            && frame.Recipients.Any(sum => sum is ["poss"])
            && ClauseTree.After(text, token, "of") < 0
            && ClauseTree.After(text, token, "by") < 0
            && text.Dependent(token, Relation.NmodPoss) >= 0
            && actors.All(actor => actor.Type is not (EntityType.State or EntityType.Organ or EntityType.Igo))
        )
            (actors, recipients) = ([], actors);
        // "Fidan called for the rights of the Turkish minority": nobody asks, threatens or punishes the state that he speaks for.
        if (
            frame.Type is EventType.REQUEST or EventType.THREATEN or EventType.SANCTION
            && recipients is [{ Type: EntityType.State, State: { } own }]
            && !actors.IsEmpty
            && actors.All(actor => actor.State == own && actor.Type is EntityType.Person or EntityType.Organ)
        )
            recipients = [];
        // "strikes killed 24 Palestinians", "killed in a strike": whom the blow harmed, and who dealt it.
        if (
            recipients.IsEmpty
            && frame.Type == EventType.ASSAULT
            && !frame.IsMutual
            && !isVerb
            && Blow.Harm(text, token) is var harm and >= 0
        )
            recipients = Parties.Others(Parties.Sides(_participants.Of(ClauseTree.Undergoer(text, harm))), actors);
        if (isVerb && actors.IsEmpty && Blow.Of(text, token) is var dealt and >= 0 && EventCoder.FrameAt(text, dealt) is { } telling)
            actors = Struck(Of(dealt, telling)?.Actors ?? [], recipients);
        recipients = Parties.Represented(recipients);
        if (isVerb)
            recipients = ClauseTree.IsReciprocal(text, ClauseTree.Undergoer(text, token))
                ? []
                : _leftOut.Recipients(token, frame, actors, recipients);
        // "Israel carried out strikes in Damascus": what a state does on another's soil is done to that state.
        if (
            recipients.IsEmpty
            && frame.Type == EventType.ASSAULT
            && !frame.IsMutual
            && actors is [{ Type: EntityType.State or EntityType.Organ, State: { } home }]
            && EventPlace.Of(text, cast, token, frame) is { State: { } soil, Type: EntityType.Place or EntityType.State } place
            && soil != home
        )
            recipients = Parties.Sides([place]);
        if (actors.IsEmpty && !recipients.IsEmpty && Codebook.Quad(frame.Type) == "material-conflict")
            actors = told.Doers(token, frame.Type, recipients);
        // "It was agreed to stay in touch": those whose meeting the text is about.
        if (isVerb && frame.Type == EventType.AGREE && actors.IsEmpty && recipients.IsEmpty && ClauseTree.IsPassive(text, token))
            actors = told.Convened();
        var earlier = !isVerb && happening is null ? Antecedent(token, frame, actors, recipients) : -1;
        if (earlier >= 0)
        {
            happening = told.Known(earlier);
            if (frame.IsMutual)
                (actors, recipients) = (Parties.Both(told.Events[earlier].Actors, told.Events[earlier].Recipients), []);
            else if (recipients.IsEmpty)
                (actors, recipients) = (told.Events[earlier].Actors, told.Events[earlier].Recipients);
            if (happening is { } named)
                (actors, recipients) = (Happenings.Sides(named.Actors), Happenings.Sides(named.Recipients));
        }
        else if (happening is not null)
        {
            // What is known by name is known better than whom a pronoun before it may mean.
            if ((actors.IsEmpty || OwnedByPronoun(token)) && !happening.Actors.IsEmpty && !frame.IsMutual)
                actors = Happenings.Sides(happening.Actors);
            if (frame.IsMutual && actors.Length < 2)
                (actors, recipients) = (Parties.Both(Happenings.Sides(happening.Actors), Happenings.Sides(happening.Recipients)), []);
            if (recipients.IsEmpty && !frame.IsMutual)
                recipients = Parties.Others(Happenings.Sides(happening.Recipients), actors);
        }

        return actors.IsEmpty && recipients.IsEmpty ? null : new EventParties(actors, recipients, happening, earlier);
    }

    // "wounded in clashes between police and students": of the two sides, the one that is not harmed; of two that are neither, none.
    private static ImmutableArray<Entity> Struck(ImmutableArray<Entity> sides, ImmutableArray<Entity> harmed)
    {
        var others = Parties.Others(sides, harmed);
        // "two soldiers killed in a Philippine clash": where it was, and not who it was with.
        if (others is [{ Type: EntityType.State, State: { } own }] && harmed.Any(entity => entity.State == own))
            return [];
        return others.Length > 1 && others.Length == sides.Length ? [] : others;
    }

    // The noun for what is asked: "demanded the release", "called for the withdrawal".
    private int Asked(int token)
    {
        var thing = ClauseTree.Undergoer(text, token);
        if (thing < 0 || text.Tokens[thing].Tag != UniversalTag.NOUN)
            thing = ClauseTree.After(text, token, "for");
        return thing >= 0 && text.Tokens[thing].Tag == UniversalTag.NOUN ? thing : -1;
    }

    private int Antecedent(int token, Frame frame, ImmutableArray<Entity> actors, ImmutableArray<Entity> recipients)
    {
        var lacks = actors.IsEmpty && recipients.IsEmpty || frame.IsMutual && actors.Length < 2;
        // "Fighting went on", "Friday's clashes": what goes on between known sides needs no article, if it was told close by.
        if (!ClauseTree.IsDefinite(text, token))
            return
                lacks
                && frame.Type is EventType.ASSAULT or EventType.PROTEST
                && (frame.IsMutual || frame.Type == EventType.PROTEST)
                && actors.IsEmpty
                ? told.Earlier(frame, token, EventsTold.BareReach)
                : -1;
        if (lacks)
            return told.Earlier(frame, token);
        // "During the visit, Abiy signed": who acts there lends the visit no host.
        return
            frame.Type == EventType.CONSULT
            && recipients.IsEmpty
            && actors.Length == 1
            && told.Earlier(frame, token) is var visit and >= 0
            && told.Events[visit].Actors.Concat(told.Events[visit].Recipients).Any(side => side.Id == actors[0].Id)
            ? visit
            : -1;
    }

    private bool OwnedByPronoun(int token) =>
        text.Dependent(token, Relation.NmodPoss) is var owner and >= 0 && text.Tokens[owner].Tag == UniversalTag.PRON;
}
