using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>What refers back: pronouns, pairs, counterparts; and whether a place stands for its government.</summary>
internal sealed partial class Linker
{
    private int Reference(int at)
    {
        var word = _lower[at];
        if (word is "his" or "her" or "their" && Counterpart(at) is var counterpart and > 0) return counterpart;
        switch (word)
        {
            case "he" or "she" or "him" or "his" or "her":
                return Antecedent(at, static e => e.Type == EntityType.Person) is { } person ? Pronoun(at, [person]) : at;
            case "it" or "its":
                return Antecedent(at, static e => e.Type is EntityType.State or EntityType.Organ or EntityType.Igo or EntityType.ArmedGroup or EntityType.Ngo) is { } body
                    ? Pronoun(at, [body]) : at;
            case "they" or "them" or "their":
                return Plural(at) is { Length: > 1 } many ? Pronoun(at, many) : at;
        }

        if (word == "western" && At(at + 1) is { } kind && (Phrasing.Sides.Contains(kind) || Phrasing.Leaders.Contains(kind) || kind == "officials"))
        {
            var group = new Entity { Id = "unknown/western-" + kind, Name = "Western " + kind, Type = EntityType.Group };
            return Put(at, at + 2, [group], MentionForm.Group, null, .8, "actors/loose-group", "a group without named members");
        }

        return Pair(at);
    }

    private int Pair(int at)
    {
        var next = _lower[at] == "the" ? at + 1 : at;
        var counted = At(next) is "two" or "both";
        if (counted) next++;
        if (At(next) is not { } noun) return at;
        if (noun is "prime" or "foreign" or "defence" or "defense" && At(next + 1) == "ministers") { next++; noun = "ministers"; }
        var opens = at == _text.Sentences[_sentence[at]].FirstToken;
        var definite = next > at;
        if (Phrasing.Leaders.Contains(noun) && (definite || opens))
            return Two(at, static e => e.Type == EntityType.Person) is { Length: 2 } two
                ? Put(at, next + 1, two, MentionForm.Group, null, counted ? .9 : .75, "actors/two-leaders", "the two persons of different states most spoken of here") : at;
        if (Phrasing.Sides.Contains(noun) && counted)
        {
            return Two(at, static e => e.State is not null && e.Type is EntityType.State or EntityType.Organ or EntityType.Person) is { Length: 2 } sides
                ? Put(at, next + 1, [.. sides.Select(StateOf)], MentionForm.Group, null, .85, "actors/two-sides", "the two states most spoken of here") : at;
        }

        if (definite && noun is "statements" or "readouts" && _issuers.Count > 1)
            return Put(at, next + 1, [.. _issuers], MentionForm.Group, null, .9, "actors/statements", "those whose statements were cited before");
        if (_lower[at] != "the") return at;
        if (noun is "latter" or "former" && LastTwo(at) is { Length: 2 } pair)
            return Put(at, next + 1, [pair[noun == "former" ? 0 : 1]], MentionForm.Pronoun, null, .7, "actors/latter", "the " + noun + " of the last two named");
        var body = noun == "military" && At(next + 1) == "alliance" ? next + 1 : next;
        if (Phrasing.Bodies.Contains(_lower[body]) && Antecedent(at, static e => e.Type is EntityType.Igo) is { } igo)
            return Put(at, body + 1, [igo], MentionForm.Title, null, .75, "actors/bloc", "the organisation last named");
        return at;
    }

    private int Counterpart(int at)
    {
        var next = at + 1;
        string? state = null;
        if (next < _words.Length && Known(next) is { Words: > 0 } known && _world.Find(known.Naming.Entity) is { State: { } of }) { state = of; next += known.Words; }
        if (At(next) is not ("counterpart" or "counterparts")) return 0;
        if (NameAfter(next + 1) is { } name)
        {
            var person = name.Entity ?? UnknownPerson(next + 1, next + 1 + name.Words, state, null);
            return Put(at, next + 1 + name.Words, [person], MentionForm.Name, "person", .95, "actors/counterpart", "counterpart and name together");
        }

        if (Antecedent(at, static e => e.Type == EntityType.Person) is not { } first || _world.OfficeOf(first.Id, _day) is not { } office) return 0;
        if (state is not null)
        {
            var (holder, confidence, why) = Holder(state, office.Office);
            return holder is null ? 0 : Put(at, next + 1, [holder], MentionForm.Title, "person", confidence, "actors/counterpart", why);
        }

        var other = Two(at, static e => e.Type == EntityType.Person).FirstOrDefault(e => e.Id != first.Id);
        return other is null ? 0 : Put(at, next + 1, [other], MentionForm.Title, "person", .7, "actors/counterpart", "the other of the two spoken of");
    }

    private int Pronoun(int at, ImmutableArray<Entity> entities)
        => Put(at, at + 1, entities, MentionForm.Pronoun, entities[0].Type == EntityType.Person ? "person" : null, .7, "actors/pronoun", "the subject last spoken of");

    // The first of its sort in the nearest sentence, subjects before all others: English keeps its topic in the subject.
    private Entity? Antecedent(int at, Func<Entity, bool> sort)
    {
        var sentence = _sentence[at];
        ResolvedMention? best = null;
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            var mention = _mentions[i];
            var where = _sentence[mention.FirstToken];
            if (sentence - where > 2 || best is not null && where < _sentence[best.FirstToken]) break;
            if (mention.Entities is not [var entity] || !sort(entity) || mention.Reading == "place" && entity.Type == EntityType.State) continue;
            if (best is null || Subject(mention) || !Subject(best)) best = mention;
        }

