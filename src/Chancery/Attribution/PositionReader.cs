using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Finds where actors stand: a word of stance with a known actor and an object, and, in what somebody says, what others should do. Who
/// says that two states should do something takes the position himself.
/// </summary>
internal sealed class PositionReader
{
    private readonly ParsedText _text;
    private readonly Cast _cast;
    private readonly Chronology _chronology;
    private readonly AscriptionFinder _finder;
    private readonly StanceFinder _stances;
    private readonly IssueFinder _issues;
    private readonly ImmutableArray<Statement> _statements;
    private readonly ContentIndex _contents;
    private readonly Reach _reach;
    private readonly Dictionary<int, Statement> _byCue = [];

    public PositionReader(ParsedText text, Cast cast, Chronology chronology, AscriptionFinder finder, ImmutableArray<Statement> statements)
    {
        (_text, _cast, _chronology, _finder, _statements) = (text, cast, chronology, finder, statements);
        (_stances, _issues, _reach) = (new StanceFinder(text, finder), new IssueFinder(text), new Reach(text));
        _contents = new ContentIndex(statements.Select(statement => (IReadOnlyList<Span>)statement.Content));
        foreach (var statement in statements)
            for (
                var i = AttributionScore.At(text, statement.Cue!.Span.Start);
                i < text.Tokens.Length && text.Tokens[i].Span.End <= statement.Cue.Span.End;
                i++
            )
                _byCue.TryAdd(i, statement);
    }

    /// <summary>The positions in the order of the text.</summary>
    public IEnumerable<Position> Read()
    {
        for (var i = 0; i < _text.Tokens.Length; i++)
        {
            var tag = _text.Tokens[i].Tag;
            foreach (var wanted in Wanted(i))
                yield return wanted;
            var position = tag switch
            {
                UniversalTag.VERB when _stances.OfVerb(i) is { } taken => Held(i, taken),
                UniversalTag.NOUN when _stances.OfNoun(i) is { } taken => Said(i, taken),
                _ => null,
            };
            position ??=
                tag is UniversalTag.ADJ or UniversalTag.VERB && _stances.OfPredicate(i) is { } judged ? Judged(i, judged)
                : tag is UniversalTag.NOUN or UniversalTag.PROPN && _stances.OfPreposition(i) is { } against ? Held(i, against)
                : null;
            if (position is not null)
                yield return position;
        }
    }

    private Position? Held(int word, StanceFinder.Taken taken)
    {
        if (
            (taken.Row.NeedsTopic && (Obliged(word) || (_text.Tokens[word].Relation == Relation.Conj && Obliged(_text.Tokens[word].Head))))
            || Asked(word)
        )
            return null;
        var told = _byCue.GetValueOrDefault(word);
        var actors = told is { Speakers.Length: > 0 } ? Holders(told.Speakers) : Actors(_finder.Subject(word));
        int first = _reach.First(taken.Object),
            end = _reach.End(taken.Object);
        // "called on X to withdraw", "urged X to withdraw": the position is what is asked of him.
        if (told is { Mood: Mood.Demanded, Content: [var asked, ..] })
            (first, end) = Tokens(asked);
        else if (taken.Object == word)
            first = taken.Word + 1;
        else if (taken.Object < word)
            end = Math.Min(end, word);
        return Position(taken, actors, first, end, Stance(taken, word), StatusOf(word), word);
    }

    /// <summary>"reaffirmed Russia's support for X": of whom it is said, else of who says it.</summary>
    private Position? Said(int noun, StanceFinder.Taken taken)
    {
        var verb = _text.Tokens[noun].Relation == Relation.Conj ? _text.Tokens[_text.Tokens[noun].Head].Head : _text.Tokens[noun].Head;
        if (verb < 0 || _text.Tokens[noun].Relation is not (Relation.Obj or Relation.Conj or Relation.Nsubj))
            return null;
        ImmutableArray<Entity> actors;
        if (_text.Tokens[noun].Relation == Relation.Nsubj)
        {
            // "there is a need for X": of who says so.
            if (_text.Tokens[verb].Lemma != "be" || _text.Dependent(verb, Relation.Expl) < 0 || Around(noun) is not { } statement)
                return null;
            actors = Holders(statement.Speakers);
        }
        else
        {
            if (!_finder.IsSpeech(verb))
                return null;
            var owner = _text.Dependent(noun, Relation.NmodPoss);
            actors = owner >= 0 && _text.Tokens[owner].Tag != UniversalTag.PRON ? Actors(owner) : [];
            if (actors.IsEmpty)
                actors = _byCue.GetValueOrDefault(verb) is { Speakers.Length: > 0 } told
                    ? Holders(told.Speakers)
                    : Actors(_finder.Subject(verb));
        }

        return Position(taken, actors, _reach.First(taken.Object), _reach.End(taken.Object), taken.Row.Stance, StatusOf(verb), noun);
    }

