using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Makes statements of ascriptions: their form and mood, and the chain of sources from what lies in what.</summary>
internal sealed class StatementReader(ParsedText text, Cast cast, AscriptionFinder finder)
{
    /// <summary>The first link of every chain: the document itself, by its publisher's name where one is declared.</summary>
    public static Source ThisReport(string? publisher) =>
        new(
            [
                new Entity
                {
                    Id = "this-report",
                    Name = publisher ?? "this report",
                    Type = EntityType.Outlet,
                },
            ],
            null,
            "attribution/report"
        );

    public IEnumerable<Statement> Read(List<Ascription> found)
    {
        var naming = new Naming(text, cast);
        var voices = new Voices(
            text,
            cast,
            naming,
            new HearerFinder(text, finder, naming),
            found,
            new ContentIndex(found.Select(ascription => ascription.Content))
        );
        for (var place = 0; place < found.Count; place++)
        {
            var ascription = found[place];
            if (
                IsDeed(ascription)
                || ascription.Word.Class is "mental" or "evidence"
                || (ascription.Word.Class == "other" && Form(ascription.Content) == StatementForm.Indirect)
            )
                continue;
            var hedged = ascription.Hedged;
            var speakers = hedged ? ThisReport(text.Document.Publisher).Entities : voices.Speakers(place);
            var form = Form(ascription.Content);
            yield return new Statement
            {
                DocumentId = text.Document.Id,
                Spans = [ascription.Cue, .. ascription.Content],
                Rule = $"attribution/{ascription.Word.Lemma.Replace(' ', '-')}",
                Speakers = speakers,
                Addressees = hedged ? [] : voices.Hearers(place),
                Cue = new Cue(ascription.Word.Lemma, ascription.Cue),
                Content = [.. ascription.Content],
                Form = form,
                Mood =
                    ascription.Word.Mood != Mood.Asserted ? ascription.Word.Mood
                    : Demands(ascription) ? Mood.Demanded
                    : Promises(ascription, speakers) ? Mood.Promised
                    : Mood.Asserted,
                Status =
                    hedged ? EntryStatus.Hedged
                    : ascription.Negated ? EntryStatus.Negated
                    : EntryStatus.Occurred,
                Sources = hedged ? [ThisReport(text.Document.Publisher)] : Chain(place, found, voices),
                Confidence = ascription.Sources.Length > 0 || hedged ? 0.8 : 0.5,
            };
        }
    }

    private ImmutableArray<Source> Chain(int place, List<Ascription> found, Voices voices)
    {
        var chain = ImmutableArray.CreateBuilder<Source>();
        chain.Add(ThisReport(text.Document.Publisher));
        foreach (var outer in voices.Around(place))
            Add(outer);
        Add(place);
        return chain.ToImmutable();

        void Add(int link)
        {
            var ascription = found[link];
            if (voices.Speakers(link) is not { Length: > 0 } entities)
                return;
            // "Lin: We urge the Netherlands to ...": who speaks and says that he asks is one source and not two.
            if (
                chain[^1].Rule == "attribution/script"
                && chain[^1]
                    .Entities.Select(entity => entity.Id)
                    .SequenceEqual(entities.Select(entity => entity.Id), StringComparer.Ordinal)
            )
                chain[^1] = Link();
            else
                chain.Add(Link());

            Source Link() =>
                new(entities, text.Tokens[ascription.Sources[0]].Span, $"attribution/{ascription.Word.Lemma.Replace(' ', '-')}");
        }
    }

    /// <summary>"discussed trade", "concluded his visit": what was done and not what was said, unless words are quoted or a clause follows.</summary>
    private bool IsDeed(Ascription ascription)
    {
        if (Form(ascription.Content) != StatementForm.Indirect)
            return false;
        if (ascription.Word.Frame == "quote")
            return true;
        if (
            ascription.Word is not { Frame: "clause", Mood: Mood.Asserted, Class: "communication", TakesHearer: false }
            || text.Tokens[ascription.Token].Tag != UniversalTag.VERB
        )
            return false;
        foreach (var stretch in ascription.Content)
            for (var i = AttributionScore.At(text, stretch.Start); i < text.Tokens.Length && text.Tokens[i].Span.Start < stretch.End; i++)
                if (text.Tokens[i].Tag is UniversalTag.VERB or UniversalTag.AUX && !InRelative(i, ascription.Token))
                    return false;
        return true;
    }

