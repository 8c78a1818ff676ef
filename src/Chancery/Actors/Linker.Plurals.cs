using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Plural pronouns: who was spoken of together.
internal sealed partial class Linker
{
    private ImmutableArray<Entity> Plural(int at)
    {
        var subjects = Subjects(at);
        if (subjects.IsDefault)
            return [];
        if (subjects.Length > 1)
            return subjects;
        var them = _lower[at] == "them";
        var barred = Barred(at);
        // Things are taken up by "them" as well as people are: "promised elections but later postponed them".
        var people =
            !them
            || _text.Tokens[at].Head is var head and >= 0
                && (
                    Phrasing.DoneToActors.Contains(_text.Tokens[head].Lemma)
                    || Phrasing.DoneToPeople.Contains(_text.Tokens[head].Lemma)
                    || _lower[at - 1] == "on" && _text.Tokens[head].Lemma == "call"
                    || _lower[at - 1] is "between" or "among"
                    || _lower[head] is "one" or "some" or "many" or "most" or "none" or "two" or "all"
                );
        if (!people && Things(_text.Sentences[_sentence[at]].FirstToken, at))
            return [];
        if (
            !them
            && _sentence[at] > 0
            && FirstOf(_sentence[at]) == _mentions.Count
            && Met(_sentence[at] - 1) is { IsEmpty: false } parties
            && !parties.Any(e => barred.Contains(e.Id))
        )
            return parties;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            var mention = _mentions[i];
            if (!people && _sentence[mention.FirstToken] != _sentence[at])
                return [];
            if (
                i == _mentions.Count - 1
                && _sentence[mention.FirstToken] == _sentence[at]
                && Met(_sentence[at], at) is { IsEmpty: false } both
            )
                return both;
            if (
                i + 1 < _mentions.Count
                && _sentence[mention.FirstToken] == _sentence[at] - 1
                && _sentence[_mentions[i + 1].FirstToken] == _sentence[at]
                && Met(_sentence[at] - 1) is { IsEmpty: false } met
            )
                return met;
            if (_quoted[mention.FirstToken] && !_quoted[at])
                continue;
            var found = Group(i, at);
            if (found.IsEmpty || barred.Count > 0 && found.All(e => barred.Contains(e.Id)))
                continue;
            if (_lower[at] == "they" && !Subject(mention) && Leading(i, at) is { IsEmpty: false } leading)
                return leading;
            return them && _sentence[mention.FirstToken] != _sentence[at] && Others(i, found, at) ? [] : found;
        }

