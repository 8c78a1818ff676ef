using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Reads who was harmed from the clause of an event and from what is said of it ("an assault that killed thousands").</summary>
internal static class CasualtyReader
{
    // Each is a class of word-classes.csv, whose verbs tell of that harm.
    private static readonly string[] Harms = ["killed", "wounded", "detained", "displaced"];

    public static ImmutableArray<Casualties> Of(ParsedText text, int token)
    {
        var found = ImmutableArray<Casualties>.Empty;
        if (text.Tokens[token].IsVerb)
            Add(text, token, ref found);
        // "a strike killed nine": the harm is told of the blow.
        else if (
            text.Tokens[token] is { Relation: Relation.Nsubj or Relation.OblAgent, Head: var verb and >= 0 }
            && text.Tokens[verb].IsVerb
        )
            Add(text, verb, ref found);
        foreach (var dependent in text.Dependents(token))
        {
            // "12 were killed and 30 wounded": one blow, of which the second participle is no event of its own.
            if (
                text.Tokens[dependent] is { IsVerb: true, Relation: Relation.Conj } joined
                && (OwnCount(text, dependent) >= 0 || EventCoder.IsHarm(joined) && EventCoder.IsHarm(text.Tokens[token]))
            )
                Add(text, dependent, ref found);
            // "12 were killed and at least 30 wounded", where the tree makes the participle the number's.
            if (
                text.Tokens[dependent] is { Tag: UniversalTag.NUM, Relation: Relation.Conj }
                && text.Dependent(dependent, Relation.Acl) is var harmed and >= 0
            )
                Add(text, harmed, ref found, dependent);
            if (
                !text.Tokens[dependent].IsVerb
                || text.Tokens[dependent].Relation is not (Relation.AclRelcl or Relation.Advcl or Relation.Acl)
            )
                continue;
            Add(text, dependent, ref found);
            foreach (var further in text.Dependents(dependent))
                if (text.Tokens[further].Relation == Relation.Conj)
                    Add(text, further, ref found);
        }

        return found;
    }

    private static void Add(ParsedText text, int verb, ref ImmutableArray<Casualties> found, int counted = -1)
    {
        var lemma = text.Tokens[verb].Lemma;
        var harm = Array.Find(Harms, kind => Codebook.IsOf(kind, lemma));
        var victims =
            counted >= 0 ? counted
            : OwnCount(text, verb) is var own and >= 0 ? own
            : ClauseTree.Undergoer(text, verb);
        if (harm is null || victims < 0)
            return;
        var (low, best) = Number(text, victims);
        if (low is null && best is null)
            return;
        var first = text.Dependent(victims, Relation.Nummod) is var count and >= 0 ? count : victims;
        found = found.Add(
            new Casualties(harm, best ?? low, best, best, text.SpanOf(Math.Min(first, victims), Math.Max(first, victims) + 1))
        );
    }

    // "12 civilians were killed and at least 30 wounded": the number before the second participle is its own.
    private static int OwnCount(ParsedText text, int verb)
    {
        if (text.Tokens[verb].Relation != Relation.Conj)
            return -1;
        foreach (var dependent in text.Dependents(verb))
            if (
                text.Tokens[dependent]
                    is
                {
                    Tag: UniversalTag.NUM,
                    Relation: Relation.Obl
                            or Relation.OblUnmarked
                            or Relation.Nummod
                            or Relation.Obj
                            or Relation.Nsubj
                            or Relation.NsubjPass
                }
                || text.Tokens[dependent]
                    is
                {
                    Lemma: "dozen" or "hundred" or "thousand" or "score",
                    Relation: Relation.Obl or Relation.OblUnmarked or Relation.Obj or Relation.Nsubj or Relation.NsubjPass
                }
            )
                return dependent;
        return -1;
    }

    private static (long? Low, long? Best) Number(ParsedText text, int noun)
    {
        var plural = text.Tokens[noun].Lemma switch
        {
            "thousand" => 2000L,
            "hundred" => 200L,
            "dozen" => 24L,
            "score" => 40L,
            _ => 0L,
        };
        if (plural > 0)
            return (plural, null);
        var count = text.Dependent(noun, Relation.Nummod);
        if (count < 0)
            count = text.Tokens[noun].Tag == UniversalTag.NUM ? noun : -1;
        if (count < 0)
            return (null, null);
        var form = text.Form(count).ToString().Replace(",", "", StringComparison.Ordinal);
        if (long.TryParse(form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return (null, number);
        var word = Array.IndexOf(Words, form.ToLowerInvariant());
        return word >= 0 ? (null, word + 1) : (null, null);
    }

    private static readonly string[] Words =
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];
}