    // "concluded a visit to Vanuatu, where he held talks": what a relative clause tells of the object makes it nothing that is said.
    private bool InRelative(int token, int cue)
    {
        for (var steps = 0; steps < 12 && token >= 0 && token != cue; steps++, token = text.Tokens[token].Head)
            if (text.Tokens[token].Relation == Relation.AclRelcl)
                return true;
        return false;
    }

    /// <summary>
    /// "said that Kenya would send troops", "expressed China's readiness to ...": who speaks says what he, or the state that he speaks for,
    /// is going or ready to do.
    /// </summary>
    private bool Promises(Ascription ascription, ImmutableArray<Entity> speakers)
    {
        int first = AttributionScore.At(text, ascription.Content[0].Start),
            end = AttributionScore.At(text, ascription.Content[^1].End);
        if (first >= end)
            return false;
        var head = Spotting.PairClues.HeadOf(text, first, end);
        if (
            text.Tokens[head] is { Tag: UniversalTag.PART or UniversalTag.SCONJ or UniversalTag.PUNCT }
            && text.Tokens[head].Head is >= 0 and var above
            && above < end
        )
            head = above;
        if (AttributionTables.Intents.Contains(text.Tokens[head].Lemma))
        {
            var subject =
                text.Tokens[head].Tag == UniversalTag.NOUN ? text.Dependent(head, Relation.NmodPoss) : text.Dependent(head, Relation.Nsubj);
            return subject >= 0
                && text.Dependent(head, Relation.Xcomp) + text.Dependent(head, Relation.Acl) + text.Dependent(head, Relation.Advcl) > -3
                && IsOwn(subject, speakers);
        }

        foreach (var dependent in text.Dependents(head))
            if (
                text.Tokens[dependent].Relation == Relation.Aux
                && text.Tokens[dependent].Lemma is "will" or "would" or "shall"
                && text.Dependent(head, Relation.Nsubj) is >= 0 and var agent
            )
                return IsOwn(agent, speakers);
        return false;
    }

    private bool IsOwn(int subject, ImmutableArray<Entity> speakers)
    {
        if (text.Tokens[subject].Lemma is "we" or "I")
            return true;
        foreach (var head in finder.Joined(subject))
            foreach (var entity in cast.Of(head))
                foreach (var own in entity.Members.IsDefaultOrEmpty ? [entity] : entity.Members)
                    if (
                        speakers.Any(speaker =>
                            speaker.Id == own.Id
                            || (speaker.State is { } state && own.State == state && own.Type is EntityType.State or EntityType.Organ)
                        )
                    )
                        return true;
        return false;
    }

    private bool Demands(Ascription ascription)
    {
        var at = finder.SentenceAt(ascription.Content[0].Start);
        for (var i = text.Sentences[at].FirstToken; i < text.Tokens.Length && text.Tokens[i].Span.Start < ascription.Content[^1].End; i++)
            if (
                text.Tokens[i].Span.Start >= ascription.Content[0].Start
                && text.Tokens[i].Relation is Relation.Aux or Relation.AuxPass
                && text.Tokens[i].Lemma is "should" or "must" or "ought"
            )
                return true;
        return false;
    }

    private StatementForm Form(Span[] content)
    {
        bool open = false,
            close = false;
        foreach (var stretch in content)
        {
            var words = stretch.In(text.Document.Text);
            if (IsMark(words[0]) || (stretch.Start > 0 && IsMark(text.Document.Text[stretch.Start - 1])))
                open = true;
            if (words.IndexOfAny('"', '“', '”') >= 0)
                close = true;
        }

        if (open)
            return StatementForm.Direct;
        if (close)
            return StatementForm.Mixed;
        return finder.FirstPerson(new Span(content[0].Start, content[^1].End)) ? StatementForm.Direct : StatementForm.Indirect;
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”';
}
