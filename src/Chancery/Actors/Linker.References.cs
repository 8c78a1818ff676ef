using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>What refers back: pronouns, counterparts, neighbours, the bloc, the country.</summary>
internal sealed partial class Linker
{
    private int Reference(int at)
    {
        var word = _lower[at];
        if (word is "his" or "her" or "its" or "their" && Owned(at, word) is var owned and > 0) return owned;
        switch (word)
        {
            case "he" or "him" or "his":
                return Antecedent(at, IsMan) is { } man ? Gendered(at, man, word) : at;
            case "she" or "her":
                return Woman(at) is { } woman ? Gendered(at, woman, word) : at;
            case "it" or "its":
                return Expletive(at) ? at : Antecedent(at, IsBody) is { } body ? Pronoun(at, [body]) : at;
            case "they" or "them" or "their" or "themselves":
                return Plural(at) is { Length: > 0 } many ? Pronoun(at, many) : at;
            case "the" when At(at + 1) == "west" && _words[at + 1] == "West" && !Upper(at + 2):
                return Put(at, at + 2, [new() { Id = "unknown/the-west", Name = "the West", Type = EntityType.Group }], MentionForm.Group, null, .8, "actors/loose-group", "a group without named members");
            case "both" or "the" or "two" or "leaders" or "presidents" or "ministers" or "neither" or "all":
                return Together(at);
            case "western" when At(at + 1) is { } kind && (Phrasing.Sides.Contains(kind) || Phrasing.Leaders.Contains(kind) || kind == "officials"):
                return Put(at, at + 2, [new() { Id = "unknown/western-" + kind, Name = "Western " + kind, Type = EntityType.Group }], MentionForm.Group, null, .8, "actors/loose-group", "a group without named members");
            default:
                return at;
        }
    }

    private static bool IsPerson(Entity e) => e.Type == EntityType.Person;

    private static bool IsBody(Entity e) => e.Type is EntityType.State or EntityType.Organ or EntityType.Igo or EntityType.ArmedGroup or EntityType.Ngo or EntityType.Outlet or EntityType.Other || e.Id == "unknown/the-west";

    // Who was once "he" stays so.
    private bool IsMan(Entity e) => IsPerson(e) && !IsFemale(e) && _gender.GetValueOrDefault(e.Id) != 'f';

    private Entity? Woman(int at)
        => Antecedent(at, e => IsPerson(e) && (IsFemale(e) || _gender.GetValueOrDefault(e.Id) == 'f')) ?? Antecedent(at, e => IsPerson(e) && _gender.GetValueOrDefault(e.Id) != 'm');

    private int Gendered(int at, Entity person, string word)
    {
        _gender.TryAdd(person.Id, word[0] == 's' || word == "her" ? 'f' : 'm');
        return Pronoun(at, [person]);
    }

    private bool IsFemale(Entity person) => person.Name.Split(' ', '-').Any(_world.IsFemaleName);

