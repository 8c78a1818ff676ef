using System.Collections.Immutable;
using System.Text;
using Chancery.Record;

namespace Chancery.Bench.Archive;

/// <summary>
/// Made-up documents with a full sealed record: the same number gives the same document on any machine. Fifty entries each, in about the proportions of
/// a news report: a head, events, statements, mentions, times.
/// </summary>
internal static class SyntheticDocument
{
    /// <summary>The number of entries of each document.</summary>
    public const int Entries = 50;

    private const int Sentences = 12;

    private static readonly string[] States =
    [
        "AFG",
        "ARG",
        "AUS",
        "AUT",
        "AZE",
        "BGD",
        "BLR",
        "BRA",
        "CAN",
        "CHE",
        "CHL",
        "CHN",
        "COD",
        "COL",
        "CUB",
        "DEU",
        "DZA",
        "EGY",
        "ESP",
        "ETH",
        "FIN",
        "FRA",
        "GBR",
        "GEO",
        "GHA",
        "GRC",
        "HUN",
        "IDN",
        "IND",
        "IRN",
        "IRQ",
        "ISR",
        "ITA",
        "JOR",
        "JPN",
        "KAZ",
        "KEN",
        "KOR",
        "LBN",
        "LBY",
        "MAR",
        "MEX",
        "MMR",
        "NGA",
        "NOR",
        "NPL",
        "PAK",
        "PER",
        "PHL",
        "POL",
        "PRK",
        "QAT",
        "ROU",
        "RUS",
        "SAU",
        "SDN",
        "SRB",
        "SWE",
        "SYR",
        "THA",
        "TUN",
        "TUR",
        "UGA",
        "UKR",
        "USA",
        "UZB",
        "VEN",
        "VNM",
        "YEM",
        "ZAF",
    ];

    private static readonly (string Words, EventType Type, string? Mode, string Cameo, double Score, string Quad)[] Deeds =
    [
        ("telephoned", EventType.CONSULT, "phone", "041", 1, "verbal-cooperation"),
        ("visited", EventType.CONSULT, "visit", "042", 1.9, "verbal-cooperation"),
        ("praised", EventType.SUPPORT, null, "051", 3.4, "verbal-cooperation"),
        ("accused", EventType.ACCUSE, null, "112", -2, "verbal-conflict"),
        ("sanctioned", EventType.SANCTION, null, "163", -8, "material-conflict"),
        ("aided", EventType.AID, null, "071", 7.4, "material-cooperation"),
        ("rejected", EventType.REJECT, null, "120", -4, "verbal-conflict"),
        ("shelled", EventType.ASSAULT, null, "190", -10, "material-conflict"),
    ];

    private static readonly string[] Topics = ["trade", "climate", "security", "energy", "migration", "fisheries", "BRICS", "nuclear"];

    public static (Document Document, ImmutableArray<Entry> Entries) Of(long number)
    {
        var dice = new Dice((ulong)number);
        var day = new DateOnly(1994, 1, 1).AddDays(dice.Next(11_000));
        var text = new StringBuilder();
        text.Append("Bulletin ").Append(number).Append(" of the day");
        var head = new Span(0, text.Length);
        text.Append(".\n");
        Span<Clause> clauses = stackalloc Clause[Sentences];
        for (var i = 0; i < Sentences; i++)
            clauses[i] = Say(text, ref dice);
        var all = text.ToString();
        var document = Document.Of(all, $"synthetic/{number}.txt", $"Bulletin {number}", $"Wire {number % 40}", day);
        return (document, Record(document, head, day, clauses, ref dice));
    }

    private static Clause Say(StringBuilder text, ref Dice dice)
    {
        int actor = Skewed(ref dice),
            recipient = (actor + 1 + Skewed(ref dice) % (States.Length - 1)) % States.Length,
            deed = dice.Next(Deeds.Length),
            topic = dice.Next(Topics.Length);
        var who = Put(text, "The foreign minister of ", States[actor]);
        text.Append(' ');
        var what = Put(text, "", Deeds[deed].Words);
        text.Append(' ');
        var whom = Put(text, "the government of ", States[recipient]);
        text.Append(' ');
        var when = Put(text, "on ", DayWord(dice.Next(7)));
        text.Append(", and ");
        var cue = Put(text, "", "said");
        text.Append(" that ");
        var content = Put(text, "the two sides would return to the matter of ", Topics[topic]);
        text.Append(".\n");
        return new Clause(actor, recipient, deed, topic, who, what, whom, when, cue, content);
    }

