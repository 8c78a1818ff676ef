using Chancery.Attribution.Spotting;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Joins what the trained model sees with what the rules read. The model decides on cues and on the reach of source and content at the level
/// of the report; the table of cues gives each its mood and class; the rules add what lies within a content or around one, which the model
/// was not taught, statements with a named source that the model passed over, the reporter's own readings, and the sentences of a quotation before that of its cue.
/// </summary>
internal sealed class AscriptionJoiner(ParsedText text, AscriptionFinder finder)
{
    private readonly bool[] _said = new bool[text.Tokens.Length];
    private readonly bool[] _cues = new bool[text.Tokens.Length];
    private readonly bool[] _readings = new bool[text.Tokens.Length];

    public List<Ascription> Join(List<Spotted> spotted, List<Ascription> read)
    {
        var byToken = new Dictionary<int, Ascription>();
        foreach (var rule in read)
            byToken.TryAdd(rule.Token, rule);
        var all = new List<Ascription>(read.Count + spotted.Count);
        foreach (var rule in read)
            if (rule.Hedged)
                _readings[rule.Token] = true;
        // What the reporter reads into it is his, whatever the model sees in the verb.
        spotted = spotted.FindAll(cue => Array.IndexOf(_readings, true, cue.Cue.First, cue.Cue.End - cue.Cue.First) < 0);
        foreach (var (first, end) in spotted.Select(cue => cue.Cue))
            Array.Fill(_cues, true, first, end - first);
        foreach (var (first, end) in spotted.SelectMany(cue => cue.Content))
            Array.Fill(_said, true, first, end - first);
        foreach (var cue in spotted)
        {
            Ascription? rule = null;
            for (var i = cue.Cue.First; i < cue.Cue.End; i++)
                if (rule is null && byToken.TryGetValue(i, out var at) && !at.Hedged)
                    rule = at;
            // What is said within a quotation ends with it.
            var told = Told(cue, rule);
            if (finder.Fits(told.Token, told.Content))
                all.Add(told);
            else if (rule is not null)
                all.Add(rule with { Nested = true });
        }

        foreach (var rule in read)
        {
            if (_cues[rule.Token])
                continue;
            if (rule.Hedged || _said[rule.Token] || Around(rule))
                all.Add(rule with { Nested = !rule.Hedged });
            else if (rule.Word.Class is "communication" or "noun" && rule.Sources.Length > 0)
                all.Add(rule);
        }

        all.Sort((a, b) => a.Token - b.Token);
        return all;
    }

    // "..., X reported", "..., according to X" around a cue that the model took for the report's own.
    private bool Around(Ascription rule) => rule.Word.Class == "communication" && Counts(rule.Content, _cues);

    private bool Counts(Span[] content, bool[] marked)
    {
        foreach (var (first, end) in AttributionScore.Cut(text, content))
            if (Array.IndexOf(marked, true, first, end - first) >= 0)
                return true;
        return false;
    }

    private Ascription Told(Spotted cue, Ascription? rule)
    {
        var token = rule?.Token ?? PairClues.HeadOf(text, cue.Cue.First, cue.Cue.End);
        var word = rule?.Word ?? finder.Word(cue.Cue.First, cue.Cue.End);
        var source = Array.ConvertAll(cue.Source, stretch => text.SpanOf(stretch.First, stretch.End));
        var content = Array.ConvertAll(cue.Content, WithoutStop);
        var flat = Array.ConvertAll(cue.Content, stretch => text.SpanOf(stretch.First, stretch.End));
        if (
            rule is not null
            && (Tells(rule, cue) || IsAfterHearer(rule, content) || TakesOwnVerb(rule, content) || finder.QuotedSaying(token) >= 0)
        )
            content = [.. rule.Content];
        content = Closed(content, cue);
        // In the record the outer source holds what the inner one says, with its cue; and the reporter's own reading is nobody's words.
        if (
            rule is not null
            && (
                rule.Word.Lemma is "according to" or "script"
                || rule.Word.Frame == "name"
                || (Around(rule) && !Counts(content, _cues))
                || Counts(content, _readings)
            )
        )
            content = [.. rule.Content];
        if (rule is not null && rule.Content[0].Overlaps(content[0]) && SentenceOf(rule.Content[0]) < SentenceOf(content[0]))
            content[0] = new Span(rule.Content[0].Start, content[0].End);
        // Within what another says, and in "State television quoted X as saying", the model was taught the outer speaker.
        var speakers =
            rule is { Sources.Length: > 0 } && (_said[token] || finder.IsQuoted(token)) ? rule.Sources : Heads(cue.Source, token);
        return new Ascription(
            word,
            token,
            text.SpanOf(cue.Cue.First, cue.Cue.End),
            speakers.Length > 0 ? speakers : rule?.Sources ?? [],
            content,
            rule?.Negated ?? finder.Negated(token),
            Hedged: false
        )
        {
            SourceWords = source,
            Flat = flat,
        };
    }