    // "his Kenyan counterpart", "her guest", "their country", "its neighbour", "his government".
    private int Owned(int at, string word)
    {
        var next = at + 1;
        if (next >= _words.Length) return 0;
        string? state = null;
        while (At(next) is { } skipped && (Phrasing.Later.Contains(skipped) || Phrasing.Earlier.Contains(skipped) || skipped is "western" or "eastern" or "northern" or "southern" or "close" or "closest" or "regional" or "own")) next++;
        if (Known(next) is { Words: > 0 } known && _world.Find(known.Naming.Entity) is { State: { } of } && Phrasing.OtherPersons.Contains(At(next + known.Words) ?? "")) { state = of; next += known.Words; }
        if (At(next) is not { } noun) return 0;
        if (noun == "opposite" && At(next + 1) == "number") return Counterpart(at, next + 1, state, "counterpart");
        if (Phrasing.OtherPersons.Contains(noun)) return Counterpart(at, next, state, noun);
        if (noun is "counterparts") return 0;
        var owner = Owner(at, word);
        if (owner?.State is not { } own) return 0;
        if (Phrasing.StateNouns.Contains(noun) && noun is not "island" && !Possessive(next + 1))
            return word is "their" && Owners(at) is { Length: > 1 } ? 0 : Put(at, next + 1, [StateOf(own)], MentionForm.Title, null, .8, "actors/own-country", "the state of " + owner.Name);
        if (Phrasing.Others.Contains(noun) || noun is "colony")
            return Others(at, own, noun) is { Length: > 0 } others ? Put(at, next + 1, others, MentionForm.Title, null, .65, "actors/neighbour", "the other state spoken of here") : 0;
        if (noun is "government" && word is not "its") return OrganPhrase(at, next + 1, own, "government", "Government");
        // "its foreign ministry", "his foreign minister": the organ, and who holds the office, in the owner's state.
        if (word is "their" && Owners(at) is { Length: > 1 }) return 0;
        if (Organ(next) is { Words: > 0 } organ && organ.Code is not ("government" or "army" or "embassy" or "consulate" or "mission")) return OrganPhrase(at, next + organ.Words, own, organ.Code, organ.Name);
        for (var end = Math.Min(next + 3, _text.Sentences[_sentence[at]].EndToken); end > next; end--)
        {
            if (_world.Title(Words(next, end).ToLowerInvariant()) is not { } office || office is "leader" || At(end) is "," or "of" || Upper(end)) continue;
            var (holder, confidence, why) = Holder(own, null, office, "");
            return holder is null || owner.Id == holder.Id ? 0 : Put(at, end, [holder], MentionForm.Title, "person", confidence - .05, "actors/own-office", why);
        }

        return 0;
    }

    private Entity? Owner(int at, string word) => word switch
    {
        "his" => Antecedent(at, IsMan),
        "her" => Woman(at),
        "its" => Antecedent(at, e => e.Type is EntityType.State or EntityType.Organ),
        _ => Plural(at) is [var single] ? single : Antecedent(at, static e => e.State is not null),
    };

    private ImmutableArray<Entity> Owners(int at) => Plural(at);

    private int Counterpart(int at, int noun, string? state, string word)
    {
        var end = noun + 1;
        var named = At(end) == "," ? end + 1 : end;
        if (named < _words.Length && _sentence[named] == _sentence[at] && NameEnd(named) is var last && last > named && (named == end || Closes(last)) && Known(named) is not { Words: > 0, Naming.Kind: Knowledge.NameKind.State or Knowledge.NameKind.Capital })
        {
            var office = Antecedent(at, IsPerson) is { } other && _world.OfficeOf(other.Id, _day) is { } held ? held.Office : null;
            var person = PersonOf(named, last, state, word == "counterpart" ? office : null, null);
            if (named == end) return Put(at, last, [person], MentionForm.Name, "person", .95, "actors/counterpart", "counterpart and name together");
            Put(at, end, [person], MentionForm.Title, "person", .9, "actors/counterpart", "the counterpart who is named after it");
            return Put(named, last, [person], MentionForm.Name, "person", .95, "actors/counterpart", "counterpart and name together");
        }

        if (_lower[at] == "its" && Antecedent(at, IsBody) is { Type: EntityType.Organ } organ && state is not null)
            return OrganPhrase(at, end, state, organ.Id[(organ.Id.IndexOf('.') + 1)..], organ.Name[(organ.Name.IndexOf(' ') + 1)..]);
        if (Antecedent(at, IsPerson) is not { } first) return 0;
        if (state is not null)
        {
            if (_world.OfficeOf(first.Id, _day) is not { } seat) return 0;
            var (holder, confidence, why) = Holder(state, null, seat.Office, "");
            return holder is null ? 0 : Put(at, end, [holder], MentionForm.Title, "person", confidence, "actors/counterpart", why);
        }

        if (word is "rival" or "predecessor" or "opponent") return 0;
        var two = Two(at, IsPerson).FirstOrDefault(e => e.Id != first.Id);
        return two is null ? 0 : Put(at, end, [two], MentionForm.Title, "person", .7, "actors/counterpart", "the other of the two spoken of");
    }