    /// <summary>"X is opposed to Y"; "it is necessary to ...", "Y is unacceptable" of who says so.</summary>
    private Position? Judged(int word, StanceFinder.Taken taken)
    {
        var impersonal = taken.Row.Takes("self") || taken.Row.Takes("inf");
        var actors =
            !impersonal ? Actors(_text.Dependent(word, Relation.NsubjPass) is >= 0 and var passive ? passive : _finder.Subject(word))
            : Around(word) is { } statement ? Holders(statement.Speakers)
            : [];
        return Position(taken, actors, _reach.First(taken.Object), _reach.End(taken.Object), Stance(taken, word), StatusOf(word), word);
    }

    /// <summary>What somebody says should be done, each verb for itself: "the sides should deepen their ties and respect the border".</summary>
    private IEnumerable<Position> Wanted(int head)
    {
        if (
            !Obliged(head)
            || Around(head) is not { } statement
            || Aside(head, statement)
            || statement.Mood == Mood.Asked
            || Holders(statement.Speakers) is not { Length: > 0 } actors
        )
            yield break;
        var subject = _text.Dependent(head, Relation.Nsubj) is >= 0 and var agent ? agent : _text.Dependent(head, Relation.NsubjPass);
        foreach (var verb in Joined(head))
        {
            var taken = _stances.OfVerb(verb) is { Row.NeedsTopic: false } found ? found : (StanceFinder.Taken?)null;
            var stance = taken?.Row.Stance ?? "calls for";
            if (Negated(verb))
                stance = taken is null ? "opposes" : $"does not {_text.Tokens[verb].Lemma}";
            int first = verb == head && subject >= 0 && taken is null ? Math.Min(_reach.First(subject), verb) : verb,
                end = End(verb);
            if (taken is { } about && about.Object > verb)
                (first, end) = (_reach.First(about.Object), Math.Min(end, _reach.End(about.Object)));
            if (Make(taken?.Object ?? verb, false, actors, first, end, stance, EntryStatus.Occurred, verb, "should") is { } position)
                yield return position;
        }
    }

    private IEnumerable<int> Joined(int head)
    {
        yield return head;
        foreach (var dependent in _text.Dependents(head))
            if (
                dependent > head
                && _text.Tokens[dependent] is { Relation: Relation.Conj, IsVerb: true }
                && _text.Dependent(dependent, Relation.Nsubj) < 0
                && _text.Dependent(dependent, Relation.Aux) < 0
                && _text.Tokens[dependent].Penn is PennTag.VB or PennTag.VBP or PennTag.VBN
            )
                yield return dependent;
    }

    private int End(int verb)
    {
        foreach (var dependent in _text.Dependents(verb))
            if (dependent > verb && _text.Tokens[dependent] is { Relation: Relation.Conj, IsVerb: true })
                return _text.Dependent(dependent, Relation.Cc) is >= 0 and var joint ? joint : _reach.First(dependent);
        return _reach.End(verb);
    }

    private bool Obliged(int head)
    {
        var obliged = false;
        foreach (var dependent in _text.Dependents(head))
        {
            if (_text.Tokens[dependent].Relation != Relation.Aux)
                continue;
            obliged |= _text.Tokens[dependent].Lemma is "should" or "must" or "ought" or "shall";
            // "should have been asked" looks back.
            if (_text.Tokens[dependent].Lemma == "have")
                return false;
        }

        return obliged;
    }

    /// <summary>Whether a clause within what is said only describes or says when.</summary>
    private bool Aside(int head, Statement statement)
    {
        for (
            var at = head;
            at >= 0 && Holds(statement, _text.Tokens[_text.Tokens[at].Head < 0 ? at : _text.Tokens[at].Head].Span);
            at = _text.Tokens[at].Head
        )
            if (_text.Tokens[at].Relation is Relation.AclRelcl or Relation.Acl or Relation.Advcl)
                return true;
        return false;
    }

    /// <summary>"urged X to respect the truce": what is asked of another is no stance of his yet.</summary>
    private bool Asked(int word) =>
        _text.Dependent(word, Relation.Nsubj) < 0
        && _finder.Marker(word) is >= 0 and var to
        && _text.Tokens[to].Lemma == "to"
        && _byCue.GetValueOrDefault(word) is null
        && Around(word) is { Mood: Mood.Demanded };

    private static bool Holds(Statement statement, Span place)
    {
        foreach (var stretch in statement.Content)
            if (stretch.Contains(place))
                return true;
        return false;
    }