    // A few states fill most of the news, as in real collections: the rank falls off with the cube.
    private static int Skewed(ref Dice dice)
    {
        var u = dice.Next(1 << 20) / (double)(1 << 20);
        return (int)(u * u * u * States.Length);
    }

    private static Span Put(StringBuilder text, string before, string words)
    {
        var start = text.Length;
        text.Append(before).Append(words);
        return new Span(start, text.Length);
    }

    private static string DayWord(int day) => ((DayOfWeek)day).ToString();

    private static ImmutableArray<Entry> Record(Document document, Span head, DateOnly day, ReadOnlySpan<Clause> clauses, ref Dice dice)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(Entries);
        entries.Add(
            EntryJson.Seal(
                new DocumentEntry
                {
                    DocumentId = document.Id,
                    Spans = [head],
                    Rule = "head",
                    Title = document.Title,
                    Publisher = document.Publisher,
                    Published = day,
                    Sha256 = document.Sha256,
                    Date = DateValue.Day(day, DateBasis.Stated, "declared"),
                },
                document
            )
        );
        var report = new Source(
            [
                new Entity
                {
                    Id = "this-report",
                    Name = "this report",
                    Type = EntityType.Outlet,
                },
            ],
            null,
            "report"
        );
        foreach (var clause in clauses)
        {
            var deed = Deeds[clause.Deed];
            Entity actor = Minister(clause.Actor, clause.Who),
                recipient = State(clause.Recipient, clause.Whom);
            var when = DateValue.Day(day.AddDays(-dice.Next(7)), DateBasis.Relative);
            entries.Add(
                EntryJson.Seal(
                    new Event
                    {
                        DocumentId = document.Id,
                        Spans = [clause.What],
                        Sources = [report],
                        Rule = "codebook/verbs:" + deed.Words,
                        Confidence = 0.7,
                        Type = deed.Type,
                        Mode = deed.Mode,
                        Cameo = deed.Cameo,
                        Score = deed.Score,
                        Quad = deed.Quad,
                        Actors = [actor],
                        Recipients = [recipient],
                        Date = when,
                        Reasons = [new Reason("type", "codebook/verbs:" + deed.Words, "the verb with its object")],
                    },
                    document
                )
            );
            entries.Add(
                EntryJson.Seal(
                    new Statement
                    {
                        DocumentId = document.Id,
                        Spans = [clause.Cue, clause.Content],
                        Sources = [report, new Source([actor], clause.Who, "attribution/say")],
                        Rule = "attribution/say",
                        Confidence = 0.8,
                        Speakers = [actor],
                        Addressees = [],
                        Cue = new Cue("say", clause.Cue),
                        Content = [clause.Content],
                        Form = StatementForm.Indirect,
                        Topics = [Topics[clause.Topic]],
                    },
                    document
                )
            );
            entries.Add(Mention(document, actor, clause.Who));
            entries.Add(Mention(document, recipient, clause.Whom));
        }

        entries.Add(
            EntryJson.Seal(
                new TimeReference
                {
                    DocumentId = document.Id,
                    Spans = [clauses[0].When],
                    Rule = "time/weekday",
                    Date = DateValue.Day(day, DateBasis.Relative),
                    Value = $"{day:yyyy-MM-dd}",
                    Expression = "a weekday",
                },
                document
            )
        );
        return entries.ToImmutable();
    }

    private static Entry Mention(Document document, Entity entity, Span span) =>
        EntryJson.Seal(
            new Mention
            {
                DocumentId = document.Id,
                Spans = [span],
                Rule = "actors/name",
                Entities = [entity],
                Form = MentionForm.Name,
                Confidence = 0.9,
                Reasons = [new Reason("entities", "actors/name", "name of " + entity.Name)],
            },
            document
        );

    private static Entity Minister(int state, Span span) =>
        new()
        {
            Id = "office/" + States[state] + ".fm",
            Name = "Foreign minister of " + States[state],
            Type = EntityType.Person,
            State = States[state],
            Office = "foreign minister",
            Span = span,
        };

    private static Entity State(int state, Span span) =>
        new()
        {
            Id = "state/" + States[state],
            Name = States[state],
            Type = EntityType.State,
            State = States[state],
            Span = span,
        };

    private readonly record struct Clause(
        int Actor,
        int Recipient,
        int Deed,
        int Topic,
        Span Who,
        Span What,
        Span Whom,
        Span When,
        Span Cue,
        Span Content
    );

    /// <summary>SplitMix64, whose numbers are the same on every platform.</summary>
    private struct Dice(ulong seed)
    {
        private ulong _state = seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019;

        public int Next(int below)
        {
            _state += 0x9E3779B97F4A7C15;
            var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }
}
