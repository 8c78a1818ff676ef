using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Reads lasting facts: offices, memberships, presidencies, relations, warrants, sanctions.</summary>
public static class FactReader
{
    /// <summary>Reads the facts.</summary>
    public static ImmutableArray<Fact> Read(ParsedText text, Cast cast, Chronology chronology)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var roles = new Roles(text, cast);
        var participants = new Participants(text, cast);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            var word = text.Tokens[token];
            if (word.Tag is UniversalTag.VERB or UniversalTag.NOUN && FactFrame.All.TryGetValue(word.Lemma, out var frames))
                foreach (var frame in frames)
                    if (frame.IsVerb == word.IsVerb && Fact(text, cast, chronology, roles, participants, token, frame) is { } fact)
                    {
                        facts.Add(fact);
                        break;
                    }

            if (Sanctioned(text, participants, token) is { } sanctioned)
                facts.Add(sanctioned);
            if (Abbreviated(text, cast, token) is { } abbreviated)
                facts.Add(abbreviated);
        }

        return facts.ToImmutable();
    }

    private static Fact? Fact(
        ParsedText text,
        Cast cast,
        Chronology chronology,
        Roles roles,
        Participants participants,
        int token,
        FactFrame frame
    )
    {
        if (FrameMatch.Find(text, token, [frame.Match]) is null)
            return null;
        var objects = frame.Objects is [["noun"]] ? Modifiers(text, cast, participants, token) : roles.Fill(token, frame.Objects);
        if (frame.NeedsOrganisation && !objects.Any(entity => entity.Type == EntityType.Igo))
            return null;
        if (frame.Objects.Length > 0 && objects.IsEmpty && frame.Predicate is not ("diplomatic relations with" or "signed" or "ratified"))
            return null;
        var subjects =
            frame.Predicate == "diplomatic relations with"
                ? Related(text, participants, roles, token, frame)
                : roles.Fill(token, frame.Subjects);
        if (subjects.IsEmpty)
            return null;
        if (frame.Predicate == "holds office")
            objects = [.. Office(text, token, subjects[0])];
        if (frame.Predicate == "diplomatic relations with" && objects.IsEmpty)
        {
            if (subjects.Length < 2)
                return null;
            (objects, subjects) = (subjects[1..], subjects[..1]);
        }

        return New(text, token, frame.Predicate, subjects, objects, frame.Match.Id, Valid(text, chronology, token, frame));
    }

    // "his third term as president": the office by its words, with the state of the holder and the count of the term.
    private static IEnumerable<Entity> Office(ParsedText text, int term, Entity holder)
    {
        var office = ClauseTree.After(text, term, "as") is var direct and >= 0 ? direct : Nearby.After(text, term, "as");
        if (office < 0)
            yield break;
        var name = text.Form(office).ToString();
        if (holder.State is { } code && World.Default.Find("state/" + code) is { } state)
            name = $"{char.ToUpperInvariant(name[0])}{name[1..]} of {state.Name}";
        var id = $"office/{holder.State ?? "unknown"}.{text.Tokens[office].Lemma}";
        foreach (var dependent in text.Dependents(term))
            if (
                text.Tokens[dependent].Relation is Relation.Amod
                && text.Tokens[dependent].Lemma is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh"
            )
                name += $", {text.Tokens[dependent].Lemma} term";
        yield return new Entity
        {
            Id = id,
            Name = name,
            Type = EntityType.Office,
            State = holder.State,
            Span = text.Tokens[office].Span,
        };
    }

    private static DateValue Valid(ParsedText text, Chronology chronology, int token, FactFrame frame)
    {
        var date = chronology.For(token);
        if (frame.Predicate != "diplomatic relations with")
            return date;

        // "75 years of diplomatic relations": the relations began so many years before the day of the report.
        var head = text.Tokens[token].Head;
        if (
            head < 0
            || text.Tokens[head].Lemma != "year"
            || text.Dependent(head, Relation.Nummod) is not (var count and >= 0)
            || !int.TryParse(text.Form(count), out var years)
            || chronology.DocumentDate.End is not { } today
            || years <= 0
            || years >= today.Year
        )
            return date;
        var year = today.Year - years;
        return new DateValue
        {
            Start = new DateOnly(year, 1, 1),
            Precision = Precision.OpenEnd,
            Basis = DateBasis.Relative,
            Reasons = [$"{years} years before {today.Year}"],
        };
    }

    private static ImmutableArray<Entity> Related(ParsedText text, Participants participants, Roles roles, int token, FactFrame frame)
    {
        if (roles.Fill(token, frame.Subjects) is { IsEmpty: false } named)
            return named;
        for (int i = 0, at = token; i < 4 && at >= 0; i++, at = text.Tokens[at].Head)
            if (text.Tokens[at].IsVerb)
                return participants.Of(ClauseTree.Doer(text, at));
        return [];
    }

    private static ImmutableArray<Entity> Modifiers(ParsedText text, Cast cast, Participants participants, int verb)
    {
        var noun = ClauseTree.Undergoer(text, verb);
        if (noun < 0)
            return [];
        foreach (var dependent in text.Dependents(noun))
        {
            if (text.Tokens[dependent].Relation is not (Relation.Compound or Relation.NmodPoss or Relation.Nmod or Relation.Amod))
                continue;
            if (cast.Of(dependent) is { IsEmpty: false })
                return participants.Of(dependent);
        }

        return [];
    }

    // "Iran's sanctions-hit economy", "the sanctioned Russian bank": the owner lives under sanctions.
    private static Fact? Sanctioned(ParsedText text, Participants participants, int token)
    {
        var word = text.Tokens[token];
        if (word.Head < 0)
            return null;
        var form = text.Form(token);
        var whole =
            form.StartsWith("sanctions-", StringComparison.OrdinalIgnoreCase)
            || form.StartsWith("sanction-", StringComparison.OrdinalIgnoreCase);
        var parted =
            word.Lemma is "sanction" or "sanctions"
            && word.Relation is Relation.Compound or Relation.Obl or Relation.OblUnmarked or Relation.Nmod
            && Codebook.IsOf("struck", text.Tokens[word.Head].Lemma);
        if (!whole && !parted)
            return null;
        var noun = word.Head;
        if (parted && text.Tokens[noun].Head >= 0 && text.Tokens[noun].Relation is Relation.Amod or Relation.Acl or Relation.Compound)
            noun = text.Tokens[noun].Head;
        var owners = participants.Of(noun);
        return owners.IsEmpty ? null : New(text, token, "under sanctions", owners, [], "codebook/facts:sanctions-hit", DateValue.Unknown);
    }

    // "the Shanghai Cooperation Organization (SCO)": capitals in brackets that are the initials of the name before them.
    private static Fact? Abbreviated(ParsedText text, Cast cast, int token)
    {
        var form = text.Form(token);
        if (
            token < 3
            || token + 1 >= text.Tokens.Length
            || form.Length is < 2 or > 8
            || !text.Form(token - 1).SequenceEqual("(")
            || !text.Form(token + 1).SequenceEqual(")")
        )
            return null;
        foreach (var c in form)
            if (!char.IsUpper(c))
                return null;
        var at = token - 2;
        for (var i = form.Length - 1; i >= 0; i--, at--)
        {
            while (at >= 0 && char.IsLower(text.Form(at)[0]) && text.Form(at).Length <= 3)
                at--;
            if (at < 0 || text.Form(at)[0] != form[i])
                return null;
        }

        var span = text.SpanOf(at + 1, token - 1);
        var known = cast.Covering(token - 2)?.Entities ?? [];
        var name = span.In(text.Document.Text).ToString();
        var entity = known.IsEmpty
            ? new Entity
            {
                Id = $"unknown/{name}",
                Name = name,
                Type = EntityType.Other,
                Span = span,
            }
            : known[0] with
            {
                Name = name,
                Span = span,
            };
        var initials = form.ToString();
        var abbreviation = new Entity
        {
            Id = $"unknown/{initials}",
            Name = initials,
            Type = EntityType.Other,
            Span = text.Tokens[token].Span,
        };
        return New(text, token, "abbreviated", [entity], [abbreviation], "codebook/facts:initials", DateValue.Unknown);
    }

    private static Fact New(
        ParsedText text,
        int token,
        string predicate,
        ImmutableArray<Entity> subjects,
        ImmutableArray<Entity> objects,
        string rule,
        DateValue valid
    ) =>
        new()
        {
            DocumentId = text.Document.Id,
            Spans = [text.Tokens[token].Span],
            Status = StatusReader.Of(text, token),
            Confidence = 0.7,
            Rule = rule,
            Reasons = [new Reason("predicate", rule, $"\"{text.Form(token)}\"")],
            Subjects = subjects,
            Predicate = predicate,
            Objects = objects,
            Valid = valid,
        };
}