    private Position? Position(
        StanceFinder.Taken taken,
        ImmutableArray<Entity> actors,
        int first,
        int end,
        string stance,
        EntryStatus status,
        int word
    )
    {
        while (
            first < end
            && (
                _text.Tokens[first].Relation is Relation.Case
                || _text.Tokens[first] is { Relation: Relation.Mark, Tag: UniversalTag.ADP or UniversalTag.SCONJ }
                || _text.Tokens[first].Tag == UniversalTag.PUNCT
            )
        )
            first++;
        if (first >= end || (taken.Row.Objects.Length > 0 && !Names(first, end, taken.Row.Objects)))
            return null;
        // "claims impartiality in the conflict": the issue may stand beside the object.
        var topics = !taken.Row.NeedsTopic;
        if (
            _issues.Known(first, end, topics) is null
            && Beside(word, end) is var wider
            && wider > end
            && _issues.Known(first, wider, topics) is not null
        )
            end = wider;
        return Make(taken.Object, taken.Row.NeedsTopic, actors, first, end, stance, status, word, _text.Tokens[taken.Word].Lemma);
    }

    private Position? Make(
        int about,
        bool needsTopic,
        ImmutableArray<Entity> actors,
        int first,
        int end,
        string stance,
        EntryStatus status,
        int word,
        string rule
    )
    {
        while (end > first && _text.Tokens[end - 1].Tag == UniversalTag.PUNCT)
            end--;
        if (actors.IsEmpty || first >= end)
            return null;
        var issue = _issues.Known(first, end, !needsTopic);
        if (
            issue is null
            && !needsTopic
            && _text.Tokens[about].Tag != UniversalTag.PRON
            && !_cast.Of(about).Any(entity => entity.Type == EntityType.Person)
        )
            issue = _issues.Named(about);
        if (issue is null)
            return null;
        var span = _text.SpanOf(first, end);
        return new Position
        {
            DocumentId = _text.Document.Id,
            Spans = [_text.SpanOf(word, word + 1), span],
            Rule = $"attribution/stance:{rule}",
            Actors = actors,
            Issue = issue,
            Object = span.In(_text.Document.Text).ToString(),
            Date = _chronology.For(word),
            Confidence = 0.7,
            Status = status,
            Stance = stance,
        };
    }

    private string Stance(StanceFinder.Taken taken, int word)
    {
        var head = _text.Tokens[word].Head;
        if (_text.Tokens[word].Relation == Relation.Xcomp && head >= 0 && _text.Tokens[head].Lemma is "refuse" or "decline")
            return $"refuses to {_text.Tokens[word].Lemma}";
        return !Negated(word) ? taken.Row.Stance
            : _text.Tokens[word].IsVerb && taken.Word == word ? $"does not {_text.Tokens[word].Lemma}"
            : $"not: {taken.Row.Stance}";
    }

    private bool Negated(int word)
    {
        foreach (var dependent in _text.Dependents(word))
            if (_text.Tokens[dependent].Relation == Relation.Advmod && _text.Tokens[dependent].Lemma is "not" or "n't" or "never")
                return true;
        return false;
    }

    /// <summary>"China could support ...": nobody says that it does.</summary>
    private EntryStatus StatusOf(int word)
    {
        foreach (var dependent in _text.Dependents(word))
        {
            if (_text.Tokens[dependent].Relation == Relation.Mark && _text.Tokens[dependent].Lemma is "if" or "unless" or "whether")
                return EntryStatus.Hypothetical;
            if (_text.Tokens[dependent].Relation != Relation.Aux)
                continue;
            switch (_text.Tokens[dependent].Lemma)
            {
                case "could" or "might" or "may" or "would":
                    return EntryStatus.Hypothetical;
                case "should" or "must" or "ought":
                    return EntryStatus.Demanded;
            }
        }

        return EntryStatus.Occurred;
    }

    private Statement? Around(int token) => Attributor.Innermost(_statements, _contents.Holding(_text.Tokens[token].Span));

    private ImmutableArray<Entity> Actors(int subject)
    {
        if (subject < 0)
            return [];
        var all = ImmutableArray.CreateBuilder<Entity>();
        foreach (var head in _finder.Joined(subject))
            all.AddRange(_cast.Of(head));
        return Holders(all.ToImmutable());
    }

    private static ImmutableArray<Entity> Holders(ImmutableArray<Entity> entities) =>
        entities.Any(entity =>
            entity.Type is EntityType.Outlet or EntityType.Other or EntityType.Text or EntityType.Place or EntityType.Event
        )
            ? []
            : entities;

    private int Beside(int verb, int end)
    {
        foreach (var dependent in _text.Dependents(verb))
            if (_text.Tokens[dependent].Relation == Relation.Obl && _reach.First(dependent) == end)
                end = _reach.End(dependent);
        return end;
    }

    private bool Names(int first, int end, string[] words)
    {
        for (var i = first; i < end; i++)
            if (words.Contains(_text.Tokens[i].Lemma, StringComparer.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private (int First, int End) Tokens(Span span) => (AttributionScore.At(_text, span.Start), AttributionScore.At(_text, span.End));
}
