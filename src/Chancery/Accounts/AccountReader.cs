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
        ParsedText text,
        Cast cast,
        DocumentEntry document,
        ImmutableArray<Event> events,
        ImmutableArray<Statement> statements,
        ImmutableArray<Position> positions
    )
    {
        var words = text.Document.Text;
        var of = Main(events)?.Id ?? "";
        if (document.TextKind == TextKind.Readout)
            return ([Own(text, document, of)], []);

        var sides = Sides(Main(events));
        var subjects = new SilenceSubjects(text, cast);
        var gathered = new Gathering(text.Document);
        var owners = new SilenceOwners(words, gathered, sides);
        var found = ImmutableArray.CreateBuilder<Silence>();
        ImmutableArray<Citation> carried = [];
        ImmutableArray<Citation> spoken = [];
        Citation? latest = null;
        var passages = Passages.Of(text);
        // By the first token of the sentence in which something is said.
        var organs = statements
            .Where(statement => text.TokenAt(statement.Spans[0].Start) >= 0)
            .SelectMany(statement =>
                Organs(statement).Select(citation => (Sentence: FirstOf(text, statement.Spans[0]), Citation: citation))
            )
            .ToLookup(pair => pair.Sentence, pair => pair.Citation);
        Span? last = null;
        foreach (var passage in passages)
        {
            var before = last;
            last = passage;
            var cited = Citations.In(words, passage);
            cited = [.. cited.Select(gathered.Same)];
            ImmutableArray<Citation> meant = [];
            var silences = SilenceCues.All(words, passage).Where(cue => cue.IsAfter || subjects.MaySpeak(cue.Cue)).ToList();
            if (silences.Count > 0)
            {
                // "It did not mention …" goes on with the account before; "neither statement" is about all that were cited.
                // "Nor did it refer to migrants", "… was nowhere to be found in it": whose account was told of before, whoever else is cited behind the cue.
                var told = carried.Length > 0 ? carried : spoken;
                if (
                    Pronoun(words, subjects.Place(silences[0].Cue))
                        ? cited.All(citation => citation.Span.Start > silences[0].Cue.Start)
                        : cited.Length == 0 && Continues(words, passage)
                )
                    cited = told;
                if (silences[0].IsAfter && Pronoun(words, new Span(silences[0].Cue.End, passage.End)))
                    cited = told;
                var from = passage.Start;
                foreach (var silence in silences)
                {
                    var (cue, scope, state) = silence;
                    var teller = SilenceTellers.Of(silence, statements, subjects);
                    if (teller is { Words: var said })
                        scope = new Span(Math.Max(scope.Start, said.Start), Math.Max(scope.Start, Math.Min(scope.End, said.End)));
                    var person = silence.IsAfter ? null : subjects.Person(cue);
                    // "Biden did not mention Syria, the Turkish readout said": by the Turkish account. What somebody says of himself is his own silence.
                    var account = teller?.Account is { } other && other.Issuer.Id != person?.Issuer.Id ? other : null;
                    if (account is not null && state == SilenceState.Silent)
                        state = SilenceState.SaysNotDiscussed;
                    // "avoided any reference to China, and its readout stopped short of naming the islands": what was left out before names nobody.
                    var about = (account ?? person) is { } owner
                        ? [gathered.Same(owner)]
                        : owners.Of(new Span(from, passage.End), silence, subjects.Place(cue), cited, latest);
                    if (about.IsEmpty && from > passage.Start)
                        about = meant;
                    if (scope.Start >= cue.End)
                        from = Math.Max(from, scope.End);
                    if (about.Length > 0)
                        meant = about;
                    foreach (
                        var (topic, span) in about.Length == 0
                            ? []
                            : SilenceCues.Topics(words, scope, passage, before).DistinctBy(left => left.Topic)
                    )
                        found.Add(Stated(document, of, about, passage, topic, span, state));
                }

                foreach (var citation in cited)
                    gathered.Cite(citation);
            }
            else
            {
                // "…, according to the readout": whose it is tells the chain of what is said.
                if (cited.Length == 0)
                    cited =
                    [
                        .. organs[text.TokenAt(passage.Start)]
                            .DistinctBy(citation => citation.Issuer.Id, StringComparer.Ordinal)
                            .Select(gathered.Same),
                    ];
                if (cited.Length == 0 && passages.Length > 0 && (Joint(words, passage) && gathered.Any))
                    cited = gathered.All;
                if (cited.Length == 0 && Continues(words, passage))
                    cited = carried;
                var topics = Topics.Standard.Find(words, passage);
                topics = [.. topics, .. PlaceTopics.In(text, cast, passage, topics)];
                foreach (var citation in cited)
                    gathered.Add(citation, topics);
            }

            carried = meant.Length > 0 ? meant : cited;
            // Of whom a sentence speaks first is whom "it" means in the next, where it cites nobody.
            spoken = Citations.Parties(words, passage, passage) is [var first, ..] ? [gathered.Same(first)] : [];
            if (carried.Length > 0)
                latest = carried[^1];
        }

        foreach (var statement in statements)
            foreach (var citation in Organs(statement))
                gathered.Add(gathered.Same(citation), [.. statement.Content.SelectMany(content => Topics.Standard.Find(words, content))]);
        return (gathered.Accounts(of), found.ToImmutable());
    }

    /// <summary>The contact that a document is about: the first call, visit or meeting that took place, or else the first that is named.</summary>
    public static Event? Main(ImmutableArray<Event> events) =>
        events.FirstOrDefault(happening => happening.Type == EventType.CONSULT && happening.Status == EntryStatus.Occurred)
        ?? events.FirstOrDefault(happening => happening.Type == EventType.CONSULT);

    private static int FirstOf(ParsedText text, Span words) => text.Sentences[text.SentenceOf(text.TokenAt(words.Start))].FirstToken;

    // The organs in the chain of what is said.
    private static IEnumerable<Citation> Organs(Statement statement) =>
        from source in statement.Sources.Skip(1)
        where source.Span is not null
        from entity in source.Entities
        where entity.Type == EntityType.Organ
        select new Citation(entity, source.Span!.Value);

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
            DocumentId = document.DocumentId,
            Spans = [predicate],
            Rule = "accounts/readout",
            Of = of,
            By = issuer is null ? [] : [issuer],
            Topics = Gathering.Group(Topics.Standard.Find(words, whole)),
            Length = TopicWord.Cut(words, whole).Count,
            Initiator = Initiators.In(words)?.Entity,
        };
    }

    private static Silence Stated(
        DocumentEntry document,
        string of,
        ImmutableArray<Citation> cited,
        Span passage,
        string topic,
        Span words,
        SilenceState state
    ) =>
        new()
        {
            DocumentId = document.DocumentId,
            Spans = [passage, words],
            Rule = "codebook/accounts/silence",
            Of = of,
            By = [.. cited.Select(citation => citation.Issuer)],
            Topic = topic,
            State = state,
            Basis = SilenceBasis.Stated,
            Checked = new Check([.. Topics.Standard.Named(topic)?.Patterns ?? [topic]], "said by the report"),
        };

    // Those whom the contact joins, one a state: what "neither side mentioned" is said of where no account is cited.
    private static ImmutableArray<Citation> Sides(Event? contact) =>
        contact is null
            ? []
            :
            [
                .. contact
                    .Actors.Concat(contact.Recipients)
                    .Where(party => party.State is not null && party.Span is not null)
                    .DistinctBy(party => party.State)
                    .Select(party => new Citation(party, party.Span!.Value)),
            ];

    private static bool Pronoun(string text, Span? place) =>
        place is { } span && TopicWord.Cut(text, span) is [{ Lower: "it" or "they" or "he" or "she" or "them" }];

    private static bool Joint(string text, Span passage)
    {
        var words = passage.In(text);
        foreach (var phrase in AccountWords.JointSource)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    // A passage goes on with the account before it where its subject is a pronoun or the parties, and no one else is named as the source.
    internal static bool Continues(string text, Span passage)
    {
        var words = passage.In(text).TrimStart();
        foreach (var opening in AccountWords.GoesOn)
            if (words.StartsWith(opening, StringComparison.Ordinal) && words.Length > opening.Length && words[opening.Length] == ' ')
                return true;
        return false;
    }
}
