using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Who takes part in a mention, brought to states so that "Putin", "the Kremlin" and "Russia" meet. Whoever the coder lent a bare noun from a mention
/// before it is no evidence of its own and is left out.
/// </summary>
internal static class MentionParties
{
    private const string Unknown = "unknown/";

    private static readonly FrozenDictionary<string, string> Wholes = EmbeddedTable
        .Rows("codebook/accounts/bodies.csv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>The states of some of those who take part; of one of unknown state, the person; of a group, the states that its phrase names.</summary>
    public static ImmutableSortedSet<string> Of(Telling telling, ImmutableArray<Entity> entities, int token, PersonIndex people) =>
        [.. Each(telling, entities, token, people).SelectMany(entity => Keys(telling, entity))];

    /// <summary>The persons who take part by a name that the document holds: an office alone may be held by another than the pack knows.</summary>
    public static ImmutableArray<Entity> Persons(Telling telling, ImmutableArray<Entity> entities, int token, PersonIndex people) =>
        [
            .. Each(telling, entities, token, people)
                .Where(entity => entity.Type == EntityType.Person && people.IsNamed(telling, entity) && !IsOffice(telling, entity))
                .DistinctBy(entity => entity.Id, StringComparer.Ordinal),
        ];

    // "US Special Envoy to the Middle East": an office, whoever holds it.
    private static bool IsOffice(Telling telling, Entity entity)
    {
        if (!entity.Id.StartsWith(Unknown, StringComparison.Ordinal) || entity.Span is not { } span)
            return false;
        if (PersonIndex.IsOfficeAlone(telling, span))
            return true;
        for (
            var i = telling.Text.TokenAt(span.Start);
            i >= 0 && i < telling.Text.Tokens.Length && telling.Text.Tokens[i].Span.Start < span.End;
            i++
        )
            if (telling.Text.Tokens[i].Tag == UniversalTag.ADP)
                return true;
        return false;
    }

    /// <summary>Whether the mention has a group for its doer that names nobody: "the delegations", "the two presidents", "they".</summary>
    public static bool IsGroup(ParsedText text, int token)
    {
        var subject =
            !text.Tokens[token].IsVerb ? -1
            : text.Dependent(token, Relation.Nsubj) is var own and >= 0 ? own
            : ClauseTree.Doer(text, token);
        if (!text.Tokens[token].IsVerb)
            foreach (var dependent in text.Dependents(token))
                if (text.Tokens[dependent].Relation is Relation.Nmod && text.Tokens[dependent].Penn == PennTag.NNS)
                    subject = dependent;
        // "The presidents held a meeting".
        if (
            subject < 0
            && text.Tokens[token] is { Relation: Relation.Obj, Head: >= 0 and var held }
            && text.Tokens[held].Lemma is "hold" or "have"
        )
            subject = text.Dependent(held, Relation.Nsubj);
        return subject >= 0
            && (
                text.Tokens[subject].Penn is PennTag.NNS or PennTag.NNPS || text.Tokens[subject].Lemma is "they" or "we" or "both" or "two"
            );
    }

    /// <summary>The organisation of which a body is a part, or itself.</summary>
    public static string Whole(string body) => Wholes.GetValueOrDefault(body, body);

    /// <summary>Whether a party is somebody whose state is not known.</summary>
    public static bool IsStranger(string party) =>
        party.Contains('/', StringComparison.Ordinal)
        && !party.StartsWith("igo/", StringComparison.Ordinal)
        && !party.StartsWith("group/", StringComparison.Ordinal);

    private static IEnumerable<Entity> Each(Telling telling, ImmutableArray<Entity> entities, int token, PersonIndex people)
    {
        var own =
            telling.Text.Tokens[token].IsVerb ? new Span(0, telling.Words.Length)
            // "will inform him of the conversation": who is there was lent by what stands before.
            : IsMereTime(telling.Text, token)
            || (
                MentionPhrase.IsBare(telling, token)
                && LightVerb.Of(telling.Text, token) < 0
                && !MentionPhrase.IsSetting(telling.Text, token)
            )
                ? Phrase(telling.Text, token)
            : telling.Text.Sentences[telling.Text.SentenceOf(token)].Span;
        return entities
            .Where(entity =>
                entity.Span is not { } span || span.Start >= own.Start && span.End <= own.End && !IsWhere(telling.Text, token, span)
            )
            .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
            .Select(entity => people.Known(telling, entity));
    }

    // "made a visit to Manila from Jakarta": where somebody comes from takes no part.
    private static bool IsWhere(ParsedText text, int token, Span words)
    {
        var journey = text.Tokens[token].Lemma is "visit" or "trip" or "travel" or "arrive" or "fly" or "tour" or "return";
        // "signed in Singapore": where a paper is signed is no side of it.
        var paper = !journey && Families.Of(text.Tokens[token].Lemma).Contains("agreement");
        if (!journey && !paper)
            return false;
        for (var i = text.TokenAt(words.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < words.End; i++)
            if (
                text.Tokens[i].Relation is Relation.Obl or Relation.Nmod
                && (journey ? ClauseTree.HasCase(text, i, "from") : ClauseTree.HasCase(text, i, "in") || ClauseTree.HasCase(text, i, "at"))
            )
                return true;
        return false;
    }

    /// <summary>Whether a noun only tells when: "before the visit", "ahead of the talks", "since their meeting".</summary>
    public static bool IsTime(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation == Relation.Case
                && (
                    text.Tokens[dependent].Lemma is "before" or "after" or "since" or "until" or "following" or "follow"
                    || (dependent > 0 && text.Tokens[dependent - 1].Lemma is "ahead" or "prior")
                )
            )
                return true;
        return false;
    }

    // "spoke with Kyiv before the call": the noun tells when, and those of the other contact are not its own. "Agreed after talks" tells who talked.
    private static bool IsMereTime(ParsedText text, int token)
    {
        if (MentionPhrase.IsMeasuredFrom(text, token))
            return true;
        if (text.Tokens[token].Head is not (>= 0 and var verb))
            return false;
        if (
            !EventMention.IsContactWord(text.Tokens[verb].Lemma)
            && !(text.Dependent(verb, Relation.Obj) is var held and >= 0 && EventMention.IsContactWord(text.Tokens[held].Lemma))
        )
            return false;
        return IsTime(text, token);
    }

    private static Span Phrase(ParsedText text, int token)
    {
        var (first, end) = text.Subtree(token);
        return text.SpanOf(first, end);
    }

    private static IEnumerable<string> Keys(Telling telling, Entity entity)
    {
        if (
            entity.Id.StartsWith(Unknown, StringComparison.Ordinal)
            && entity.Span is { } span
            && Within(telling, span) is { Count: > 0 } named
        )
            return named;
        // "US$50 billion" is money.
        if (entity.Span is { } sum && sum.End < telling.Words.Length && telling.Words[sum.End] == '$')
            return [];
        // An armed group is a side of its own, and one of its state.
        if (entity.Type == EntityType.ArmedGroup && !entity.Id.StartsWith(Unknown, StringComparison.Ordinal))
            return entity.State is { } home ? [entity.Id, home] : [entity.Id];
        if (entity.State is { } state)
            return [state];
        // The Commission acts for the Union, and so does whoever leads it.
        if (entity.Type is EntityType.Igo)
            return [Whole(entity.Id)];
        if (
            entity.Type is EntityType.Person
            && World.Default.OfficeOf(entity.Id, telling.Head.Date.End)?.State is { } body
            && body.StartsWith("igo/", StringComparison.Ordinal)
        )
            return [Whole(body)];
        return entity.Type == EntityType.Person && entity.Name.Length > 0 && char.IsUpper(entity.Name[0]) && !IsCommon(telling, entity)
            ? [entity.Id]
            : [];
    }

    // "Delegations", "two presidents": a common noun that names nobody.
    private static bool IsCommon(Telling telling, Entity entity)
    {
        if (entity.Span is not { } span)
            return false;
        for (
            var i = telling.Text.TokenAt(span.Start);
            i >= 0 && i < telling.Text.Tokens.Length && telling.Text.Tokens[i].Span.Start < span.End;
            i++
        )
            if (telling.Text.Tokens[i].Tag == UniversalTag.PROPN)
                return false;
        return true;
    }

    // "the foreign ministers of Rwanda and Congo", "delegations of both Koreas": the states in the phrase.
    private static List<string> Within(Telling telling, Span phrase)
    {
        var text = telling.Text;
        var head = -1;
        for (var i = text.TokenAt(phrase.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < phrase.End; i++)
            if (text.Tokens[i].Head < 0 || !phrase.Contains(text.Tokens[text.Tokens[i].Head].Span))
                head = i;
        if (head < 0 || text.Tokens[head].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
            return [];
        var found = new List<string>();
        Gather(telling, head, found, 0);
        return found;
    }

    // "the Pakistani side in Doha": where somebody is says nothing of whose he is.
    private static bool IsIn(ParsedText text, int token)
    {
        if (text.Tokens[token].Relation != Relation.Nmod)
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "in" or "at" or "to" or "on" })
                return true;
        return false;
    }

    private static void Gather(Telling telling, int token, List<string> found, int depth)
    {
        foreach (var dependent in telling.Text.Dependents(token))
        {
            if (
                telling.Text.Tokens[dependent].Relation
                    is not (Relation.Nmod or Relation.NmodPoss or Relation.Amod or Relation.Compound or Relation.Conj)
                || depth > 3
                || IsIn(telling.Text, dependent)
            )
                continue;
            var known = telling.Cast.Of(dependent).Select(entity => entity.State).ToList();
            // "Russian and Ukrainian negotiators": the first adjective may stand outside every mention.
            if (known.Count == 0 && char.IsUpper(telling.Text.Form(dependent)[0]))
                known.Add(
                    World.Default.Named(telling.Text.Form(dependent).ToString()) is { Type: EntityType.State } named ? named.State : null
                );
            foreach (var body in telling.Cast.Of(dependent))
                if (
                    body.Type == EntityType.Igo
                    && !body.Id.StartsWith(Unknown, StringComparison.Ordinal)
                    && !found.Contains(Whole(body.Id))
                )
                    found.Add(Whole(body.Id));
            foreach (var code in known)
                if (code is { } state && World.Default.Find("state/" + state) is not null && !found.Contains(state))
                    found.Add(state);
            Gather(telling, dependent, found, depth + 1);
        }
    }
}
