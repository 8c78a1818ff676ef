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
        var (cue, links) = (ascription.Token, ascription.Word.Addressee.Split(' '));
        if (links[0] != "none")
        {
            if (
                text.Tokens[cue].Tag == UniversalTag.VERB
                && Beside(cue, ascription.Word, links) is >= 0 and var told
                && !IsContent(told, ascription)
            )
                return Joined(told);
            if (To(cue, links) is >= 0 and var reached)
                return Joined(reached);
            if (text.Tokens[cue].Tag == UniversalTag.NOUN && Given(cue) is >= 0 and var given)
                return Joined(given);
        }

        return ascription.Word.Class == "communication" && ascription.Word.Frame != "name" && Occasion(ascription) is >= 0 and var met
            ? Apart(met, ascription)
            : [];
    }

    // "promised a meeting": what is promised, where "told a meeting that ..." tells those who meet.
    private bool IsContent(int head, Ascription ascription) =>
        text.Tokens[head] is { Tag: UniversalTag.NOUN, Relation: not Relation.NsubjPass }
        && AttributionTables.Gatherings.Contains(text.Tokens[head].Lemma)
        && Within(ascription, text.Tokens[head].Span);

    // "In a letter to X, Y and Z proposed": the tree may join Z to X over the one who speaks.
    private int[] Apart(int head, Ascription ascription) =>
        Array.FindAll(Joined(head), joined => !Array.Exists(ascription.Sources, source => source > head && source < joined));

    private int Beside(int verb, CueWord word, string[] links)
    {
        int passive = -1,
            indirect = -1,
            thing = -1,
            second = -1;
        foreach (var dependent in text.Dependents(verb))
        {
            switch (text.Tokens[dependent].Relation)
            {
                case Relation.NsubjPass:
                    passive = dependent;
                    break;
                case Relation.Iobj when !finder.IsTime(dependent) && text.Tokens[dependent].Penn != PennTag.PRPP:
                    indirect = dependent;
                    break;
                case Relation.Obj when thing < 0:
                    thing = dependent;
                    break;
                case Relation.Obj:
                    second = dependent;
                    break;
            }
        }

        if (Hears(indirect))
            return indirect;
        // "offered Moscow its airfields"
        if (second > thing && thing > verb && Hears(thing))
            return thing;
        if (!links.Contains("obj"))
            return -1;
        if (Hears(passive))
            return passive;
        var asked = word.Lemma.Contains(' ', StringComparison.Ordinal) ? finder.Argument(verb) : -1;
        if (
            asked >= 0
            && text.Tokens[asked].Relation == Relation.Obl
            && finder.Marker(asked) is >= 0 and var link
            && text.Tokens[link].Lemma is "on" or "upon" or "to"
            && Hears(asked)
        )
            return asked;
        return thing > verb && Hears(thing) ? thing : -1;
    }

    /// <summary>"conveyed to X", "said by telephone to X", "his warning to X", "agreed with X", "demanded of X", as the cue's row says.</summary>
    private int To(int cue, string[] links)
    {
        foreach (var dependent in text.Dependents(cue))
        {
            // "expressed his thanks to X"
            if (text.Tokens[dependent] is { Relation: Relation.Obj, Tag: UniversalTag.NOUN } && IsOccasion(dependent, "to"))
                foreach (var owed in text.Dependents(dependent))
                    if (text.Tokens[owed].Relation == Relation.Nmod && Marked(owed, "to") && Hears(owed))
                        return owed;
            if (
                text.Tokens[dependent].Relation is not (Relation.Obl or Relation.Nmod)
                && text.Tokens[dependent] is not { Relation: Relation.Xcomp, Tag: UniversalTag.NOUN or UniversalTag.PROPN }
            )
                continue;
            if (Links(dependent, links) && Hears(dependent))
                return dependent;
            if (dependent < cue || text.Tokens[dependent].Relation == Relation.Nmod)
                continue;
            foreach (var inner in text.Dependents(dependent))
                if (text.Tokens[inner].Relation == Relation.Nmod && Marked(inner, "to") && Hears(inner) && IsOccasion(dependent, "to"))
                    return inner;
        }

        return -1;
    }

    private bool Links(int phrase, string[] links)
    {
        foreach (var link in links)
            if (Marked(phrase, link == "obj" ? "to" : link))
                return true;
        return false;
    }

    /// <summary>"gave X his assurance that", "issued a warning to X that": who is given the words.</summary>
    private int Given(int noun)
    {
        if (text.Tokens[noun].Relation != Relation.Obj || text.Tokens[noun].Head is not (>= 0 and var verb))
            return -1;
        if (text.Dependent(verb, Relation.Iobj) is >= 0 and var receiver && text.Tokens[receiver].Penn != PennTag.PRPP && Hears(receiver))
            return receiver;
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Obl && Marked(dependent, "to") && Hears(dependent))
                return dependent;
        return -1;
    }

    /// <summary>The other side of the occasion: a phrase of the cue itself, or one that opens its sentence.</summary>
    private int Occasion(Ascription ascription)
    {
        var sentence = text.Sentences[text.SentenceOf(ascription.Token)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = text.Tokens[i];
            if (
                token.Tag is not (UniversalTag.NOUN or UniversalTag.VERB)
                || !AttributionTables.Occasions.TryGetValue((token.Lemma, token.Tag), out var links)
            )
                continue;
            if (i == ascription.Token || Within(ascription, token.Span) || !Bears(i, ascription, sentence))
                continue;
            // A statement is sent to a newspaper for its readers.
            if (
                Other(i, links) is >= 0 and var other
                && !Within(ascription, text.Tokens[other].Span)
                && !naming.Known(other).Any(entity => entity.Type == EntityType.Outlet)
            )
                return other;
        }

        return Contact(ascription.Token);
    }

    /// <summary>"phoned X and asked whether ...": the cue goes on from a verb of contact.</summary>
    private int Contact(int cue)
    {
        var verb = text.Tokens[cue].Head;
        if (verb < 0 || verb > cue || text.Tokens[cue].Relation != Relation.Conj || text.Dependent(cue, Relation.Nsubj) >= 0)
            return -1;
        if (!AttributionTables.Occasions.TryGetValue((text.Tokens[verb].Lemma, UniversalTag.VERB), out var links) || !links.Contains("obj"))
            return -1;
        var thing = text.Dependent(verb, Relation.Obj) is >= 0 and var direct ? direct : text.Dependent(verb, Relation.Iobj);
        return Hears(thing) ? thing : -1;
    }

    private bool Bears(int occasion, Ascription ascription, Sentence sentence)
    {
        var (token, cue) = (text.Tokens[occasion], ascription.Token);
        if (token.Tag == UniversalTag.VERB)
        {
            // "Addressing X, ...", "..., speaking to X": a participle without a subject of its own or a conjunction.
            if (
                token.Relation is not (Relation.Advcl or Relation.Acl or Relation.Parataxis)
                || token.Penn != PennTag.VBG
                || text.Dependent(occasion, Relation.Nsubj) >= 0
            )
                return false;
            return finder.Marker(occasion) < 0
                && (token.Head == cue || occasion == sentence.FirstToken || Array.IndexOf(ascription.Sources, token.Head) >= 0);
        }

        if (
            finder.Marker(occasion) is not (>= 0 and var mark)
            || text.Tokens[mark].Lemma is not ("in" or "during" or "at" or "on" or "by" or "over")
        )
            return false;
        return token.Head == cue || mark == sentence.FirstToken || Array.IndexOf(ascription.Sources, token.Head) >= 0;
    }

    private int Other(int occasion, string[] links)
    {
        var end = -1;
        foreach (var dependent in text.Dependents(occasion))
        {
            var relation = text.Tokens[dependent].Relation;
            if (relation == Relation.Obj && links.Contains("obj") && Hears(dependent))
                return dependent;
            if (relation is Relation.Nmod or Relation.Obl && links.Any(link => Marked(dependent, link)) && Hears(dependent))
                return dependent;
            if (relation == Relation.Acl && text.Tokens[dependent].Lemma is "address" or "send" or "direct" or "deliver")
                foreach (var sent in text.Dependents(dependent))
                    if (Marked(sent, "to") && Hears(sent))
                        return sent;
            if (dependent > occasion)
                end = Math.Max(end, dependent);
        }

        // "held talks in the capital with X", "in a call on Monday with X": the tree hangs the other side on the verb or on what stands between.
        foreach (var beside in text.Tokens[occasion].Head is >= 0 and var head ? text.Dependents(head) : default)
            if (
                beside > occasion
                && beside - Math.Max(end, occasion) <= 4
                && text.Tokens[beside].Relation == Relation.Obl
                && links.Any(link => Marked(beside, link))
                && Hears(beside)
            )
                return beside;
        return -1;
    }

    private static bool Within(Ascription ascription, Span place)
    {
        foreach (var stretch in ascription.Content)
            if (stretch.Contains(place))
                return true;
        return false;
    }

    private bool IsOccasion(int noun, string link) =>
        AttributionTables.Occasions.TryGetValue((text.Tokens[noun].Lemma, UniversalTag.NOUN), out var links) && links.Contains(link);

    private bool Marked(int token, string preposition) =>
        finder.Marker(token) is >= 0 and var mark && text.Tokens[mark].Lemma == preposition;

    private bool Hears(int head) =>
        head >= 0
        && !text.Tokens[head].Lemma.EndsWith("self", StringComparison.Ordinal)
        && !text.Tokens[head].Lemma.EndsWith("selves", StringComparison.Ordinal)
        && !finder.IsTime(head)
        && naming.Hears(head);

    private int[] Joined(int head) => finder.Joined(head);
}
