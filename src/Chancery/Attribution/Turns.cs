using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Where, within a sentence and after what somebody said in it, the report or another takes the word again: "..., while X said", "..., a
/// charge that Y rejected", "..., adding that". What was said before ends there, whatever word the tree hangs the rest on.
/// </summary>
internal sealed class Turns
{
    private readonly ParsedText _text;
    private readonly SpeakerFinder _speakers;
    private readonly Quotations _quotations;
    private readonly Reach _reach;
    private readonly List<int> _turns = [];

    /// <summary>Finds the turns of a text, from its cues and its trees.</summary>
    public Turns(ParsedText text, SpeakerFinder speakers, Reach reach, Quotations quotations)
    {
        (_text, _speakers, _quotations, _reach) = (text, speakers, quotations, reach);
        for (var i = 1; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].IsVerb && Opening(i, reach) is > 0 and var first && text.Form(first - 1) is "," or ";" or "–" or "—")
                _turns.Add(first);
            // "..., according to X, ...": of the whole sentence, where what is said does not go on after it.
            else if (text.Form(i) is "according" && text.Form(i - 1) is "," && i + 1 < text.Tokens.Length && text.Form(i + 1) is "to")
                _turns.Add(i);
        }

        _turns.Sort();
    }

    /// <summary>A content up to the first turn in the sentence in which it stands, if the cue and the clause itself stand before that.</summary>
    public Span[] Cut(Span[] content, int cue)
    {
        for (var i = 0; i < content.Length; i++)
        {
            int first = AttributionScore.At(_text, content[i].Start),
                end = AttributionScore.At(_text, content[i].End);
            if (first <= cue || first >= end || _text.SentenceOf(first) != _text.SentenceOf(end - 1))
                continue;
            var at = _turns.BinarySearch(first + 1);
            for (at = at < 0 ? ~at : at; at < _turns.Count && _turns[at] < end; at++)
            {
                if (_turns[at] - 1 <= first || (_quotations.Inside(_turns[at]) && _quotations.Inside(first)))
                    continue;
                if (_turns[at] <= cue || PairHead(first, end) >= _turns[at])
                    continue;
                return [.. content.AsSpan(0, i), new Span(content[i].Start, _text.Tokens[_turns[at] - 2].Span.End)];
            }
        }

        return content;
    }

    /// <summary>
    /// Ends each content where a cue that stands after it takes the word: before the words for that one's source, where the cue itself is outside
    /// ("..., a report seen by X said"), and before a second verb of the same speaker, where the model sees both as the report's own.
    /// </summary>
    public List<Ascription> Settle(List<Ascription> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var told = found[i];
            if (told.Hedged || told.Content[^1].Start < told.Cue.End)
                continue;
            var sentence = _text.Sentences[_text.SentenceOf(told.Token)];
            for (var j = i + 1; j < found.Count && found[j].Token < sentence.EndToken; j++)
            {
                var next = found[j];
                if (IsRelayed(told, next))
                {
                    told = found[i] = told with
                    {
                        Content = [new Span(_text.Tokens[_reach.First(next.Token)].Span.Start, told.Content[0].End)],
                    };
                    continue;
                }

                if (next.Hedged || next.Sources.Length == 0 || _quotations.Inside(next.Token))
                    continue;
                var inside = told.Content[^1].Contains(next.Cue);
                var from = inside ? Joint(told, next) : Source(told, next);
                if (from <= AttributionScore.At(_text, told.Content[^1].Start))
                    continue;
                while (_text.Tokens[from - 1].Tag is UniversalTag.PUNCT or UniversalTag.CCONJ)
                    from--;
                if (_text.Tokens[from - 1].Span.Start < told.Content[^1].Start)
                    continue;
                told = found[i] = told with
                {
                    Content =
                    [
                        .. told.Content.AsSpan(0, told.Content.Length - 1),
                        new Span(told.Content[^1].Start, _text.Tokens[from - 1].Span.End),
                    ],
                };
            }
        }

        return found;
    }

    /// <summary>"relayed the offer of X that ...": what is relayed is the offer.</summary>
    private bool IsRelayed(Ascription told, Ascription next) =>
        _text.Tokens[next.Token].Tag == UniversalTag.NOUN
        && _text.Tokens[next.Token].Head == told.Token
        && next.Token > told.Token
        && told.Content is [var relayed]
        && next.Content is [var offered]
        && relayed == offered
        && next.Cue.End <= relayed.Start;

    private int Source(Ascription told, Ascription next)
    {
        if (
            next.Token < AttributionScore.At(_text, told.Content[^1].End)
            || next.SourceWords.Length == 0
            || !told.Content[^1].Overlaps(next.SourceWords[0])
        )
            return -1;
        // Who speaks next and was named in what the first said is no end of it: "said that X had left, and that he ...".
        return told.Content[^1].End >= next.SourceWords[0].End && AttributionScore.At(_text, next.SourceWords[0].End) >= next.Token - 2
            ? AttributionScore.At(_text, next.SourceWords[0].Start)
            : -1;
    }

    private int Joint(Ascription told, Ascription next)
    {
        if (
            next.Flat is null
            || told.Flat is null
            || _text.Tokens[next.Token].Relation != Relation.Conj
            || !told.Sources.AsSpan().SequenceEqual(next.Sources)
        )
            return -1;
        foreach (var stretch in told.Flat)
            if (stretch.Contains(next.Cue))
                return -1;
        var from = AttributionScore.At(_text, next.Cue.Start);
        return from > 0 && _text.Tokens[from - 1].Tag == UniversalTag.CCONJ ? from : -1;
    }

    private int PairHead(int first, int end) => Spotting.PairClues.HeadOf(_text, first, end);

    /// <summary>The word where a turn to this cue begins, or -1.</summary>
    private int Opening(int verb, Reach reach)
    {
        var token = _text.Tokens[verb];
        if (!_speakers.IsSpeech(verb))
            return -1;
        switch (token.Relation)
        {
            case Relation.Advcl when _speakers.Marker(verb) is >= 0 and var mark:
                return _text.Tokens[mark].Lemma is "while" or "whereas" && _text.Dependent(verb, Relation.Nsubj) >= 0 ? mark : -1;
            case Relation.Advcl when _speakers.Continues(verb) >= 0:
                return verb;
            case Relation.Ccomp
            or Relation.Parataxis
            or Relation.Conj
                when _text.Dependent(verb, Relation.Nsubj) is >= 0 and var speaker && speaker < verb && IsParted(reach.First(verb), verb):
                return Word(reach.First(verb));
            // "..., a charge that Tbilisi rejected", "..., which Tbilisi rejected": the speaker is another than who the clause tells of.
            case Relation.AclRelcl or Relation.Acl when Other(verb):
                var about = token.Head;
                return _text.Tokens[about].Relation is Relation.Appos or Relation.Parataxis or Relation.Conj && IsIndefinite(about)
                    ? Word(reach.First(about))
                    : -1;
            default:
                return -1;
        }
    }

    private bool IsParted(int first, int verb) => _text.Form(first) is ";" || (first > 0 && _text.Form(first - 1) is ";" && first < verb);

    private bool Other(int verb) =>
        _text.Dependent(verb, Relation.Nsubj) is >= 0 and var subject
            ? !_speakers.IsRelative(subject)
            : _speakers.Named(_text.Tokens[verb].Head, verb) >= 0;

    private int Word(int token)
    {
        while (_text.Tokens[token].Tag == UniversalTag.PUNCT)
            token++;
        return token;
    }

    private bool IsIndefinite(int noun) =>
        _text.Dependent(noun, Relation.Det) is >= 0 and var article && _text.Tokens[article].Lemma is "a" or "an";
}
