using Chancery.Attribution.Spotting;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Finds the cues of a text by their class and the structure around them, and what hangs on each.</summary>
internal sealed partial class AscriptionFinder(ParsedText text, Chronology chronology, Quotations quotations)
{
    private readonly Reach _reach = new(text);
    private readonly SpeakerFinder _speakers = new(text, quotations);

    /// <summary>Where another takes the word again within a sentence.</summary>
    public Turns Turns { get; } = new(text, new SpeakerFinder(text, quotations), new Reach(text), quotations);

    // For each sentence that a source closes ("..., according to X"), the word where that begins.
    private readonly Dictionary<int, int> _closing = [];
    private readonly HashSet<int> _times =
    [
        .. chronology.Expressions.SelectMany(time => Enumerable.Range(time.FirstToken, time.EndToken - time.FirstToken)),
    ];

    public List<Ascription> Find()
    {
        var found = new List<Ascription>();
        for (var i = 0; i < text.Tokens.Length; i++)
            if (Closing(i))
                _closing[text.SentenceOf(i)] = i;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var ascription = text.Tokens[i].Tag switch
            {
                UniversalTag.NOUN => Noun(i),
                UniversalTag.VERB when According(i) is { } source => AccordingTo(i, source),
                UniversalTag.ADP or UniversalTag.ADV when According(i) is { } source => AccordingTo(i, source),
                UniversalTag.VERB => Verb(i),
                _ => null,
            };
            if (ascription is null || !Fits(i, ascription.Content))
                continue;
            found.Add(
                quotations.Complete(ascription, HasCue) with
                {
                    SourceWords = Reaching(ascription.Sources),
                    Nested = quotations.Inside(i),
                }
            );
        }

