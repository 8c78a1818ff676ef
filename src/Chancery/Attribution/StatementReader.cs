using System.Collections.Immutable;
using System.Text;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Makes statements of ascriptions: resolves speakers and addressees, and builds the chain from what lies in what.</summary>
internal sealed class StatementReader(ParsedText text, Cast cast, AscriptionFinder finder)
{
    /// <summary>The first link of every chain: the document itself, by its publisher's name where one is declared.</summary>
    public static Source ThisReport(string? publisher)
        => new([new Entity { Id = "this-report", Name = publisher ?? "this report", Type = EntityType.Outlet }], null, "attribution/report");

    public IEnumerable<Statement> Read(List<Ascription> found)
    {
        var index = new ContentIndex(found.Select(ascription => ascription.Content));
        foreach (var ascription in found)
        {
            if (ascription.Word.Class is "mental" or "evidence" || (ascription.Word.Class == "other" && Form(ascription.Content) == StatementForm.Indirect)) continue;
            var hedged = ascription.Hedged;
            var speakers = hedged ? ThisReport(text.Document.Publisher).Entities : Resolve(ascription);
            var form = Form(ascription.Content);
            yield return new Statement
            {
                DocumentId = text.Document.Id,
                Spans = [ascription.Cue, .. ascription.Content],
                Rule = $"attribution/{ascription.Word.Lemma.Replace(' ', '-')}",
                Speakers = speakers,
                Addressees = [.. ascription.Addressees.Where(Hears).SelectMany(head => Entities(head))],
                Cue = new Cue(ascription.Word.Lemma, ascription.Cue),
                Content = [.. ascription.Content],
                Form = form,
                Mood = ascription.Word.Mood == Mood.Asserted && Demands(ascription) ? Mood.Demanded : ascription.Word.Mood,
                Status = hedged ? EntryStatus.Hedged : ascription.Negated ? EntryStatus.Negated : EntryStatus.Occurred,
                Sources = hedged ? [ThisReport(text.Document.Publisher)] : Chain(ascription, found, index),
                Confidence = ascription.Sources.Length > 0 || hedged ? 0.8 : 0.5,
            };
        }
    }

    private ImmutableArray<Source> Chain(Ascription inner, List<Ascription> found, ContentIndex index)
    {
        var chain = ImmutableArray.CreateBuilder<Source>();
        chain.Add(ThisReport(text.Document.Publisher));
        foreach (var outer in index.Holding(inner.Cue).Select(i => found[i])
            .Where(o => o != inner && o.Length > inner.Length && o.Word.Class is not ("mental" or "evidence" or "other"))
            .OrderByDescending(o => o.Length).ThenBy(o => o.Token)) Add(chain, outer);
        Add(chain, inner);
        return chain.ToImmutable();
    }

    private void Add(ImmutableArray<Source>.Builder chain, Ascription ascription)
    {
        var entities = Resolve(ascription);
        if (entities.Length > 0)
            chain.Add(new Source(entities, text.Tokens[ascription.Sources[0]].Span, $"attribution/{ascription.Word.Lemma.Replace(' ', '-')}"));
    }

    private ImmutableArray<Entity> Resolve(Ascription ascription)
        => [.. ascription.Sources.SelectMany(head => Slip(head, ascription.Token) ?? Entities(head)).DistinctBy(entity => entity.Id, StringComparer.Ordinal)];

    /// <summary>
    /// A pronoun after a sentence whose subject is a written source, where no person is named in that sentence, stands for its
    /// issuer: translations slip from "it" to "he".
    /// </summary>
    private ImmutableArray<Entity>? Slip(int head, int cue)
    {
        if (text.Tokens[head].Lemma is not ("he" or "it" or "she" or "they") || text.SentenceOf(cue) is not (> 0 and var at)) return null;
        var before = text.Sentences[at - 1];
        var issuer = -1;
        for (var i = before.FirstToken; i < before.EndToken; i++)
        {
            if (text.Tokens[i].Head is var root and >= 0 && text.Tokens[root].Head < 0 && text.Tokens[i].Relation == Relation.Nsubj
                && AttributionTables.Texts.Contains(text.Tokens[i].Lemma)) issuer = i;
            if (cast.Of(i).Any(entity => entity.Type == EntityType.Person)) return null;
        }

        return issuer < 0 ? null : Entities(issuer);
    }

