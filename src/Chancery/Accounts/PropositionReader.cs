using System.Collections.Immutable;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Cuts an account into propositions: each clause with a predicate of its own is one, whether it stands alone, is what somebody says, or is
/// joined to another by "and". A clause that only ascribes ("Xi said that") is none; the speaker goes to what is said.
/// </summary>
internal sealed class PropositionReader(
    Telling telling,
    int account,
    ImmutableHashSet<string> parties,
    ImmutableArray<TopicMatch> raised,
    ImmutableArray<Occurrence> occurrences
)
{
    private const int Deepest = 16,
        AimReach = 32;
    private readonly SilenceSubjects _silent = new(telling.Text, telling.Cast);
    private readonly ParsedText _text = telling.Text;
    private readonly ImmutableArray<Figure> _figures =
    [
        .. telling.Entries.OfType<Figure>().Where(figure => figure.Unit is { } unit && unit != "year" && unit != "person"),
    ];
    private readonly HashSet<int> _ascribing = Cues(telling, _ => true);
    private readonly HashSet<int> _denying = Cues(telling, statement => statement.Mood == Mood.Denied);
    private readonly Dictionary<Span, string> _mentions = Told(telling, occurrences);
    private readonly HashSet<int> _days =
    [
        .. telling
            .Chronology.Expressions.Where(expression => expression.Type == TimeType.Date)
            .SelectMany(expression => Enumerable.Range(expression.FirstToken, expression.EndToken - expression.FirstToken)),
    ];
    private readonly HashSet<int> _dated =
    [
        .. telling.Chronology.Expressions.SelectMany(expression =>
            Enumerable.Range(expression.FirstToken, expression.EndToken - expression.FirstToken)
        ),
    ];

    /// <summary>The propositions in the order of the text.</summary>
    public IEnumerable<Proposition> Read()
    {
        for (var s = 0; s < _text.Sentences.Length; s++)
        {
            var sentence = _text.Sentences[s];
            if (sentence.Role is not (SentenceRole.Body or SentenceRole.Item) || IsOfTexts(sentence.Span) || IsHeading(sentence.Span))
                continue;
            var heads = Heads(sentence);
            var owner = Owners(sentence, heads);
            foreach (var head in heads)
            {
                int first = -1,
                    last = -1;
                for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                    if (owner[i - sentence.FirstToken] == head)
                        (first, last) = (first < 0 ? i : first, i);
                if (first >= 0)
                    yield return Make(s, head, first, last + 1, sentence, owner);
            }
        }
    }

    // "The below is attributable to Spokesperson Jane Doe:" heads a text and says nothing of its matter.
    private bool IsHeading(Span sentence) =>
        sentence.In(_text.Document.Text).Contains("attributable to", StringComparison.OrdinalIgnoreCase);

    private Proposition Make(int sentence, int head, int first, int end, Sentence bounds, int[] owner)
    {
        while (first < end - 1 && _text.Tokens[first].Relation is Relation.Mark or Relation.Cc or Relation.Punct)
            first++;
        var span = Trim(_text.SpanOf(first, end));
        var words = new List<string>();
        var names = new List<string>();
        for (var i = first; i < end; i++)
        {
            if (owner[i - bounds.FirstToken] != head)
                continue;
            var token = _text.Tokens[i];
            if (token.Tag is not (UniversalTag.NOUN or UniversalTag.VERB or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM))
                continue;
            var lemma = token.Lemma.ToLowerInvariant();
            // "go on", "call off": the particle makes another word.
            if (
                token.IsVerb
                && _text.Dependent(i, Relation.CompoundPrt) is var particle and >= 0
                && $"{lemma} {_text.Tokens[particle].Lemma}" is var joined
                && Senses.Of(joined).Length > 0
            )
                lemma = joined;
            if (lemma.Length < 2 || AccountWords.Plain.Contains(lemma) || IsParty(i))
                continue;
            if (token.Tag == UniversalTag.PROPN && !names.Contains(lemma) && !_dated.Contains(i))
                names.Add(lemma);
            if (!words.Contains(lemma))
                words.Add(lemma);
        }

        var topics = raised.Where(match => span.Overlaps(match.Span)).Select(match => match.Topic).Distinct().ToImmutableArray();
        return new Proposition(
            account,
            sentence,
            head,
            span,
            [.. words],
            [.. names],
            Actors(head),
            topics,
            Quantities(first, end, span),
            IsNegated(head) != IsDenied(head),
            IsDenied(head),
            Contact(head, first, end, owner, bounds),
            _text.Tokens[head].Lemma.ToLowerInvariant(),
            Mentioned(head)
        );
    }

    // The predicate or its object is a word for a contact, and two states and more are named: "received the Minister of Ethiopia".
    private ImmutableHashSet<string> Contact(int head, int first, int end, int[] owner, Sentence bounds)
    {
        var tells = EventMention.IsContactWord(_text.Tokens[head].Lemma);
        foreach (var dependent in _text.Dependents(head))
            tells |=
                _text.Tokens[dependent].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass or Relation.Obl
                && EventMention.IsContactWord(_text.Tokens[dependent].Lemma);
        if (!tells)
            return [];
        var states = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
            if (owner[i - bounds.FirstToken] == head)
                foreach (var entity in telling.Cast.Of(i).SelectMany(Each))
                    if (entity.State is { } state && entity.Type != EntityType.Place)
                        states.Add(state);
        return states.Count > 1 ? states.ToImmutable() : [];
    }

    // A question, and what is said of another text's silence, are no account of the matter itself.
    private bool IsOfTexts(Span sentence) =>
        sentence.In(telling.Words).TrimEnd().EndsWith("?", StringComparison.Ordinal)
        || (
            SilenceCues.In(telling.Words, sentence) is { State: SilenceState.Silent } cue
            && !IsHeeding(cue.Cue)
            && (cue.IsAfter || _silent.MaySpeak(cue.Cue))
        );

    // "It ignored the order to stop" leaves nothing out.
    private bool IsHeeding(Span cue)
    {
        for (var i = _text.TokenAt(cue.Start); i >= 0 && i < _text.Tokens.Length && _text.Tokens[i].Span.Start < cue.End; i++)
            if (_text.Dependent(i, Relation.Obj) is var order and >= 0 && AccountWords.Heeded.Contains(_text.Tokens[order].Lemma))
                return true;
        return false;
    }

    // Money and shares are the figure reader's, with what they measure; the rest is counted here.
    private ImmutableArray<Quantity> Quantities(int first, int end, Span span) =>
        [
            .. Accounts
                .Quantities.In(_text, first, end)
                .Where(quantity =>
                    !_days.Contains(_text.TokenAt(quantity.Span.Start)) && !_figures.Any(figure => figure.Spans[0].Overlaps(quantity.Span))
                ),
            .. _figures
                .Where(figure => span.Contains(figure.Spans[0]))
                .Select(figure => new Quantity(
                    figure.Low ?? figure.Value * (figure.Approximate ? 0.9 : 1),
                    High(figure),
                    $"{figure.Unit}{(Aimed(figure.Spans[0], first, end) ? Quantity.Target : "")}",
                    figure.Spans[0],
                    figure.Period is { Start: { } start, End: { } last } && start.Year == last.Year ? start.Year : null
                )),
        ];

    private static double High(Figure figure) =>
        figure.Comparator is { } than && AccountWords.Beyond.Any(word => than.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? Quantity.Beyond(figure.Value)
            : figure.High ?? figure.Value * (figure.Approximate ? 1.1 : 1);

    // "the goal of $200 billion", "to raise trade to 10 billion": a word of aiming stands close before the figure.
    private bool Aimed(Span figure, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (_text.Tokens[i].Span.Start >= figure.Start)
                return false;
            else if (figure.Start - _text.Tokens[i].Span.End < AimReach && AccountWords.Target.Contains(_text.Tokens[i].Lemma))
                return true;
        return false;
    }

    // What the predicate tells; of a light verb, what its object tells ("held a telephone conversation").
    private string? Mentioned(int head)
    {
        if (_mentions.TryGetValue(_text.Tokens[head].Span, out var own))
            return own;
        foreach (var dependent in _text.Dependents(head))
            if (
                _text.Tokens[dependent].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass
                && _mentions.TryGetValue(_text.Tokens[dependent].Span, out var told)
            )
                return told;
        return null;
    }

    private static Dictionary<Span, string> Told(Telling telling, ImmutableArray<Occurrence> occurrences)
    {
        var found = new Dictionary<Span, string>();
        foreach (var occurrence in occurrences)
            if (occurrence.Documents > 1)
                foreach (var mention in occurrence.Mentions)
                    if (mention.Document == telling.Id)
                        found.TryAdd(mention.Span, occurrence.Id);
        return found;
    }

    private static HashSet<int> Cues(Telling telling, Func<Statement, bool> which)
    {
        var found = new HashSet<int>();
        foreach (var statement in telling.Entries.OfType<Statement>().Where(which))
            if (statement.Cue is { } cue)
                for (
                    var i = telling.Text.TokenAt(cue.Span.Start);
                    i >= 0 && i < telling.Text.Tokens.Length && telling.Text.Tokens[i].Span.Start < cue.Span.End;
                    i++
                )
                    found.Add(i);
        return found;
    }

    private List<int> Heads(Sentence sentence)
    {
        var heads = new List<int>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (_text.Tokens[i].Head < 0)
                Open(i, heads, 0);
        heads.Sort();
        return heads;
    }

    private void Open(int head, List<int> heads, int depth)
    {
        if (depth > Deepest)
            return;
        var content = false;
        foreach (var dependent in _text.Dependents(head))
        {
            var relation = _text.Tokens[dependent].Relation;
            var clause = relation is Relation.Ccomp or Relation.Parataxis && HasPredicate(dependent) && Length(dependent) >= 3;
            var joined = relation == Relation.Conj && HasPredicate(dependent) && HasPredicate(head) && Length(dependent) >= 4;
            if (clause || joined)
                Open(dependent, heads, depth + 1);
            content |= clause;
        }

        if (!content || !Ascribes(head))
            heads.Add(head);
    }

    // Every token belongs to the nearest clause head above it; what ascribes belongs to nobody.
    private int[] Owners(Sentence sentence, List<int> heads)
    {
        var owner = new int[sentence.Length];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var at = i;
            for (var steps = 0; at >= 0 && steps < 256 && !heads.Contains(at); steps++)
                at = _text.Tokens[at].Head;
            owner[i - sentence.FirstToken] = at;
        }

        return owner;
    }

    private bool HasPredicate(int token) =>
        _text.Tokens[token].Tag is UniversalTag.VERB
        || _text.Dependent(token, Relation.Cop) >= 0
        || _text.Dependent(token, Relation.Nsubj) >= 0
        || _text.Dependent(token, Relation.NsubjPass) >= 0;

    private bool Ascribes(int token) => _ascribing.Contains(token);

    private int Length(int token)
    {
        var (first, end) = _text.Subtree(token);
        return end - first;
    }

    private ImmutableArray<string> Actors(int head)
    {
        var states = new SortedSet<string>(StringComparer.Ordinal);
        var at = head;
        for (var steps = 0; at >= 0 && steps < 4 && states.Count == 0; steps++, at = _text.Tokens[at].Head)
            foreach (var dependent in _text.Dependents(at))
                if (_text.Tokens[dependent].Relation.IsSubject())
                    foreach (var entity in telling.Cast.Of(dependent).SelectMany(Each))
                        if (entity.State is { } state)
                            states.Add(state);
        return [.. states];
    }

    // "denied that its soldiers had fired and that anyone was hurt".
    private bool IsDenied(int head)
    {
        var at = head;
        for (var steps = 0; steps < Deepest && _text.Tokens[at] is { Relation: Relation.Conj, Head: >= 0 and var first }; steps++)
            at = first;
        return _text.Tokens[at] is { Relation: Relation.Ccomp, Head: >= 0 and var above } && _denying.Contains(above);
    }

    private bool IsNegated(int head)
    {
        foreach (var dependent in _text.Dependents(head))
            if (Negation.Is(_text.Tokens[dependent]) || IsOfNothing(dependent) || IsAtNo(dependent))
                return true;
        return false;
    }

    // "at no time was there any discussion", "under no circumstances".
    private bool IsAtNo(int argument) =>
        _text.Tokens[argument].Relation is Relation.Obl or Relation.Nmod or Relation.OblUnmarked
        && AccountWords.Whatever.Contains(_text.Tokens[argument].Lemma)
        && _text.Dependent(argument, Relation.Det) is var det and >= 0
        && _text.Tokens[det].Lemma == "no";

    // "There is no decision to hold talks": the subject or object carries the negation.
    private bool IsOfNothing(int argument)
    {
        if (_text.Tokens[argument].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj))
            return false;
        if (Negation.IsOfNone(_text, argument))
            return true;
        return AccountWords.Nobody.Contains(_text.Tokens[argument].Lemma)
            || (_text.Tokens[argument].Lemma == "one" && argument > 0 && _text.Tokens[argument - 1].Lemma == "no");
    }

    private bool IsParty(int token) =>
        telling.Cast.Covering(token) is { } mention
        && mention.Entities.SelectMany(Each) is var all
        && all.Any()
        && _text.Tokens[token].Tag != UniversalTag.NOUN
        && all.All(entity =>
            entity.State is { } state
            && parties.Contains(state)
            && entity.Type is EntityType.State or EntityType.Organ or EntityType.Office or EntityType.Person
        );

    private static IEnumerable<Entity> Each(Entity entity) => entity.Members.IsDefaultOrEmpty ? [entity] : entity.Members;

    private Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(telling.Words[start]) && telling.Words[start] is not ('"' or '“' or '‘'))
            start++;
        while (end > start && telling.Words[end - 1] is ',' or ';' or ':' or ' ' or '—' or '–')
            end--;
        return new Span(start, end);
    }
}