        return best?.Entities[0];
    }

    private bool Subject(ResolvedMention mention) => _text.Tokens[mention.Head].Relation is Relation.Nsubj or Relation.NsubjPass;

    private ImmutableArray<Entity> Plural(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 1; i--)
        {
            if (_mentions[i].Entities.Length > 1) return _mentions[i].Entities;
            if (i > 0 && _mentions[i].FirstToken == _mentions[i - 1].EndToken + 1 && At(_mentions[i - 1].EndToken) == "and"
                && _mentions[i].Entities.Length == 1 && _mentions[i - 1].Entities.Length == 1)
                return [_mentions[i - 1].Entities[0], _mentions[i].Entities[0]];
        }

        return _mentions.Count > 0 && _sentence[at] > 0 ? Two(at, static e => e.Type == EntityType.Person) : [];
    }

    private ImmutableArray<Entity> LastTwo(int at)
    {
        var found = new List<Entity>();
        for (var i = _mentions.Count - 1; i >= 0 && found.Count < 2 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 1; i--)
            foreach (var entity in _mentions[i].Entities)
                if (found.Count < 2 && !found.Exists(e => e.Id == entity.Id)) found.Add(entity);
        found.Reverse();
        return [.. found];
    }

    // Near mentions weigh more: each sentence between halves nothing, it takes a tenth, down to a fifth.
    private ImmutableArray<Entity> Two(int at, Func<Entity, bool> sort)
    {
        var weights = new Dictionary<string, (double Weight, int First, Entity Entity)>();
        for (var i = _mentions.Count - 1; i >= 0 && i > _mentions.Count - 200; i--)
        {
            var mention = _mentions[i];
            var weight = Math.Max(.2, 1 - .1 * (_sentence[at] - _sentence[mention.FirstToken]));
            foreach (var entity in mention.Entities)
            {
                if (!sort(entity) || entity.State is null && entity.Type != EntityType.Person) continue;
                var key = entity.State ?? entity.Id;
                var held = weights.GetValueOrDefault(key, (0, 0, entity));
                weights[key] = (held.Weight + weight, mention.FirstToken, held.Entity);
            }
        }

        return [.. weights.OrderByDescending(static w => w.Value.Weight).ThenBy(static w => w.Key, StringComparer.Ordinal).Take(2)
            .OrderBy(static w => w.Value.First).Select(static w => w.Value.Entity)];
    }

    private Entity StateOf(Entity entity) => entity.Type == EntityType.State ? entity : Made(_world.Find("state/" + entity.State)!);

    private void Place(int start, int first, int end, Entity entity, bool capital)
    {
        var (reading, confidence, cue) = Cue(first, end, capital);
        if (reading is null && capital)
        {
            Put(first, end, [], MentionForm.Metonym, null, .3, "actors/abstain", "nothing tells the place from the government");
            return;
        }

        if (capital && reading == "government")
            Put(first, end, [Made(_world.Find("state/" + entity.State)!)], MentionForm.Metonym, reading, confidence, "actors/metonym", cue);
        else Put(start, end, [entity], MentionForm.Name, reading, confidence, capital ? "actors/capital" : "actors/state", cue);
    }

    private (string? Reading, double Confidence, string Cue) Cue(int first, int end, bool capital)
    {
        var before = first > 0 && _sentence[first - 1] == _sentence[first] ? _lower[first - 1] : "";
        if (before == "the" && first > 1) before = _lower[first - 2];
        if (Phrasing.PlaceCues.Contains(before))
        {
            var gift = before is "to" or "from" && first > 1 && Phrasing.ToActors.Contains(_lower[first - 2]);
            return gift ? ("government", .75, "what governments send: " + before) : ("place", .93, "after " + before);
        }

        if (Phrasing.ActorCues.Contains(before)) return ("government", .82, "after " + before);
        if (At(end) is "'s" or "’s")
            return At(end + 1) is { } noun && Phrasing.PlaceNouns.Contains(noun) ? ("place", .8, "possessor of a part of a place")
                : (capital ? "government" : null, .78, "possessor");
        var relation = _text.Tokens[Head(first, end)].Relation;
        if (relation is Relation.Nsubj || At(end) is { } next && Phrasing.Finite.Contains(next) || end < _words.Length && _text.Tokens[end].Tag is UniversalTag.VERB or UniversalTag.AUX)
            return ("government", .92, "subject of a clause");
        if (At(end) == "and" && end + 1 < _words.Length && Known(end + 1) is { Words: > 0 } other && At(end + 1 + other.Words) is { } after
            && (Phrasing.Finite.Contains(after) || _text.Tokens[end + 1 + other.Words].Tag is UniversalTag.VERB or UniversalTag.AUX))
            return ("government", .88, "one of two subjects");
        if (before == "and" && _mentions.Count > 0 && _mentions[^1].EndToken == first - 1 && _mentions[^1].Reading is { } same) return (same, .8, "joined to another of that reading");
        if (relation is Relation.Obj or Relation.Iobj && !capital) return ("government", .75, "object of a verb");
        return (null, .6, "no cue");
    }
}
