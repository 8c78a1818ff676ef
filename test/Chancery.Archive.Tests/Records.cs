using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive.Tests;

/// <summary>Made-up documents with sealed records; the same number gives the same document.</summary>
internal static class Records
{
    public static readonly Generation First = new("0.1.0", "code", "codebook", "knowledge", "models");
    public static readonly Generation Second = First with { Codebook = "codebook, second edition" };

    private static readonly string[] States = ["CHN", "RUS", "IND", "BRA", "KEN", "FRA"];

    public static (Document Document, ImmutableArray<Entry> Entries) Of(int number)
    {
        var text = $"Report {number} \U0001F30D. Minister A called Minister B on Tuesday. \"We agreed,\" said A.";
        var document = Document.Of(
            text,
            origin: $"in/{number}.txt",
            title: $"Report {number}",
            publisher: "The Wire",
            published: new DateOnly(2024, 1, 1).AddDays(number % 90)
        );
        string from = States[number % 6],
            to = States[(number + 1 + number / 6 % 5) % 6];
        Span called = At(text, "called"),
            words = At(text, "We agreed,");
        var report = new Source(
            [
                new Entity
                {
                    Id = "outlet/wire",
                    Name = "The Wire",
                    Type = EntityType.Outlet,
                },
            ],
            null,
            "report"
        );
        Entity a = Person(from, At(text, "Minister A")),
            b = Person(to, At(text, "Minister B"));
        return (
            document,
            [
                EntryJson.Seal(
                    new DocumentEntry
                    {
                        DocumentId = document.Id,
                        Spans = [At(text, $"Report {number}")],
                        Rule = "head",
                        Title = document.Title,
                        Publisher = document.Publisher,
                        Published = document.Published,
                        Sha256 = document.Sha256,
                        Date = DateValue.Day(document.Published!.Value, DateBasis.Stated, "declared"),
                    },
                    document
                ),
                EntryJson.Seal(
                    new Event
                    {
                        DocumentId = document.Id,
                        Spans = [called, At(text, "on Tuesday")],
                        Sources = [report],
                        Rule = "codebook/verb:call",
                        Type = EventType.CONSULT,
                        Mode = "phone",
                        Contexts = ["diplomatic"],
                        Score = 1.9,
                        Quad = "verbal-cooperation",
                        Actors = [a],
                        Recipients = [b],
                        Confidence = 0.87,
                        Date = DateValue.Day(document.Published.Value, DateBasis.Relative),
                        Casualties = [new Casualties("wounded", null, 2, null, words)],
                        Instrument = new Instrument("drone", words),
                        Reasons = [new Reason("type", "codebook/verb:call", "call with a person as object")],
                    },
                    document
                ),
                EntryJson.Seal(
                    new Statement
                    {
                        DocumentId = document.Id,
                        Spans = [At(text, "said")],
                        Sources = [report],
                        Rule = "attribution/quote",
                        Speakers = [a],
                        Addressees = [],
                        Cue = new Cue("say", At(text, "said")),
                        Content = [words],
                        Form = StatementForm.Direct,
                        Topics = ["agreement"],
                    },
                    document
                ),
                EntryJson.Seal(
                    new Silence
                    {
                        DocumentId = document.Id,
                        Spans = [called],
                        Rule = "silence",
                        Of = "event-x",
                        By = [b],
                        Topic = "trade",
                        State = SilenceState.Silent,
                        Basis = SilenceBasis.Computed,
                        Checked = new Check(["trade", "tariff"], "words"),
                    },
                    document
                ),
            ]
        );
    }

    public static WriteResult Write(
        string archive,
        IEnumerable<int> numbers,
        Generation? generation = null,
        TimeProvider? clock = null,
        Action<string>? phase = null
    )
    {
        using var writer = ArchiveWriter.Open(archive, generation ?? First, clock ?? TimeProvider.System, phase);
        foreach (var number in numbers)
        {
            var (document, entries) = Of(number);
            writer.Add(document, entries);
        }

        return writer.Complete();
    }

    private static Entity Person(string state, Span span) =>
        new()
        {
            Id = "person/" + state,
            Name = "Minister of " + state,
            Type = EntityType.Person,
            State = state,
            Office = "Minister",
            Span = span,
        };

    private static Span At(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new Span(start, start + words.Length);
    }
}
