using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Reads, within one document, whose accounts of an event it is or cites, what they raise, and what they are said to leave out.</summary>
public static class AccountReader
{
    /// <summary>Reads accounts and stated silences. Events and statements come sealed, since accounts point at them by id.</summary>
    public static (ImmutableArray<Account> Accounts, ImmutableArray<Silence> Silences) Read(
        ParsedText text, Cast cast, DocumentEntry document, ImmutableArray<Event> events, ImmutableArray<Statement> statements,
        ImmutableArray<Position> positions)
    {
        var words = text.Document.Text;
        var of = Main(events)?.Id ?? "";
        if (document.TextKind == TextKind.Readout) return ([Own(text, document, of)], []);

        var gathered = new Gathering(text.Document);
        var found = ImmutableArray.CreateBuilder<Silence>();
        ImmutableArray<Citation> carried = [];
        var passages = Passages.Of(text);
        foreach (var passage in passages)
        {
            var cited = Citations.In(words, passage);
            cited = [.. cited.Select(gathered.Same)];
            var silences = SilenceCues.All(words, passage).ToList();
            if (silences.Count > 0)
            {
                // "It did not mention …" goes on with the account before; "neither statement" is about all that were cited.
                if (cited.Length == 0 && Continues(words, passage)) cited = carried;
                foreach (var (cue, scope, state) in silences)
                {
                    var about = IsJointly(words, cue) && gathered.Any ? gathered.All : cited;
                    foreach (var (topic, span) in about.Length == 0 ? [] : SilenceCues.Topics(words, scope)) found.Add(Stated(document, of, about, passage, topic, span, state));
                }

                foreach (var citation in cited) gathered.Cite(citation);
            }
            else
            {
                if (cited.Length == 0 && passages.Length > 0 && (Joint(words, passage) && gathered.Any)) cited = gathered.All;
                if (cited.Length == 0 && Continues(words, passage)) cited = carried;
                var topics = Topics.Standard.Find(words, passage);
                foreach (var citation in cited) gathered.Add(citation, topics);
            }

            carried = cited;
        }

        foreach (var statement in statements)
            foreach (var source in statement.Sources.Skip(1))
                foreach (var entity in source.Entities.Where(entity => entity.Type is EntityType.Organ && source.Span is not null))
                    gathered.Add(gathered.Same(new Citation(entity, source.Span!.Value)), [.. statement.Content.SelectMany(content => Topics.Standard.Find(words, content))]);
        return (gathered.Accounts(of), found.ToImmutable());
    }

    /// <summary>The contact that a document is about: the first call, visit or meeting that took place, or else the first that is named.</summary>
    public static Event? Main(ImmutableArray<Event> events)
        => events.FirstOrDefault(happening => happening.Type == EventType.CONSULT && happening.Status == EntryStatus.Occurred)
            ?? events.FirstOrDefault(happening => happening.Type == EventType.CONSULT);

    private static Account Own(ParsedText text, DocumentEntry document, string of)
    {
        var words = text.Document.Text;
        var whole = new Span(0, words.Length);
        var passages = Passages.Of(text);
        var predicate = passages.Length > 0 ? passages[0] : document.Spans[0];
        var issuer = AccountOwner.Of(document);
        issuer ??= passages.Take(2).SelectMany(passage => Citations.In(words, passage)).FirstOrDefault()?.Issuer;
        return new Account
        {
            DocumentId = document.DocumentId, Spans = [predicate], Rule = "accounts/readout", Of = of, By = issuer is null ? [] : [issuer],
            Topics = Gathering.Group(Topics.Standard.Find(words, whole)), Length = TopicWord.Cut(words, whole).Count,
            Initiator = Initiators.In(words)?.Entity,
        };
    }

    private static Silence Stated(
        DocumentEntry document, string of, ImmutableArray<Citation> cited, Span passage, string topic, Span words, SilenceState state) => new()
        {
            DocumentId = document.DocumentId, Spans = [passage, words], Rule = "codebook/accounts/silence", Of = of, By = [.. cited.Select(citation => citation.Issuer)],
            Topic = topic, State = state, Basis = SilenceBasis.Stated, Checked = new Check([.. Topics.Standard.Named(topic)?.Patterns ?? [topic]], "said by the report"),
        };

    private static bool IsJointly(string text, Span cue) => cue.In(text).StartsWith("neither", StringComparison.OrdinalIgnoreCase);

    private static bool Joint(string text, Span passage)
    {
        var words = passage.In(text);
        foreach (var phrase in AccountWords.JointSource)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // A passage goes on with the account before it where its subject is a pronoun or the parties, and no one else is named as the source.
    private static bool Continues(string text, Span passage)
    {
        var words = passage.In(text).TrimStart();
        foreach (var opening in AccountWords.GoesOn)
            if (words.StartsWith(opening, StringComparison.Ordinal) && words.Length > opening.Length && words[opening.Length] == ' ') return true;
        return false;
    }
}
