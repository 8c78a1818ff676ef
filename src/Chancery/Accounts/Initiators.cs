using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Finds who is said to have begun a contact: by phrases ("at the request of") and by verbs ("received a call from").</summary>
internal static class Initiators
{
    private const int Far = 14;

    private static readonly ImmutableArray<(string Lemma, ImmutableArray<string> Objects, string Named)> Verbs =
    [
        .. EmbeddedTable
            .Rows("codebook/accounts/initiating.csv")
            .Select(row => (row[0], row[1].Split('|', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray(), row[2])),
    ];

    /// <summary>The first initiator that the text names, with the words; null where it names none that is known.</summary>
    public static (Entity Entity, Span Span)? In(string text) => Phrases(text).Select(found => ((Entity, Span)?)found).FirstOrDefault();

    /// <summary>All that a document says of who began the contact, in the order of the text. Negated is what it says was not so.</summary>
    public static ImmutableArray<(Entity Entity, Span Span, bool Negated)> In(Telling telling)
    {
        var text = telling.Text;
        var found = ImmutableArray.CreateBuilder<(Entity, Span, bool)>();
        foreach (var (entity, span) in Phrases(telling.Words))
            if (!IsRescheduled(text, span))
                found.Add((entity, Sentence(text, span), false));
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            if (
                Requests.By(telling, token) is { } whose
                && Sentence(text, text.Tokens[token].Span) is var where
                && !found.Any(other => other.Item2 == where)
            )
                found.Add((whose, where, Denied(text, token)));
            if (!text.Tokens[token].IsVerb)
                continue;
            foreach (var (lemma, objects, named) in Verbs)
            {
                if (text.Tokens[token].Lemma != lemma)
                    continue;
                var noun = Object(text, token, objects, named == "from");
                if (objects.Length == 0 ? !HasParty(telling, token) : noun < 0)
                    continue;
                if (Named(telling, token, noun, named) is not { } entity)
                    continue;
                var span = Sentence(text, text.Tokens[token].Span);
                if (!found.Any(other => other.Item1.State == entity.State && other.Item2 == span))
                    found.Add((entity, span, Denied(text, token)));
            }
        }

        var elsewhere = text
            .Sentences.Where(sentence => sentence.Role == SentenceRole.Elsewhere)
            .Select(sentence => sentence.Span)
            .ToHashSet();
        return [.. found.Where(item => !elsewhere.Contains(item.Item2)).OrderBy(item => item.Item2)];
    }

    // "was shortened at the request of".
    private static bool IsRescheduled(ParsedText text, Span phrase)
    {
        for (var i = text.TokenAt(phrase.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < phrase.End; i++)
            if (text.Tokens[i].Head is var verb and >= 0 && AccountWords.Rescheduling.Contains(text.Tokens[verb].Lemma))
                return true;
        return false;
    }

    private static IEnumerable<(Entity Entity, Span Span)> Phrases(string text)
    {
        foreach (var cue in AccountWords.InitiatorBefore)
        {
            var at = text.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var end = Math.Min(text.Length, at + cue.Length + 80);
            var words = TopicWord.Cut(text, new Span(at + cue.Length, end));
            if (Known(text, words) is var (entity, last))
                yield return (entity, new Span(at, last));
        }
    }

    private static (Entity Entity, int End)? Known(string text, List<TopicWord> words)
    {
        for (var first = 0; first < Math.Min(5, words.Count); first++)
            for (var last = Math.Min(words.Count, first + 5); last > first; last--)
            {
                var span = words[first].Span.Cover(words[last - 1].Span);
                // "President" alone is nobody's name.
                if (
                    words[first].Capital
                    && !(last == first + 1 && words.Count > last && AccountWords.Posts.Contains(words[first].Lower))
                    && Citations.Named(span.In(text).ToString(), span) is { } entity
                )
                    return (entity, span.End);
            }

        return null;
    }

    // "called the Director General", "telephoned President Lula": the one called is somebody, and not a thing that is called for.
    private static bool HasParty(Telling telling, int verb)
    {
        var obj = telling.Text.Dependent(verb, Relation.Obj);
        if (obj < 0)
            return telling.Text.Dependent(verb, Relation.Ccomp) < 0
                && telling.Text.Dependent(verb, Relation.Obl) < 0
                && telling.Text.Tokens[verb].Lemma != "call" | IsPastPerfect(telling.Text, verb);
        // "called Xi a friend": names somebody and telephones nobody.
        if (telling.Text.Dependent(verb, Relation.Xcomp) >= 0 || Objects(telling.Text, verb) > 1)
            return false;
        return telling
                .Cast.Of(obj)
                .Any(entity => entity.Type is EntityType.Person or EntityType.Office or EntityType.State or EntityType.Organ)
            || telling.Text.Tokens[obj].Tag == UniversalTag.PROPN
            || telling.Text.Form(obj) is "me" or "us";
    }

    private static int Objects(ParsedText text, int verb)
    {
        var found = 0;
        foreach (var dependent in text.Dependents(verb))
            found += text.Tokens[dependent].Relation is Relation.Obj or Relation.Iobj ? 1 : 0;
        return found;
    }

    // "said that Trump had called": nothing else is called, so it is the telephone.
    private static bool IsPastPerfect(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Aux && text.Tokens[dependent].Lemma == "have")
                return true;
        return false;
    }