    private ImmutableArray<Entity> Others(int at, string own, string noun)
    {
        var many = noun[^1] == 's';
        // A neighbour lies beside; an ally or a rival need not.
        var beside = noun.StartsWith("neighb", StringComparison.Ordinal) && _world.HasNeighbours(own);
        var states = Two(at, e => e.State is { } of && (!beside || _world.AreNeighbours(own, of)) && e.Type is EntityType.State or EntityType.Organ or EntityType.Person, many ? 3 : 2)
            .Select(e => e.State!).Where(s => s != own).Distinct().Take(many ? 2 : 1).ToArray();
        return many && states.Length < 2 ? [] : [.. states.Select(StateOf)];
    }

    private int Pronoun(int at, ImmutableArray<Entity> entities)
        => Put(at, at + 1, entities, MentionForm.Pronoun, entities[0].Type == EntityType.Person ? "person" : null, .7, "actors/pronoun", "the subject last spoken of");

    // "it is clear that", "it was up to": no one is meant.
    private bool Expletive(int at)
    {
        if (_lower[at] != "it") return false;
        var token = _text.Tokens[at];
        if (token.Relation == Relation.Expl) return true;
        if (token.Relation is Relation.Obj && token.Head >= 0 && !Phrasing.DoneToActors.Contains(_text.Tokens[token.Head].Lemma)) return true;
        var copula = At(at + 1) is "is" or "was" or "'s" || At(at + 1) is "will" or "would" or "has" or "had" && At(at + 2) is "be" or "been";
        if (!copula) return false;
        for (var i = at + 2; i < _words.Length && i < at + 7 && _sentence[i] == _sentence[at]; i++)
            if (_lower[i] is "that" or "to" or "the" or "a" or "time" or "first" or "important" or "clear" or "up" || _text.Tokens[i].Tag == UniversalTag.NOUN) return _text.Tokens[i - 1].Tag is not UniversalTag.VERB;
        return false;
    }

    // The subject of the clause that the word stands in, then of the clauses around it, then of the sentences before. English keeps its topic there.
    private Entity? Antecedent(int at, Func<Entity, bool> sort)
    {
        var (tried, barred) = (0, Barred(at));
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12; verb = _text.Tokens[verb].Head)
        {
            if (_text.Tokens[verb].Relation == Relation.Xcomp && _text.Tokens[verb].Head is var ruler and >= 0 && _text.Dependent(ruler, Relation.Obj) is var ruled and >= 0 && ruled < verb
                && Covers(ruled, at) is { } controlled && sort(controlled) && controlled.Id != barred) return controlled;
            foreach (var dependent in _text.Dependents(verb))
                if (dependent < at && _text.Tokens[dependent].Relation is Relation.Nsubj or Relation.NsubjPass && Covers(dependent, at) is { } subject && sort(subject) && subject.Id != barred) return subject;
        }

