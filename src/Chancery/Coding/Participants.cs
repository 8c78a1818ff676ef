using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Who is meant by the phrase at a token, coordination followed; what has no actor of its own passes to its owner.</summary>
internal readonly struct Participants(ParsedText text, Cast cast)
{
    private const int Depth = 3;

    // Where the owner of a noun may stand, nearest in meaning first.
    private static readonly string[] Below = ["by", "of", "in", "with", "between", "on", "to", "for", "from"];

    /// <summary>Those whom the phrase means, without repetition.</summary>
    public ImmutableArray<Entity> Of(int head)
    {
        var found = ImmutableArray.CreateBuilder<Entity>();
        Gather(head, found, Depth);
        return found.ToImmutable();
    }

    private void Gather(int head, ImmutableArray<Entity>.Builder found, int depth)
    {
        if (head < 0)
            return;
        if (text.Tokens[head].IsVerb)
        {
            // "called for strengthening ties with Peru": whom the clause is about.
            if (depth > 0)
                Gather(ClauseTree.Undergoer(text, head), found, depth - 1);
            return;
        }

        // "condemned what she called China's conduct": what a free clause names.
        if (depth > 0 && ClauseTree.Is(text, head, "what") && text.Dependent(head, Relation.AclRelcl) is var free and >= 0)
        {
            Gather(text.Dependent(free, Relation.Obj), found, depth - 1);
            if (found.Count == 0)
                Gather(text.Dependent(free, Relation.Xcomp), found, depth - 1);
            return;
        }

        // "Drones launched by rebels struck": a means acts for those who sent it, and is nobody itself.
        var isMeans = InstrumentReader.IsMeans(text, head);
        if (
            isMeans
            && text.Dependent(head, Relation.Acl) is var sent and >= 0
            && ClauseTree.IsPassive(text, sent)
            && ClauseTree.Doer(text, sent) is var sender and >= 0
            && sender != head
            && depth > 0
        )
        {
            Gather(sender, found, depth - 1);
            return;
        }

        var before = found.Count;
        var own = cast.Of(head);
        if (isMeans)
            own = own.RemoveAll(entity => entity.Id.StartsWith("unknown/", StringComparison.Ordinal));
        if (own.IsEmpty && text.Dependent(head, Relation.Flat) is var flat and >= 0)
            own = cast.Of(flat);
        if (
            own.IsEmpty
            && cast.Covering(head) is { } around
            && around.FirstToken <= head
            && text.Tokens[head].Tag is UniversalTag.PROPN or UniversalTag.NOUN
        )
            own = around.Entities;
        // "a man convicted of spying, Ravi Sharma, was hanged": the name beside a common noun says who it is.
        if (own.IsEmpty || own is [{ Type: EntityType.Group }])
            foreach (var dependent in text.Dependents(head))
                if (
                    text.Tokens[dependent] is { Relation: Relation.Appos, Tag: UniversalTag.PROPN }
                    && cast.Of(dependent) is [{ Type: EntityType.Person }] named
                )
                    own = named;
        if (
            own is [{ Type: EntityType.State } people]
            && cast.Covering(head) is { Reading: "people" }
            && text.Tokens[head].Penn is PennTag.NNS or PennTag.NNPS
            && text.Dependent(head, Relation.Det) < 0
        )
            own = [People(head, people)];
        if (own.IsEmpty && depth > 0 && PronounParty.Antecedent(text, head) is var meant and >= 0)
        {
            Gather(meant, found, depth - 1);
            return;
        }

        foreach (var entity in own)
            Add(found, entity);
        if (!own.IsEmpty)
        {
            Hyphenated(head, found);
            OfEach(head, own, found);
        }

        if (own.IsEmpty && Named(head) is var name and >= 0)
            (own, _) = (cast.Of(name), AddAll(found, cast.Of(name)));
        // "The group, known as JNIM": what it is called says who it is.
        if (
            own.IsEmpty
            && depth > 0
            && text.Dependent(head, Relation.Acl) is var called and >= 0
            && Codebook.IsOf("naming", text.Tokens[called].Lemma)
            && (ClauseTree.After(text, called, "as") is var alias and >= 0 || (alias = text.Dependent(called, Relation.Xcomp)) >= 0)
            && cast.Of(alias) is { IsEmpty: false }
        )
        {
            Gather(alias, found, depth - 1);
            return;
        }

        if (own.IsEmpty && depth > 0)
        {
            Modifiers(head, found, depth - 1);
            // "supporters of the president", "mothers of the children": people are themselves, and not those whose they are.
            if (UnnamedParty.At(text, head) is not null && UnnamedParty.IsOfNoState(text, head))
                while (
                    found.Count > before
                    && (found[^1].Type == EntityType.Person || found[^1].Id.StartsWith("unknown/", StringComparison.Ordinal))
                )
                    found.RemoveAt(found.Count - 1);
        }

        if (found.Count == before && own.IsEmpty && UnnamedParty.At(text, head) is { } unnamed)
            found.Add(unnamed);
        foreach (var dependent in text.Dependents(head))
        {
            if (
                depth >= 0
                    && text.Tokens[dependent].Relation == Relation.Conj
                    && (text.Tokens[dependent].IsNominal && depth > 0 || !cast.Of(dependent).IsEmpty)
                    && !IsOwner(head, dependent)
                || depth > 0 && IsListed(head, dependent)
            )
                Gather(dependent, found, depth - 1);
        }
    }

    // "Thai and Cambodian troops": a noun in the plural with two peoples before it means those of either.
    private void OfEach(int head, ImmutableArray<Entity> own, ImmutableArray<Entity>.Builder found)
    {
        if (own is not [{ Type: EntityType.State or EntityType.Organ, State: not null }] || text.Tokens[head].Penn is not PennTag.NNS)
            return;
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation is not (Relation.Amod or Relation.Compound))
                continue;
            AddForeign(dependent, own[0], found);
            foreach (var joined in text.Dependents(dependent))
                if (text.Tokens[joined].Relation == Relation.Conj)
                    AddForeign(joined, own[0], found);
        }
    }

    private void AddForeign(int adjective, Entity own, ImmutableArray<Entity>.Builder found)
    {
        if (cast.Of(adjective) is [{ Type: EntityType.State or EntityType.Organ, State: { } state } other] && state != own.State)
            Add(found, other);
    }

    // "Georgians protested", "Kosovo Serbs": many of a people, and not its state; "the Georgians agreed" may well be the state.
    private Entity People(int head, Entity state)
    {
        var first =
            head > 0
            && text.Tokens[head - 1] is { Relation: Relation.Compound or Relation.Amod } before
            && before.Head == head
            && before.Tag is UniversalTag.PROPN or UniversalTag.ADJ
                ? head - 1
                : head;
        var name = text.SpanOf(first, head + 1).In(text.Document.Text).ToString();
        return new Entity
        {
            Id = "people/" + name.ToLowerInvariant().Replace(' ', '-'),
            Name = name,
            Type = EntityType.Group,
            State = first == head ? state.State : null,
            Span = text.SpanOf(first, head + 1),
        };
    }

    // "envoys from London, Paris, Berlin": a headline joins names by commas alone, and a reader of trees may take the second for a place of the first.
    private bool IsListed(int head, int dependent) =>
        text.Tokens[dependent] is { Relation: Relation.NmodUnmarked or Relation.Appos, Tag: UniversalTag.PROPN }
        && dependent > head + 1
        && ClauseTree.Is(text, dependent - 1, ",")
        && cast.Of(head) is [{ Type: EntityType.State or EntityType.Place }]
        && cast.Of(dependent) is [{ Type: EntityType.State or EntityType.Place }];

    // "from China and Russia's growing dependence": the owner of another noun is no second conjunct.
    private bool IsOwner(int head, int conjunct) =>
        text.Tokens[head].Relation != Relation.NmodPoss
        && (ClauseTree.HasCase(text, conjunct, "'s") || ClauseTree.HasCase(text, conjunct, "’s"));

    // "Israel's response", "Russian troops", "the policy of Spain": the nearest owner speaks, in this order.
    private void Modifiers(int head, ImmutableArray<Entity>.Builder found, int depth)
    {
        var before = found.Count;
        // "along its border with Chad": of what two share, the other.
        if (
            text.Dependent(head, Relation.NmodPoss) is var owner and >= 0
            && text.Tokens[owner].Tag == UniversalTag.PRON
            && (
                ClauseTree.After(text, head, "with") is var other and >= 0
                || head + 1 < text.Tokens.Length && ClauseTree.Is(text, head + 1, "with") && (other = Nearby.After(text, head, "with")) >= 0
            )
        )
            Gather(other, found, depth);
        if (found.Count > before)
            return;
        var apart = UnnamedParty.StandsApart(text, head);
        var isOfNoState = UnnamedParty.IsOfNoState(text, head);
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation != Relation.NmodPoss)
                continue;
            // "Colombia's last rebel group", "Iran's students": those who act for no state, though they are of it.
            if (
                isOfNoState
                && cast.Of(dependent) is [{ Type: EntityType.State or EntityType.Place, State: { } state }]
                && UnnamedParty.At(text, head) is { } many
            )
                found.Add(many with { State = state });
            else
                Gather(dependent, found, depth);
        }

        if (found.Count > before)
            return;
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation is not (Relation.Amod or Relation.Compound or Relation.Appos))
                continue;
            // "Russia-China trade relations": the pair may hang on the noun before the last.
            Gather(dependent, found, text.Tokens[dependent].Tag == UniversalTag.NOUN ? Math.Min(depth, 1) : 0);
        }

        if (found.Count > before)
            return;
        // "bandits in Nigeria", "students in Iran" act for themselves, where "the police in Iran" act for it.
        foreach (var preposition in Below)
        {
            if (apart && preposition is not ("by" or "of" or "from"))
                continue;
            var at = ClauseTree.After(text, head, preposition);
            // "soldiers in Chad said that they had seized power": many in a state, who may act against it.
            if (at >= 0 && preposition == "in" && text.Tokens[head].Penn == PennTag.NNS && UnnamedParty.At(text, head) is { } many)
            {
                found.Add(many with { State = cast.Of(at) is [{ State: { } state }] ? state : null });
                return;
            }

            if (at >= 0 && at != head)
                Gather(at, found, depth);
            if (found.Count > before)
                return;
        }
    }

    // "Russia-China": the two ends of a hyphen stand side by side, whatever the tree makes of it.
    private void Hyphenated(int head, ImmutableArray<Entity>.Builder found)
    {
        if (head + 2 < text.Tokens.Length && IsHyphen(head + 1))
            AddAll(found, cast.Of(head + 2));
        if (head >= 2 && IsHyphen(head - 1))
            AddAll(found, cast.Of(head - 2));
    }

    private bool IsHyphen(int token) =>
        text.Form(token) is "-" or "–"
        && text.Tokens[token].Span.Start == text.Tokens[token - 1].Span.End
        && text.Tokens[token].Span.End == text.Tokens[token + 1].Span.Start;

    // "the pundit Tucker Carlson": a name right after the noun names its bearer, whatever the tree calls it.
    private int Named(int head) =>
        text.Tokens[head].Tag == UniversalTag.NOUN
        && head + 1 < text.Tokens.Length
        && text.Tokens[head + 1] is { Tag: UniversalTag.PROPN } next
        && (next.Head == head || text.Tokens[head].Head == head + 1)
        && next.Relation is not Relation.NmodPoss
        && cast.HeadedBy(head + 1) is { } named
        && named.Entities is [{ Type: not EntityType.State }, ..]
            ? head + 1
            : -1;

    private static bool AddAll(ImmutableArray<Entity>.Builder found, ImmutableArray<Entity> entities)
    {
        foreach (var entity in entities)
            Add(found, entity);
        return true;
    }

    private static void Add(ImmutableArray<Entity>.Builder found, Entity entity)
    {
        foreach (var member in found)
            if (string.Equals(member.Id, entity.Id, StringComparison.Ordinal))
                return;
        found.Add(entity);
    }
}