    private static int Object(ParsedText text, int verb, ImmutableArray<string> objects, bool received)
    {
        // "the call, which London requested".
        if (text.Tokens[verb] is { Relation: Relation.AclRelcl, Head: >= 0 and var noun } && objects.Contains(text.Tokens[noun].Lemma))
            return noun;
        foreach (var dependent in text.Dependents(verb))
            if (
                (
                    text.Tokens[dependent].Relation is Relation.Obj or Relation.Obl or Relation.NsubjPass
                    || (received && text.Tokens[dependent].Relation == Relation.Nsubj)
                ) && objects.Contains(text.Tokens[dependent].Lemma)
            )
                return dependent;
        // "received on the evening of 31 March a telephone call from": the tree may hang the call on the evening.
        if (received)
            for (var i = verb + 1; i < Math.Min(text.Sentences[text.SentenceOf(verb)].EndToken, verb + Far) && !text.Tokens[i].IsVerb; i++)
                if (objects.Contains(text.Tokens[i].Lemma))
                    return i;
        return -1;
    }

    private static Entity? Named(Telling telling, int verb, int noun, string named)
    {
        var text = telling.Text;
        if (named == "subject")
        {
            // "was made by Paris", "it was Paris that asked", "Macron, who had sought the call".
            var subject = Coding.ClauseTree.Doer(text, verb);
            return subject < 0 || subject == noun ? null
                : IsOurs(telling, subject) ? AccountOwner.Of(telling.Head)
                : Party(telling, subject, verb);
        }

        foreach (var governor in (ReadOnlySpan<int>)[noun, verb])
            foreach (var dependent in text.Dependents(governor))
                if (text.Tokens[dependent].Relation is Relation.Nmod or Relation.Obl && Case(text, dependent, "from"))
                    return Party(telling, dependent);
        return null;
    }

    // "our Undersecretary called".
    private static bool IsOurs(Telling telling, int subject)
    {
        if (!AccountOwner.IsParty(telling.Head))
            return false;
        foreach (var dependent in telling.Text.Dependents(subject))
            if (
                telling.Text.Tokens[dependent].Relation == Relation.NmodPoss
                && telling.Text.Form(dependent) is "our" or "Our" or "my" or "My"
            )
                return true;
        return false;
    }

    // Of "the minister who called the ambassador", what stands before the verb.
    private static Entity? Party(Telling telling, int head, int verb = int.MaxValue)
    {
        if (telling.Cast.Of(head).FirstOrDefault(entity => entity.State is not null) is { } known)
            return known;
        var (first, end) = telling.Text.Subtree(head);
        for (var i = first; i < end && !(head < verb && i >= verb); i++)
            if (telling.Cast.Covering(i)?.Entities.FirstOrDefault(entity => entity.State is not null) is { } within)
                return within;
        return telling.Cast.Of(head).FirstOrDefault(entity => entity.Type == EntityType.Person);
    }

    private static bool Denied(ParsedText text, int verb)
    {
        var at = verb;
        for (var steps = 0; at >= 0 && steps < 3; steps++, at = text.Tokens[at].Head)
        {
            if (text.Tokens[at].Lemma is "deny")
                return true;
            foreach (var dependent in text.Dependents(at))
                if (text.Tokens[dependent].Lemma is "not" or "never" or "n't")
                    return true;
        }

        return false;
    }

    private static bool Case(ParsedText text, int token, string word)
    {
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation == Relation.Case && text.Tokens[dependent].Lemma == word)
                return true;
        return false;
    }

    private static Span Sentence(ParsedText text, Span words)
    {
        foreach (var sentence in text.Sentences)
            if (sentence.Span.Overlaps(words))
                return sentence.Span;
        return words;
    }
}