        found.AddRange(new ScriptFinder(text, quotations).Find());
        found.Sort((a, b) => a.Token - b.Token);
        return found;
    }

    /// <summary>The row of the cue table for a cue of several words, or one made for it where there is none.</summary>
    public CueWord Word(int first, int end)
    {
        CueWord? best = null;
        for (var i = first; i < end && best is null; i++)
        {
            best = text.Tokens[i].Tag switch
            {
                UniversalTag.VERB when According(i) is null => Look(i).Word,
                UniversalTag.NOUN => Cue($"noun:{text.Tokens[i].Lemma}"),
                _ => According(i) is null ? null : AttributionTables.Cues["prep:according to"],
            };
        }

        if (best is not null)
            return best;
        var head = text.Tokens[PairClues.HeadOf(text, first, end)];
        return new CueWord(
            head.Lemma,
            head.Tag is UniversalTag.VERB or UniversalTag.NOUN ? CueKin.ClassOf(head.Lemma) : "communication",
            Mood.Asserted,
            "any",
            "to"
        );
    }

    private Span[] Reaching(int[] heads)
    {
        if (heads.Length == 0)
            return [];
        int first = _reach.First(heads[0]),
            end = _reach.End(heads[0]);
        while (
            first < end
            && (
                text.Tokens[first].Tag == UniversalTag.PUNCT
                || text.Tokens[first].Relation is Relation.Case or Relation.Fixed or Relation.Cc or Relation.CcPreconj
            )
        )
            first++;
        // The comma that closes an insertion stays with it.
        var commas = 0;
        for (var i = first; i < end; i++)
            if (text.Form(i) is ",")
                commas++;
        if (end > first && commas < 2 && text.Form(end - 1) is ",")
            end--;
        return first < end ? [text.SpanOf(first, end)] : [];
    }

    private Ascription? Verb(int verb)
    {
        var (word, particle, argument) = Look(verb);
        var referring = text.Tokens[verb].Lemma == "refer" && Adverb(verb) is { } adverb && adverb >= 0;
        if (word is null)
            return null;
        var hedge = referring ? Adverb(verb) ?? -1 : -1;
        var content = argument >= 0 ? Asked(verb, word, argument) : Content(verb, word);
        // Nothing that is said has its own saying in it: where the tree joins the two halves of a quotation across the cue, the marks tell.
        var across = content is [var whole] && whole.Start < text.Tokens[verb].Span.Start && whole.End > text.Tokens[verb].Span.End;
        if ((content is null || across) && word.Class == "communication" && !quotations.Inside(verb) && Subject(verb) >= 0)
            content = quotations.Of(text.Sentences[text.SentenceOf(verb)]) ?? content;
        if (content is null)
            return null;
        var sources = hedge >= 0 ? [] : Sources(verb);
        var first = hedge >= 0 ? Math.Min(hedge, verb) : Opening(verb);
        var content0 = hedge >= 0 || !Before(content, verb) ? content : Unmarked(content, verb);
        return new Ascription(
            word,
            verb,
            text.SpanOf(first, (particle - verb is > 0 and <= 2 ? particle : verb) + 1),
            sources,
            content0,
            Negated(verb),
            hedge >= 0
        );
    }

    private (CueWord? Word, int Particle, int Argument) Look(int verb)
    {
        var lemma = text.Tokens[verb].Lemma;
        foreach (var dependent in text.Dependents(verb))
        {
            var token = text.Tokens[dependent];
            if (token.Relation == Relation.CompoundPrt && Cue($"verb:{lemma} {token.Lemma}") is { } phrasal)
                return (phrasal, dependent, -1);
            if (!token.Relation.IsOblique() && token.Relation != Relation.Advcl)
                continue;
            var mark = Marker(dependent);
            if (mark >= 0 && Cue($"verb:{lemma} {text.Tokens[mark].Lemma}") is { } prepositional)
                return (prepositional, mark, prepositional.TakesHearer && text.Dependent(verb, Relation.Xcomp) >= 0 ? -1 : dependent);
        }

        return (Cue($"verb:{lemma}"), -1, -1);
    }

    /// <summary>
    /// "..., according to X" at the end of a sentence and outside quotation marks speaks of the whole sentence, whatever word the tree
    /// hangs it on: nothing that is said within the sentence reaches into it.
    /// </summary>
    private bool Closing(int token)
    {
        if (According(token) is not { } source || token == 0 || text.Tokens[token - 1].Tag != UniversalTag.PUNCT)
            return false;
        var sentence = text.Sentences[text.SentenceOf(token)];
        var end = _reach.End(text.Tokens[token].Head == source ? source : token);
        while (end < sentence.EndToken && text.Tokens[end].Tag == UniversalTag.PUNCT)
            end++;
        return end == sentence.EndToken && !InMarks(token, sentence);
    }

    private bool InMarks(int token, Sentence sentence)
    {
        var open = false;
        for (var i = sentence.FirstToken; i < token; i++)
        {
            if (text.Form(i) is "“")
                open = true;
            else if (text.Form(i) is "”")
                open = false;
            else if (text.Form(i) is "\"")
                open = !open;
        }

        return open;
    }

    /// <summary>Where a cue begins: with what helps and shades its verb ("has repeatedly said", "did not immediately say").</summary>
    private int Opening(int verb)
    {
        var first = verb;
        while (
            first > 0
            && text.Tokens[first - 1].Head == verb
            && text.Tokens[first - 1].Relation is Relation.Aux or Relation.AuxPass or Relation.Advmod
        )
            first--;
        return first;
    }

    /// <summary>What stands before a trailing cue belongs to what was said, from the sentence's first word on.</summary>
    private int Start(int clause, int verb)
    {
        var first = _reach.First(clause);
        var sentence = text.Sentences[text.SentenceOf(verb)];
        return text.Tokens[verb].Head < 0 ? sentence.FirstToken : first;
    }

    private int Stop(int clause, int verb)
    {
        if (clause < verb)
            return Math.Min(_reach.End(clause), Opening(clause, verb));
        foreach (var dependent in text.Dependents(clause))
            if (_speakers.Coordinated(dependent) == verb)
                return text.Dependent(dependent, Relation.Cc) is >= 0 and var joint ? joint : _reach.First(dependent);
        return _reach.End(clause);
    }

    private int Opening(int clause, int verb)
    {
        var subject = Subject(verb);
        return subject > clause && subject < verb ? _reach.First(subject) : verb;
    }

    private bool Before(Span[] content, int verb) => content[^1].End <= text.Tokens[verb].Span.Start;

    /// <summary>
    /// A quotation that has lost its marks: the content of a trailing cue speaks in the first person, itself or in the sentences
    /// before it in the paragraph, which then belong to it.
    /// </summary>
    private Span[] Unmarked(Span[] content, int verb)
    {
        var at = text.SentenceOf(verb);
        var from = -1;
        for (var i = at - 1; i >= 0 && text.Sentences[i].Paragraph == text.Sentences[at].Paragraph; i--)
        {
            if (!FirstPerson(text.Sentences[i].Span) || HasCue(text.Sentences[i]))
                break;
            from = i;
        }

        return from < 0 ? content : [new Span(text.Sentences[from].Span.Start, content[^1].End)];
    }

    private bool HasCue(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (
                text.Tokens[i].IsVerb
                && text.Dependent(i, Relation.Ccomp) >= 0
                && Cue($"verb:{text.Tokens[i].Lemma}") is { Class: "communication" }
            )
                return true;
        return false;
    }

    public bool FirstPerson(Span span)
    {
        var sentence = text.Sentences[SentenceAt(span.Start)];
        for (var i = sentence.FirstToken; i < text.Tokens.Length && text.Tokens[i].Span.Start < span.End; i++)
            if (
                text.Tokens[i].Span.Start >= span.Start
                && text.Tokens[i].Tag == UniversalTag.PRON
                && (text.Form(i) is "We" or "we" or "Our" or "our" or "us" or "I" or "My" or "my")
            )
                return true;
        return false;
    }

    public int SentenceAt(int place)
    {
        int low = 0,
            high = text.Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (text.Sentences[middle].Span.End <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int? According(int token)
    {
        if (!text.Form(token).Equals("according", StringComparison.OrdinalIgnoreCase))
            return null;
        var current = text.Tokens[token];
        if (current.Relation == Relation.Case && current.Head >= 0)
            return current.Head;
        var oblique = text.Dependent(token, Relation.Obl);
        return oblique >= 0 ? oblique : null;
    }

    private Ascription? AccordingTo(int token, int source)
    {
        var top = source;
        if (text.Tokens[token].Head == source)
            top = text.Tokens[source].Head;
        else
            top = text.Tokens[token].Head;
        if (top < 0)
            return null;
        var phrase = text.Tokens[token].Head == source ? source : token;
        var sentence = text.Sentences[text.SentenceOf(token)];
        var opens = _reach.First(phrase) == sentence.FirstToken;
        var afterComma = token > 0 && text.Tokens[token - 1].Tag == UniversalTag.PUNCT;
        if (opens || afterComma)
            while (text.Tokens[top].Head >= 0)
                top = text.Tokens[top].Head;
        var content = Trim(
            opens || afterComma ? sentence.FirstToken : _reach.First(top),
            opens || afterComma ? sentence.EndToken : _reach.End(top),
            phrase
        );
        if (content is null)
            return null;
        return new Ascription(
            AttributionTables.Cues["prep:according to"],
            token,
            text.SpanOf(token, Math.Min(token + 2, text.Tokens.Length)),
            Joined(source),
            content,
            Negated: false,
            Hedged: false
        );
    }

    private int[] Sources(int verb)
    {
        var subject = Subject(verb);
        return subject >= 0 ? Joined(subject) : [];
    }

    /// <summary>Whether a verb is in the table of cues as one of communication.</summary>
    public bool IsSpeech(int verb) => _speakers.IsSpeech(verb);

    public int Subject(int verb) => _speakers.Subject(verb);

    /// <summary>The phrase whose preposition belongs to the cue, such as "X" of "called on X", or -1.</summary>
    public int Argument(int verb) => Look(verb).Argument;

    /// <summary>Whether some words are the object of a verb, such as who is congratulated.</summary>
    public bool IsHearer(int verb, int first, int end)
    {
        var thing = text.Dependent(verb, Relation.Obj) is >= 0 and var direct ? direct : text.Dependent(verb, Relation.Iobj);
        return thing >= 0 && _reach.First(thing) >= first && thing < end;
    }

    /// <summary>Whether a word heads an expression of time.</summary>
    public bool IsTime(int token) => _times.Contains(token);

    public bool Negated(int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Advmod && text.Tokens[dependent].Lemma is "not" or "n't" or "never")
                return true;
        // "failed to mention", "refrained from mentioning", "without mentioning": what a verb or a preposition undoes was not said.
        var head = text.Tokens[verb].Head;
        if (head < 0 || text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Advcl or Relation.Acl))
            return false;
        var mark = text.Dependent(verb, Relation.Mark);
        return (mark >= 0 && text.Tokens[mark].Lemma == "without")
            || (
                (text.Tokens[verb].Relation == Relation.Xcomp || (mark >= 0 && text.Tokens[mark].Lemma == "from"))
                && Coding.Codebook.VerbStatus.GetValueOrDefault(text.Tokens[head].Lemma, EntryStatus.Occurred) == EntryStatus.Negated
            );
    }

    private int? Adverb(int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (
                text.Tokens[dependent].Relation == Relation.Advmod
                && text.Tokens[dependent].Lemma is "apparently" or "seemingly" or "presumably"
            )
                return dependent;
        return -1;
    }

    public int[] Joined(int head)
    {
        var all = new List<int> { head };
        foreach (var dependent in text.Dependents(head))
            if (text.Tokens[dependent].Relation == Relation.Conj)
                all.Add(dependent);
        return [.. all];
    }

    public int Marker(int token) => _speakers.Marker(token);

    private Span[]? Phrase(int head, int cue)
    {
        var first = _reach.First(head);
        if (Marker(head) == first && text.Tokens[first].Relation == Relation.Case)
            first++;
        return Trim(first, _reach.End(head), cue > head ? cue : -1);
    }

    /// <summary>The words from one token to another, without a phrase that breaks in and without commas and stops at the edges.</summary>
    private Span[]? Trim(int first, int end, int without)
    {
        var spans = new List<Span>();
        if (without >= 0)
        {
            Take(first, Math.Min(end, _reach.First(without)), spans);
            Take(Math.Max(first, _reach.End(without)), end, spans);
        }
        else
        {
            Take(first, end, spans);
        }

        return spans.Count > 0 ? [.. spans] : null;
    }

    private void Take(int first, int end, List<Span> spans)
    {
        if (first < end && _closing.TryGetValue(text.SentenceOf(first), out var closing) && closing >= first && closing < end)
            end = closing;
        while (first < end && IsEdge(first))
            first++;
        while (end > first && IsEdge(end - 1))
            end--;
        if (first < end)
            spans.Add(text.SpanOf(first, end));
    }

    private bool IsEdge(int token) => text.Form(token) is "," or "." or ";" or ":" or "-" or "–" or "—";

    /// <summary>Whether all of a content stands in the quotation in which the cue stands, or the cue in none.</summary>
    public bool Fits(int cue, Span[] content)
    {
        if (quotations.Around(cue) is not { } run)
            return true;
        foreach (var stretch in content)
            if (!run.Contains(stretch))
                return false;
        return true;
    }

    /// <summary>Whether a cue stands under another that quotes its speaker: "quoted X as saying".</summary>
    public bool IsQuoted(int verb) =>
        text.Tokens[verb].Relation is Relation.Xcomp or Relation.Advcl
        && Marker(verb) is >= 0 and var mark
        && text.Tokens[mark].Lemma == "as";

    public bool IsRelative(int token) => _speakers.IsRelative(token);

    private static CueWord? Cue(string key) => AttributionTables.Cues.GetValueOrDefault(key);
}