    /// <summary>Who is meant by a phrase: as the cast has it, for a text its issuer, else the phrase itself as somebody unknown.</summary>
    private ImmutableArray<Entity> Entities(int head)
    {
        var known = Known(head);
        if (known.Length > 0) return known;
        if (AttributionTables.Texts.Contains(text.Tokens[head].Lemma))
            foreach (var dependent in text.Dependents(head))
            {
                if (text.Tokens[dependent].Relation is Relation.Det or Relation.Case or Relation.Punct or Relation.Conj) continue;
                var issuer = cast.Of(dependent);
                if (issuer.Length > 0) return issuer;
                foreach (var agent in text.Dependents(dependent))
                    if (text.Tokens[agent].Relation is Relation.OblAgent or Relation.Obl && cast.Of(agent) is { Length: > 0 } by) return by;
            }

        return text.Tokens[head].Tag == UniversalTag.PRON ? [] : [Unknown(head)];
    }

    private ImmutableArray<Entity> Known(int head)
    {
        var known = cast.Of(head);
        if (known.Length > 0) return known;
        // The tree may hang the parts of a name apart, so that another word of it is its head.
        if (cast.Covering(head) is { Form: MentionForm.Name or MentionForm.Title, Entities: { Length: > 0 } named }) return named;
        // "the opposition leader, Nadia Karim,": the noun is whom the name beside it names.
        foreach (var beside in text.Dependents(head))
            if (text.Tokens[beside].Relation == Relation.Appos && cast.Of(beside) is [{ Type: EntityType.Person }] person) return person;
        return [];
    }

    /// <summary>Whether somebody who can be spoken to: who is known as an actor, a person's name, a pronoun, or a noun of the table of hearers.</summary>
    private bool Hears(int head)
    {
        var token = text.Tokens[head];
        return token.Tag is UniversalTag.PROPN or UniversalTag.PRON || AttributionTables.Hearers.Contains(token.Lemma) || !Known(head).IsEmpty;
    }

    private Entity Unknown(int head)
    {
        int first = head, end = head + 1;
        foreach (var dependent in text.Dependents(head))
        {
            if (text.Tokens[dependent].Relation is not (Relation.Amod or Relation.Compound or Relation.Flat or Relation.Nummod or Relation.NmodPoss)) continue;
            first = Math.Min(first, dependent);
            if (text.Tokens[dependent].Relation == Relation.Flat) end = Math.Max(end, dependent + 1);
        }

        var span = text.SpanOf(first, end);
        var name = span.In(text.Document.Text).ToString();
        var slug = new StringBuilder("unknown/");
        foreach (var letter in name) slug.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var type = AttributionTables.Texts.Contains(text.Tokens[head].Lemma) ? EntityType.Text : EntityType.Other;
        return new Entity { Id = slug.ToString(), Name = name, Type = type, Span = span };
    }

    private bool Demands(Ascription ascription)
    {
        var at = finder.SentenceAt(ascription.Content[0].Start);
        for (var i = text.Sentences[at].FirstToken; i < text.Tokens.Length && text.Tokens[i].Span.Start < ascription.Content[^1].End; i++)
            if (text.Tokens[i].Span.Start >= ascription.Content[0].Start && text.Tokens[i].Relation is Relation.Aux or Relation.AuxPass
                && text.Tokens[i].Lemma is "should" or "must" or "ought") return true;
        return false;
    }

    private StatementForm Form(Span[] content)
    {
        bool open = false, close = false;
        foreach (var stretch in content)
        {
            var words = stretch.In(text.Document.Text);
            if (IsMark(words[0]) || (stretch.Start > 0 && IsMark(text.Document.Text[stretch.Start - 1]))) open = true;
            if (words.IndexOfAny('"', '“', '”') >= 0) close = true;
        }

        if (open) return StatementForm.Direct;
        if (close) return StatementForm.Mixed;
        return finder.FirstPerson(new Span(content[0].Start, content[^1].End)) ? StatementForm.Direct : StatementForm.Indirect;
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”';
}