    // The stop of the report's own sentence is no part of what was said; that of a quotation stands before its closing mark.
    private Span WithoutStop((int First, int End) stretch) =>
        text.SpanOf(stretch.First, stretch.End - 1 > stretch.First && text.Form(stretch.End - 1) is "." ? stretch.End - 1 : stretch.End);

    /// <summary>Whether the rule read a clause where the model saw but words of it without a verb, which say nothing.</summary>
    private bool Tells(Ascription rule, Spotted cue)
    {
        if (Array.Exists(cue.Content, stretch => HasVerb(stretch.First, stretch.End)))
            return false;
        var touches = false;
        foreach (var (first, end) in AttributionScore.Cut(text, rule.Content))
            touches |=
                IsClause(PairClues.HeadOf(text, first, end))
                && Array.Exists(cue.Content, stretch => stretch.First < end && first < stretch.End);
        return touches;
    }

    /// <summary>"congratulated X on the holiday": the rule knows that X is who hears it and not what is said.</summary>
    private bool IsAfterHearer(Ascription rule, Span[] content) =>
        rule.Word.TakesHearer
        && rule.Word.Lemma.Contains(' ', StringComparison.Ordinal)
        && rule.Content is [var said]
        && content is [var seen]
        && seen.Contains(said)
        && said.Start > seen.Start
        && finder.IsHearer(rule.Token, AttributionScore.At(text, seen.Start), AttributionScore.At(text, said.Start));

    /// <summary>"Allegations that X armed Y have not been proved": the model's content runs on into the verb that agrees with the noun.</summary>
    private bool TakesOwnVerb(Ascription rule, Span[] content)
    {
        if (
            text.Tokens[rule.Token].Penn != PennTag.NNS
            || rule.Content is not [var told]
            || content is not [var seen]
            || seen.Start != told.Start
            || seen.End <= told.End
        )
            return false;
        var next = rule.Token;
        while (next < text.Tokens.Length && text.Tokens[next].Span.Start < told.End)
            next++;
        return next < text.Tokens.Length
            && text.Tokens[next] is { Penn: PennTag.VBP, Relation: Relation.Aux or Relation.AuxPass or Relation.Cop };
    }

    /// <summary>A clause that is broken off by a relative clause or an insertion is one content, if neither cue nor source stands between.</summary>
    private Span[] Closed(Span[] content, Spotted cue)
    {
        var closed = new List<Span>();
        foreach (var stretch in content)
        {
            if (closed.Count > 0 && SentenceOf(closed[^1]) == SentenceOf(stretch) && !Breaks(cue, closed[^1].End, stretch.Start))
                closed[^1] = new Span(closed[^1].Start, stretch.End);
            else
                closed.Add(stretch);
        }

        return [.. closed];
    }

    private bool Breaks(Spotted cue, int from, int to)
    {
        var between = new Span(from, Math.Max(from, to));
        if (text.SpanOf(cue.Cue.First, cue.Cue.End).Overlaps(between))
            return true;
        return Array.Exists(cue.Source, source => text.SpanOf(source.First, source.End).Overlaps(between)) || Counts([between], _cues);
    }

    private bool IsClause(int head) => text.Tokens[head].IsVerb || text.Dependent(head, Relation.Cop) >= 0;

    private bool HasVerb(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text.Tokens[i].Tag is UniversalTag.VERB or UniversalTag.AUX)
                return true;
        return false;
    }

    private int SentenceOf(Span span) => finder.SentenceAt(span.Start);

    private int[] Heads((int First, int End)[] source, int cue)
    {
        var heads = new List<int>();
        foreach (var (first, end) in source)
        {
            var head = PairClues.HeadOf(text, first, end);
            // "officials, who said": the pronoun stands for the noun before it.
            if (finder.IsRelative(head))
                head = finder.Subject(cue) is var antecedent and >= 0 ? antecedent : head;
            heads.Add(head);
            foreach (var dependent in text.Dependents(head))
                if (text.Tokens[dependent].Relation == Relation.Conj && dependent >= first && dependent < end)
                    heads.Add(dependent);
        }

        return [.. heads];
    }
}