        var sentence = _sentence[at];
        ResolvedMention? best = null;
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            var mention = _mentions[i];
            var where = _sentence[mention.FirstToken];
            if (sentence - where > 3 || best is not null && where < _sentence[best.FirstToken]) break;
            if (mention.Entities is not [var entity] || !sort(entity) || entity.Id == barred || mention.Reading == "place" && entity.Type == EntityType.State) continue;
            if (mention.Rule == "actors/unnamed-person" && best is not null) continue;
            if (best is null || best.Rule == "actors/unnamed-person" || Subject(mention) || !Subject(best)) best = mention;
        }

        return best?.Entities[0];
    }

    // An object is somebody else than the subject of its verb.
    private string? Barred(int at)
    {
        var token = _text.Tokens[at];
        if (token.Relation is not (Relation.Obj or Relation.Iobj or Relation.Obl) || token.Head < 0 || _lower[at] is "himself" or "itself" or "themselves") return null;
        var subject = _text.Dependent(token.Head, Relation.Nsubj);
        for (var verb = token.Head; subject < 0 && _text.Tokens[verb].Relation is Relation.Xcomp or Relation.Conj && _text.Tokens[verb].Head >= 0; subject = _text.Dependent(verb, Relation.Nsubj)) verb = _text.Tokens[verb].Head;
        return subject >= 0 && subject < at ? Covers(subject, at)?.Id : null;
    }

    private Entity? Covers(int token, int before)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[token]; i--)
            if (_mentions[i].FirstToken <= token && token < _mentions[i].EndToken && _mentions[i].EndToken <= before) return _mentions[i].Entities is [var entity] ? entity : null;
        return null;
    }

    private bool Subject(ResolvedMention mention) => _text.Tokens[mention.Head].Relation is Relation.Nsubj or Relation.NsubjPass;

    private ImmutableArray<Entity> Plural(int at)
    {
        if (Subjects(at) is { Length: > 1 } subjects) return subjects;
        var barred = Barred(at);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            if (barred is not null && _mentions[i].Entities is [var one] && one.Id == barred) continue;
            if (_mentions[i].Entities.Length > 1 && _mentions[i].FirstToken < at) return [.. _mentions[i].Entities.Select(static e => e with { Span = null })];
            if (i > 0 && Coordinated(i) is { Length: > 1 } pair) return pair;
            if (_mentions[i].Entities is [{ Type: EntityType.Group or EntityType.ArmedGroup } group] && (Subject(_mentions[i]) || _sentence[at] == _sentence[_mentions[i].FirstToken])) return [group];
            if (_mentions[i].Entities is [{ Type: EntityType.Organ } army] && army.Id.EndsWith(".army", StringComparison.Ordinal) && _lower[_mentions[i].EndToken - 1].EndsWith('s')) return [army];
        }

        for (var i = _mentions.Count - 1; i >= 0 && _lower[at] == "they" && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 5; i--)
            if (_mentions[i].Entities.Length > 1) return [.. _mentions[i].Entities.Select(static e => e with { Span = null })];
        return [];
    }

    // Those who are together the subject of the clause that a word stands in, or of one around it.
    private ImmutableArray<Entity> Subjects(int at)
    {
        if (_lower[at] is "them") return [];
        var tried = 0;
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12; verb = _text.Tokens[verb].Head)
        {
            foreach (var dependent in _text.Dependents(verb))
            {
                if (dependent >= at || _text.Tokens[dependent].Relation is not (Relation.Nsubj or Relation.NsubjPass)) continue;
                for (var i = FirstOf(_sentence[dependent]); i < _mentions.Count; i++)
                {
                    if (_mentions[i].FirstToken > dependent || dependent >= _mentions[i].EndToken || _mentions[i].EndToken > at) continue;
                    if (_mentions[i].Entities.Length > 1) return [.. _mentions[i].Entities.Select(static e => e with { Span = null })];
                    if (i + 1 < _mentions.Count && _mentions[i + 1].EndToken <= at && Coordinated(i + 1) is { Length: > 1 } pair) return pair;
                }
            }
        }

        return [];
    }

    // Mentions are put down sentence by sentence.
    private int FirstOf(int sentence)
    {
        var first = _mentions.Count;
        while (first > 0 && _sentence[_mentions[first - 1].FirstToken] >= sentence) first--;
        return first;
    }

    // "Brazil and Mexico", "Ruto and Abiy": two mentions of one sort with "and" between.
    private ImmutableArray<Entity> Coordinated(int i)
    {
        var (first, second) = (_mentions[i - 1], _mentions[i]);
        if (first.Entities.Length != 1 || second.Entities.Length != 1 || second.FirstToken - first.EndToken is < 1 or > 2 || At(second.FirstToken - 1) != "and") return [];
        var (a, b) = (first.Entities[0], second.Entities[0]);
        if (a.Id == b.Id || IsPerson(a) != IsPerson(b)) return [];
        return [a with { Span = null }, b with { Span = null }];
    }

    private Entity StateOf(string state) => Made(_world.Find("state/" + state)!);
}
