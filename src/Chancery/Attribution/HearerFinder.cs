using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Finds who is spoken to: at the place that the cue's row names ("told X", "appealed to X", "was urged"), else by the occasion on which it
/// was said ("in a call with X", "in a letter to X", "addressing X").
/// </summary>
internal sealed class HearerFinder(ParsedText text, AscriptionFinder finder, Naming naming)
{
    /// <summary>The heads of the phrases that name those who are spoken to.</summary>
    public int[] Of(Ascription ascription)
    {
        var cue = ascription.Token;
        if (text.Tokens[cue].Tag == UniversalTag.VERB && ascription.Word.Addressee != "none" && Beside(cue, ascription.Word) is >= 0 and var told) return Joined(told);
        if (ascription.Word.Addressee != "none" && To(cue, ascription.Word.Addressee == "with" ? "with" : "to") is >= 0 and var reached) return Joined(reached);
        return ascription.Word.Class == "communication" && ascription.Word.Frame != "name" && Occasion(ascription) is >= 0 and var met ? Joined(met) : [];
    }

    private int Beside(int verb, CueWord word)
    {
        int passive = -1, indirect = -1, thing = -1, second = -1;
        foreach (var dependent in text.Dependents(verb))
        {
            switch (text.Tokens[dependent].Relation)
            {
                case Relation.NsubjPass: passive = dependent; break;
                case Relation.Iobj when !finder.IsTime(dependent): indirect = dependent; break;
                case Relation.Obj when thing < 0: thing = dependent; break;
                case Relation.Obj: second = dependent; break;
            }
        }

        if (Hears(indirect)) return indirect;
        // "offered Moscow its airfields"
        if (second > thing && thing > verb && Hears(thing)) return thing;
        if (word.Addressee != "obj") return -1;
        if (Hears(passive)) return passive;
        var asked = word.Lemma.Contains(' ', StringComparison.Ordinal) ? finder.Argument(verb) : -1;
        if (asked >= 0 && text.Tokens[asked].Relation == Relation.Obl && finder.Marker(asked) is >= 0 and var link
            && text.Tokens[link].Lemma is "on" or "upon" or "to" && Hears(asked)) return asked;
        return thing > verb && Hears(thing) ? thing : -1;
    }

    /// <summary>"conveyed to X", "said by telephone to X", "his warning to X", "agreed with X".</summary>
    private int To(int cue, string link)
    {
        foreach (var dependent in text.Dependents(cue))
        {
            if (text.Tokens[dependent].Relation is not (Relation.Obl or Relation.Nmod) && text.Tokens[dependent] is not { Relation: Relation.Xcomp, Tag: UniversalTag.NOUN or UniversalTag.PROPN }) continue;
            if (Marked(dependent, link) && Hears(dependent)) return dependent;
            if (dependent < cue || text.Tokens[dependent].Relation == Relation.Nmod) continue;
            foreach (var inner in text.Dependents(dependent))
                if (text.Tokens[inner].Relation == Relation.Nmod && Marked(inner, link) && Hears(inner) && IsOccasion(dependent, link)) return inner;
        }

        return -1;
    }

    /// <summary>The other side of the occasion: a phrase of the cue itself, or one that opens its sentence.</summary>
    private int Occasion(Ascription ascription)
    {
        var sentence = text.Sentences[text.SentenceOf(ascription.Token)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = text.Tokens[i];
            if (token.Tag is not (UniversalTag.NOUN or UniversalTag.VERB) || !AttributionTables.Occasions.TryGetValue((token.Lemma, token.Tag), out var links)) continue;
            if (i == ascription.Token || Within(ascription, token.Span) || !Bears(i, ascription, sentence)) continue;
            if (Other(i, links) is >= 0 and var other && !Within(ascription, text.Tokens[other].Span)) return other;
        }

        return -1;
    }

    private bool Bears(int occasion, Ascription ascription, Sentence sentence)
    {
        var (token, cue) = (text.Tokens[occasion], ascription.Token);
        if (token.Tag == UniversalTag.VERB)
        {
            // "Addressing X, ...", "..., speaking to X": a participle without a subject of its own or a conjunction.
            if (token.Relation is not (Relation.Advcl or Relation.Acl or Relation.Parataxis) || token.Penn != PennTag.VBG || text.Dependent(occasion, Relation.Nsubj) >= 0) return false;
            return finder.Marker(occasion) < 0 && (token.Head == cue || occasion == sentence.FirstToken || Array.IndexOf(ascription.Sources, token.Head) >= 0);
        }

        if (finder.Marker(occasion) is not (>= 0 and var mark) || text.Tokens[mark].Lemma is not ("in" or "during" or "at" or "on" or "by" or "over")) return false;
        return token.Head == cue || mark == sentence.FirstToken;
    }

    private int Other(int occasion, string[] links)
    {
        var end = -1;
        foreach (var dependent in text.Dependents(occasion))
        {
            var relation = text.Tokens[dependent].Relation;
            if (relation == Relation.Obj && links.Contains("obj") && Hears(dependent)) return dependent;
            if (relation is Relation.Nmod or Relation.Obl && links.Any(link => Marked(dependent, link)) && Hears(dependent)) return dependent;
            if (dependent > occasion) end = Math.Max(end, dependent);
        }

        // "held talks in the capital with X", "in a call on Monday with X": the tree hangs the other side on the verb or on what stands between.
        foreach (var beside in text.Tokens[occasion].Head is >= 0 and var head ? text.Dependents(head) : default)
            if (beside > occasion && beside - Math.Max(end, occasion) <= 4 && text.Tokens[beside].Relation == Relation.Obl && links.Any(link => Marked(beside, link)) && Hears(beside)) return beside;
        return -1;
    }

    private static bool Within(Ascription ascription, Span place)
    {
        foreach (var stretch in ascription.Content)
            if (stretch.Contains(place)) return true;
        return false;
    }

    private bool IsOccasion(int noun, string link)
        => AttributionTables.Occasions.TryGetValue((text.Tokens[noun].Lemma, UniversalTag.NOUN), out var links) && links.Contains(link);

    private bool Marked(int token, string preposition) => finder.Marker(token) is >= 0 and var mark && text.Tokens[mark].Lemma == preposition;

    private bool Hears(int head) => head >= 0 && !finder.IsTime(head) && naming.Hears(head);

    private int[] Joined(int head) => finder.Joined(head);
}