        return _lower[at] == "they" && _text.Tokens[at].Head is var said and >= 0 && _text.Tokens[said].Tag == UniversalTag.VERB
            ? OnlyGroup(at)
            : [];
    }

    // "They agreed", after some sentences about one of the two: where the text has spoken of one group alone.
    private ImmutableArray<Entity> OnlyGroup(int at)
    {
        ResolvedMention? only = null;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 6; i--)
        {
            if (_mentions[i].Entities.Length < 2)
                continue;
            if (only is not null && !only.Entities.All(e => _mentions[i].Entities.Any(other => other.Id == e.Id)))
                return [];
            only ??= _mentions[i];
        }

        return only is null ? [] : [.. only.Entities.Select(static e => e with { Span = null })];
    }

    // "The Chinese account did not mention it. It quoted Xi": a text speaks for whose it is.
    private bool IsText(int noun) =>
        At(noun) is { } word && (Phrasing.Texts.Contains(word) || word is "account" or "version" or "side" or "letter");

    // "The presidents touched upon Libya and Sudan. ... they noted": of two groups in one sentence, those whom it is about.
    private ImmutableArray<Entity> Leading(int after, int at)
    {
        for (var i = after - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[_mentions[after].FirstToken]; i--)
            if (Subject(_mentions[i]) && Group(i, at) is { Length: > 1 } group)
                return group;
        return [];
    }

    // Whether another group stands near: nothing then tells which of them is meant.
    private bool Others(int from, ImmutableArray<Entity> than, int at)
    {
        for (var i = from - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
            if (Group(i, at) is { IsEmpty: false } other && !other.Any(e => than.Any(t => t.Id == e.Id)))
                return true;
        return false;
    }

    // "Gargash met Araqchi. While they were meeting": who met and who was met.
    private ImmutableArray<Entity> Met(int sentence, int before = int.MaxValue)
    {
        for (var i = _text.Sentences[sentence].FirstToken; i < Math.Min(before, _text.Sentences[sentence].EndToken); i++)
        {
            if (_text.Tokens[i].Tag != UniversalTag.VERB || !Phrasing.Meetings.Contains(_text.Tokens[i].Lemma))
                continue;
            if (
                _text.Dependent(i, Relation.Nsubj) is var subject and >= 0
                && Other(i) is var obj and >= 0
                && subject < before
                && obj < before
                && Covers(subject, _words.Length) is { } one
                && Covers(obj, _words.Length) is { } other
                && one.Id != other.Id
                && IsPerson(one)
                && IsPerson(other)
            )
                return [one with { Span = null }, other with { Span = null }];
        }

        return [];
    }

    // Whom one meets, telephones, or speaks with.
    private int Other(int verb)
    {
        foreach (var dependent in _text.Dependents(verb))
            if (
                _text.Tokens[dependent].Relation == Relation.Obl
                && _text.Dependent(dependent, Relation.Case) is var with and >= 0
                && _lower[with] == "with"
                && Covers(dependent, _words.Length) is { Type: EntityType.Person }
            )
                return dependent;
        return _text.Dependent(verb, Relation.Obj);
    }

    private ImmutableArray<Entity> Group(int i, int at)
    {
        var mention = _mentions[i];
        if (mention.Entities.Length > 1)
            return [.. mention.Entities.Select(static e => e with { Span = null })];
        if (mention.Rule == "actors/members")
            return [mention.Entities[0] with { Span = null }];
        if (i > 0 && Coordinated(i) is { Length: > 1 } pair)
            return pair;
        if (
            mention.Entities is [{ Type: EntityType.Group or EntityType.ArmedGroup } group]
            && _lower[mention.EndToken - 1]
                is not ("media" or "press" or "agencies" or "newspapers" or "outlets" or "reporters" or "journalists")
            && (Subject(mention) || _sentence[at] == _sentence[mention.FirstToken])
        )
            return [group];
        return
            mention.Entities is [{ Type: EntityType.Organ } organ]
            && (
                _lower[mention.EndToken - 1] is "police"
                || _lower[mention.EndToken - 1].EndsWith('s') && _lower[mention.EndToken - 1] is not "affairs"
            )
            ? [organ]
            : [];
    }

    // Whether things in the plural stand between.
    private bool Things(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                _text.Tokens[i].Tag == UniversalTag.NOUN
                && Many(i)
                && _world.Role(_lower[i]) is null
                && _text.Tokens[i].Relation is Relation.Obj or Relation.Conj or Relation.Obl or Relation.Nmod or Relation.Nsubj
            )
                return true;
        return false;
    }

    // Those who are together the subject of the clause that a word stands in, or of one around it; default where others are, whom nothing names.
    private ImmutableArray<Entity> Subjects(int at)
    {
        if (_lower[at] is "them")
            return [];
        var (tried, from) = (0, at);
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12; from = verb, verb = _text.Tokens[verb].Head)
        {
            foreach (var dependent in _text.Dependents(verb))
            {
                if (
                    dependent >= at
                    || dependent == from
                    || _text.Tokens[dependent].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)
                )
                    continue;
                var covered = false;
                for (var i = FirstOf(_sentence[dependent]); i < _mentions.Count; i++)
                {
                    if (_mentions[i].FirstToken > dependent || dependent >= _mentions[i].EndToken || _mentions[i].EndToken > at)
                        continue;
                    covered = true;
                    if (_mentions[i].Entities.Length > 1)
                        return [.. _mentions[i].Entities.Select(static e => e with { Span = null })];
                    if (i + 1 < _mentions.Count && _mentions[i + 1].EndToken <= at && Coordinated(i + 1) is { Length: > 1 } pair)
                        return pair;
                }

                if (
                    !covered
                    && _text.Tokens[dependent].Tag == UniversalTag.NOUN
                    && Many(dependent)
                    && _text.Dependent(dependent, Relation.Conj) < 0
                )
                    return default;
            }
        }

        return [];
    }

    // The states, fighters or persons that the words just before speak of, where they are exactly so many: those of the nearest sentence that
    // names any, with those of as many before it as is given.
    private ImmutableArray<Entity> Exactly(int at, Func<Entity, bool> sort, int count, int reach)
    {
        var found = new List<Entity>();
        var (reached, turns) = (_sentence[at], 0);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            var mention = _mentions[i];
            if (_sentence[mention.FirstToken] != reached && found.Count > 0 && (found.Count >= count || ++turns > reach))
                break;
            reached = _sentence[mention.FirstToken];
            if (mention.Reading == "place")
                continue;
            foreach (var entity in mention.Entities)
            {
                if (!sort(entity) || entity.State is null && entity.Type is not (EntityType.Person or EntityType.ArmedGroup))
                    continue;
                var key = Key(entity);
                if (!found.Exists(e => Key(e) == key))
                    found.Add(entity with { Span = null });
            }
        }

        return found.Count == count ? [.. found.OrderBy(First)] : [];

        // In the order in which the text brought them in.
        int First(Entity e)
        {
            for (var i = Math.Max(0, _mentions.Count - 200); i < _mentions.Count; i++)
                if (_mentions[i].Entities.Any(other => Key(other) == Key(e)))
                    return i;
            return int.MaxValue;
        }

        static string Key(Entity e) => e.Type == EntityType.ArmedGroup ? e.Id : e.State ?? e.Id;
    }

    // The last two or more who were joined by "and" or named by one phrase: those of fighters first where there are any.
    private ImmutableArray<Entity> LastJoined(int at, Func<Entity, bool> sort, int count)
    {
        ImmutableArray<Entity> last = [];
        for (var i = _mentions.Count - 1; i > 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 3; i--)
        {
            var joined = _mentions[i].Entities.Length > 1 ? _mentions[i].Entities : Coordinated(i);
            if (joined.Length != count || !joined.All(sort))
                continue;
            if (joined.Any(static e => e.Type == EntityType.ArmedGroup))
                return [.. joined.Select(static e => e with { Span = null })];
            if (last.IsEmpty)
                last = [.. joined.Select(static e => e with { Span = null })];
        }

        return last;
    }

    // Whether the office leads the state on the day; what no row tells, the head of state does, then that of government.
    private bool IsLeading(Tenure tenure) => Array.IndexOf(Offices("leader", tenure.State), tenure.Office) >= 0;
}
