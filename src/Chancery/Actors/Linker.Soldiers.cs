using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Whose the soldiers are that a text names by their number or by whom they serve, and whose an office is that it names alone.</summary>
internal sealed partial class Linker
{
    // "government troops", "four soldiers", "another five soldiers": the army of the state that the text tells of.
    private int Soldiers(int start)
    {
        var at = _lower[start] is "the" or "some" or "several" or "another" or "many" ? start + 1 : start;
        var counted = _lower[start] is "some" or "several" or "another" or "many";
        if (
            at < _words.Length
            && _sentence[at] == _sentence[start]
            && (Phrasing.Counts.Contains(_lower[at]) || _text.Tokens[at].Tag == UniversalTag.NUM)
        )
        {
            counted = true;
            at++;
        }
        if (counted && At(at) is "more" or "other")
            at++;
        if (At(at) is not { } word || _sentence[at] != _sentence[start])
            return start;
        // "Syrian troops left. ... troops were seen": the same.
        if (
            at == start
            && word is "troops" or "soldiers"
            && _text.Tokens[at].Relation is Relation.Nsubj or Relation.NsubjPass
            && _text.Dependent(at, Relation.Amod) < 0
            && _text.Dependent(at, Relation.Compound) < 0
            && At(at - 1) is not "the"
            && At(at + 1) is not ("from" or "loyal" or "of")
            && SameWord(at, word, 3) is { } same
        )
            return OrganPhrase(start, at + 1, same, "army", "Armed Forces");
        var serves =
            word is "government" or "army"
            && At(at + 1) is { } kind
            && (Phrasing.Soldiers.Contains(kind) || kind is "forces" && word == "government");
        if (serves)
            at++;
        else if (!counted || !Phrasing.Soldiers.Contains(word))
            return start;
        if (
            _sentence[at] != _sentence[start]
            || Within(at + 1)
            || At(at + 1) is "from" or "loyal"
            || _text.Tokens[at].Relation is Relation.Compound
        )
            return start;
        if (Whose(serves ? at - 1 : at, at + 1, serves ? "government" : "army") is not { } state)
            return start;
        var end = at + 1;
        return OrganPhrase(start, end, state, "army", "Armed Forces");
    }

    // The only state that the words behind name in the sentence, where nothing before them tells of any: "Soldiers took power in Niger".
    private string? Ahead(int at)
    {
        if (Main(at) is not null || _weights.Count > 0 || Several(at).Count > 0)
            return null;
        string? only = null;
        for (var i = at; i < _text.Sentences[_sentence[at]].EndToken; i++)
        {
            if (
                Known(i) is not { Words: > 0 } known
                || known.Naming.Kind is not (NameKind.State or NameKind.Adjective or NameKind.Capital or NameKind.Place)
                || _world.Find(known.Naming.Entity)?.State is not { } state
            )
                continue;
            if (only is not null && only != state)
                return null;
            only = state;
        }

        return only;
    }

    // "the interim government" in the words of another state's minister: of the state that the text called so before, else of the one that it
    // speaks of most beside the speaker's.
    private string? PassingOf(int at, int end)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            if (
                _mentions[i] is { Rule: "actors/organ", Entities: [{ State: { } before } organ] }
                && organ.Id.EndsWith(".government", StringComparison.Ordinal)
            )
                for (var token = _mentions[i].FirstToken; token < _mentions[i].EndToken; token++)
                    if (_lower[token] == _lower[at])
                        return before;
        var speakers = Speakers(at).Select(static e => e.State).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 6; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State is { } state && !speakers.Contains(state))
                    weights[state] = weights.GetValueOrDefault(state) + 1;
        var ranked = weights.OrderByDescending(static w => w.Value).ThenBy(static w => w.Key, StringComparer.Ordinal).Take(2).ToArray();
        if (ranked is [var only] || ranked is [var first, var second] && first.Value > second.Value && (only = first).Value > 0)
            return only.Key;
        return ranked.Length == 0 ? SettledState(at, true) ?? Ahead(end) : null;
    }

    // The only state that a sentence names.
    private string? Sole(int sentence)
    {
        string? sole = null;
        for (var i = FirstOf(sentence); i < _mentions.Count && _sentence[_mentions[i].FirstToken] == sentence; i++)
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State is not { } state)
                    continue;
                if (sole is not null && sole != state)
                    return null;
                sole = state;
            }

        return sole;
    }

    // Whether a sentence tells of a match: by a score and a word for it, or by two such words.
    private bool Sporting(int at)
    {
        var span = _text.Sentences[_sentence[at]];
        if (_sportOf == _sentence[at])
            return _sport;
        _sportOf = _sentence[at];
        var (words, score, won) = (0, false, false);
        for (var i = span.FirstToken; i < span.EndToken; i++)
        {
            if (Phrasing.Sport.Contains(_lower[i]))
                words++;
            won |= Phrasing.Matches.Contains(_text.Tokens[i].Lemma);
            score |= IsScore(i);
        }

        return _sport = words > 1 || score && (won || words > 0);
    }

    // "2-1", in one token or three.
    private bool IsScore(int at)
    {
        var word = _words[at];
        if (
            word.Length is 3 or 4 or 5
            && word.IndexOfAny(['-', '–']) is > 0 and < 3 and var dash
            && dash < word.Length - 1
            && word.Length - dash < 4
        )
            return word.AsSpan(0, dash).IndexOfAnyExceptInRange('0', '9') < 0
                && word.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        return word.Length < 3
            && at + 2 < _words.Length
            && word.All(char.IsAsciiDigit)
            && Hyphen(at + 1)
            && Joined(at + 1)
            && _words[at + 2].Length < 3
            && _words[at + 2].All(char.IsAsciiDigit);
    }

    // "The Turkish Foreign Ministry said the president": who holds the office in the state of who acts, where nobody of whom the text spoke does.
    private Entity? OfSubject(int at, string office, string noun)
    {
        if (office is "leader" or "minister" or "hos" or "speaker" or "gensec" or "secgen" or "director" || IsThrone(noun))
            return null;
        foreach (var (_, last, person) in _spoken.Values)
            if (last >= Farthest && Holds(person, office, noun))
                return null;
        var states = Speakers(at).Select(static e => e.State).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray();
        var state =
            states is [var acting] ? acting
            : states.Length == 0 && Several(at).Count == 0 ? Home ?? Main(at) ?? Sole(_sentence[at] - 1)
            : null;
        return state is null ? null : Holder(state, null, office, "").Holder;
    }
}
