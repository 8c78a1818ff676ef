using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Knowledge;
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
    private readonly List<int> _own = [];

    /// <summary>The parties of the event at a token, or null where the text names nobody or asks nothing of another.</summary>
    public EventParties? Of(int token, Frame frame)
    {
        var isVerb = text.Tokens[token].IsVerb;
        var happening = isVerb ? null : Happenings.At(text, token);
        var actors = Sides(_roles.Fill(token, frame.Actors, frame));
        var addressed = Sides(_roles.Fill(token, frame.Recipients, frame));
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
            addressed = Sides(_roles.Fill(deed, blow.Actors, blow));
        // "demanded the release of the reporters": asked of whoever holds them, and not of those who are held.
        if (
            isVerb
            && frame.Type == EventType.REQUEST
            && !addressed.IsEmpty
            && !actors.IsEmpty
            && Asked(token) is var wanted and >= 0
            && EventCoder.FrameAt(text, wanted) is { } act
            && act.Recipients.Any(sum => sum is ["of"])
            && Sides(_roles.Fill(wanted, act.Recipients, act)) is var held
            && addressed.All(entity => held.Any(other => other.Id == entity.Id))
        )
            addressed =
                Sides(_roles.Fill(wanted, act.Actors, act)) is { IsEmpty: false } holders
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
            actors = Sides(
                _roles.Fill(
                    token,
                    [
                        ["obj"],
                    ],
                    frame
                )
            );
        // A place that belongs to no state known suffers nothing itself: it is where.
        var recipients = Others(addressed, actors).RemoveAll(entity => entity is { Type: EntityType.Place, State: null });
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
        // "strikes killed 24 Palestinians": whom the blow killed, though the killing is no event beside it.
        if (
            !isVerb
            && recipients.IsEmpty
            && frame.Type == EventType.ASSAULT
            && text.Tokens[token] is { Relation: Relation.Nsubj, Head: var harm }
            && (EventCoder.IsHarm(text.Tokens[harm]) || Codebook.IsOf("damage", text.Tokens[harm].Lemma))
        )
            recipients = Others(
                Sides(
                    _roles.Fill(
                        harm,
                        [
                            ["obj"],
                        ]
                    )
                ),
                actors
            );
        if (isVerb && IsReciprocal(ClauseTree.Undergoer(text, token)))
            recipients = [];
        if (isVerb && recipients.IsEmpty)
            recipients = Implied(token, frame, actors);
        if (
            isVerb
            && recipients.IsEmpty
            && !actors.IsEmpty
            && Codebook.IsOf("answering", frame.Type.ToString())
            && actors is [{ Type: EntityType.State or EntityType.Organ or EntityType.Igo or EntityType.ArmedGroup or EntityType.Person }]
        )
            recipients = IsAskedOfOthers(token, frame) ? [] : Others(told.Partner(token, actors), actors);
        // "Israel carried out strikes in Damascus": what a state does on another's soil is done to that state.
        if (
            recipients.IsEmpty
            && frame.Type == EventType.ASSAULT
            && !frame.IsMutual
            && actors is [{ Type: EntityType.State or EntityType.Organ, State: { } home }]
            && EventPlace.Of(text, cast, token, frame) is { State: { } soil, Type: EntityType.Place or EntityType.State } place
            && soil != home
        )
            recipients = Sides([place]);
        if (actors.IsEmpty && !recipients.IsEmpty && Codebook.Quad(frame.Type) == "material-conflict")
            actors = told.Doers(token, frame.Type, recipients);
        // "It was agreed to stay in touch": those whose meeting the text is about.
        if (isVerb && frame.Type == EventType.AGREE && actors.IsEmpty && recipients.IsEmpty && ClauseTree.IsPassive(text, token))
            actors = told.Convened();
        var earlier = !isVerb && happening is null && IsDefinite(token) ? Antecedent(token, frame, actors, recipients) : -1;
        if (earlier >= 0)
        {
            happening = told.Known(earlier);
            if (recipients.IsEmpty || frame.IsMutual)
                (actors, recipients) = (told.Events[earlier].Actors, told.Events[earlier].Recipients);
            if (happening is { } named)
                (actors, recipients) = (Happenings.Sides(named.Actors), Happenings.Sides(named.Recipients));
        }
        else if (happening is not null)
        {
            // What is known by name is known better than whom a pronoun before it may mean.
            if ((actors.IsEmpty || OwnedByPronoun(token)) && !happening.Actors.IsEmpty && !frame.IsMutual)
                actors = Happenings.Sides(happening.Actors);
            if (recipients.IsEmpty && !frame.IsMutual)
                recipients = Others(Happenings.Sides(happening.Recipients), actors);
        }

        return actors.IsEmpty && recipients.IsEmpty ? null : new EventParties(actors, recipients, happening, earlier);
    }

    // "urged relevant countries to stop", "stressed the need for aid": whom the sentence names, though nobody known, or asks in general.
    private bool IsAskedOfOthers(int token, Frame frame) =>
        frame.Type == EventType.REQUEST
        && (frame.Recipients.Length == 0 || frame.Recipients.Any(sum => sum is ["obj"]) && ClauseTree.Undergoer(text, token) >= 0);

    // The noun for what is asked: "demanded the release", "called for the withdrawal".
    private int Asked(int token)
    {
        var thing = ClauseTree.Undergoer(text, token);
        if (thing < 0 || text.Tokens[thing].Tag != UniversalTag.NOUN)
            thing = ClauseTree.After(text, token, "for");
        return thing >= 0 && text.Tokens[thing].Tag == UniversalTag.NOUN ? thing : -1;
    }

    // Whom an event concerns, where no place of its frame names anybody.
    private ImmutableArray<Entity> Implied(int token, Frame frame, ImmutableArray<Entity> actors)
    {
        // "discussed the war in Ukraine": what is talked about takes no part; who accuses "each other" stays within the pair.
        if (frame.IsMutual || frame is { Type: EventType.CONSULT, Mode: null } || IsReciprocal(ClauseTree.Undergoer(text, token)))
            return [];
        var isDeed = Codebook.Quad(frame.Type) == "material-conflict" && frame.Type != EventType.SANCTION;
        var concerned =
            actors.IsEmpty || isDeed
                ? []
                : Others(Sides(_roles.Concerned(token, _own)), actors)
                    .RemoveAll(entity =>
                        entity is { Type: EntityType.State, State: not null } && actors.Any(actor => actor.State == entity.State)
                    );
        if (!concerned.IsEmpty || ClauseTree.Undergoer(text, token) is not (var deed and >= 0))
            return concerned;
        // "condemned the attack", "rejected the accusation": the answer is to those who did what was told before.
        if (frame.Type is EventType.ACCUSE or EventType.REJECT or EventType.SUPPORT or EventType.AGREE)
            return !actors.IsEmpty && IsDefinite(deed) ? Others(told.Answered(deed, actors), actors) : [];
        // "the sanctions were lifted": on whom they lay was said before.
        return text.Tokens[deed].Tag == UniversalTag.NOUN && told.Same(deed) is var same and >= 0
            ? Others(told.Events[same].Recipients, actors)
            : [];
    }

    private int Antecedent(int token, Frame frame, ImmutableArray<Entity> actors, ImmutableArray<Entity> recipients)
    {
        if (actors.IsEmpty && recipients.IsEmpty || frame.IsMutual && actors.Length < 2)
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

    private bool IsReciprocal(int token) =>
        token >= 0
        && token + 1 < text.Tokens.Length
        && (ClauseTree.Is(text, token, "each") || ClauseTree.Is(text, token, "one"))
        && (ClauseTree.Is(text, token + 1, "other") || ClauseTree.Is(text, token + 1, "another"));

    private bool OwnedByPronoun(int token) =>
        text.Dependent(token, Relation.NmodPoss) is var owner and >= 0 && text.Tokens[owner].Tag == UniversalTag.PRON;

    private bool IsDefinite(int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Det && word.Lemma is "the" or "this" or "that")
                return true;
            if (word.Relation == Relation.NmodPoss && word.Tag == UniversalTag.PRON)
                return true;
        }

        return false;
    }

    // What is done to a town is done to its state, and a visit to a capital is paid to one.
    private static ImmutableArray<Entity> Sides(ImmutableArray<Entity> named)
    {
        for (var i = 0; i < named.Length; i++)
            if (named[i] is { Type: EntityType.Place, State: { } code } place && World.Default.Find("state/" + code) is { } state)
                named = named.SetItem(
                    i,
                    new Entity
                    {
                        Id = state.Id,
                        Name = state.Name,
                        Type = state.Type,
                        State = state.State,
                        Span = place.Span,
                    }
                );
        return named.Length < 2 ? named : [.. named.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    // Nobody is both; and who speaks of a bond of his own state speaks of the other side ("Putin praised Russia-China relations").
    private static ImmutableArray<Entity> Others(ImmutableArray<Entity> some, ImmutableArray<Entity> actors)
    {
        var others = some.RemoveAll(entity => actors.Any(actor => string.Equals(actor.Id, entity.Id, StringComparison.Ordinal)));
        if (others.Length < 2)
            return others;
        var foreign = others.RemoveAll(entity =>
            entity.Type == EntityType.State && actors.Any(actor => actor.State is not null && actor.State == entity.State)
        );
        return foreign.IsEmpty ? others : foreign;
    }
}
