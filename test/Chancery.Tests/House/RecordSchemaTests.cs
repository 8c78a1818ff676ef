using System.Text.Json;
using Chancery.Record;
using Chancery.Tests.Cli;

namespace Chancery.Tests.House;

public sealed class RecordSchemaTests
{
    private static readonly RecordSchema Schema = new();
    private static readonly Document Text = Document.Of("Fidan met Gerapetritis in Ankara.");
    private static readonly Span Words = new(0, 5);
    private static readonly Entity Fidan = new()
    {
        Id = "person/hakan-fidan",
        Name = "Hakan Fidan",
        Type = EntityType.Person,
        State = "TUR",
        Office = "Foreign Minister",
        Span = Words,
    };

    private static readonly Entity Sides = new()
    {
        Id = "group/sides",
        Name = "the two sides",
        Type = EntityType.Group,
        Members =
        [
            Fidan,
            new()
            {
                Id = "state/GRC",
                Name = "Greece",
                Type = EntityType.State,
                State = "GRC",
            },
        ],
    };

    [Fact]
    public void An_entry_of_each_kind_fits_the_schema()
    {
        Entry[] entries =
        [
            new DocumentEntry
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Sha256 = Text.Sha256,
                Dateline = Fidan,
                Published = new(2023, 9, 5),
            },
            new Event
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Type = EventType.CONSULT,
                Actors = [Sides],
                Place = Fidan,
                Casualties = [new("killed", 1, 2, null, Words)],
                Instrument = new("drone", Words),
                Reasons = [new("type", "b", "d")],
            },
            new Statement
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Speakers = [Fidan],
                Cue = new("say", Words),
                Content = [Words],
                Sources = [new([Fidan], Words, "r")],
            },
            new Position
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Actors = [Fidan],
                Issue = "i",
                Stance = "s",
            },
            new Fact
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Subjects = [Fidan],
                Predicate = "p",
                Valid = DateValue.Day(new(2023, 9, 5), DateBasis.Stated, "why"),
            },
            new Figure
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Indicator = "trade",
                Value = 2e11,
                Low = 1,
            },
            new TimeReference
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Expression = "today",
            },
            new Mention
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Entities = [Sides],
            },
            new Mention
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Candidates = [Fidan],
            },
            new Account
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Of = "event-1",
                By = [Fidan],
                Topics = [new("trade", [Words])],
                Length = 12,
                Initiator = Fidan,
            },
            new Silence
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Of = "event-1",
                By = [Fidan],
                Topic = "Cyprus",
                Checked = new(["Cyprus"], "stated"),
            },
        ];
        Assert.Equal([], entries.SelectMany(Check));
    }

    [Fact]
    public void Every_member_of_every_enumeration_is_in_the_schema()
    {
        Entry Statement(StatementForm form, Mood mood, EntryStatus status) =>
            new Statement
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Form = form,
                Mood = mood,
                Status = status,
            };
        Entry Silence(SilenceState state, SilenceBasis basis) =>
            new Silence
            {
                DocumentId = Text.Id,
                Spans = [Words],
                Rule = "t",
                Of = "e",
                Topic = "t",
                State = state,
                Basis = basis,
            };
        Entry[] entries =
        [
            .. Enum.GetValues<Mood>().Select(mood => Statement(default, mood, default)),
            .. Enum.GetValues<StatementForm>().Select(form => Statement(form, default, default)),
            .. Enum.GetValues<EntryStatus>().Select(status => Statement(default, default, status)),
            .. Enum.GetValues<SilenceState>().Select(state => Silence(state, default)),
            .. Enum.GetValues<SilenceBasis>().Select(basis => Silence(default, basis)),
            .. Enum.GetValues<TextKind>()
                .Select(kind => new DocumentEntry
                {
                    DocumentId = Text.Id,
                    Spans = [Words],
                    Rule = "t",
                    Sha256 = Text.Sha256,
                    TextKind = kind,
                }),
            .. Enum.GetValues<EventType>()
                .Select(type => new Event
                {
                    DocumentId = Text.Id,
                    Spans = [Words],
                    Rule = "t",
                    Type = type,
                }),
            .. Enum.GetValues<MentionForm>()
                .Select(form => new Mention
                {
                    DocumentId = Text.Id,
                    Spans = [Words],
                    Rule = "t",
                    Form = form,
                }),
            .. Enum.GetValues<EntityType>()
                .Select(type => new Mention
                {
                    DocumentId = Text.Id,
                    Spans = [Words],
                    Rule = "t",
                    Entities = [Fidan with { Type = type }],
                }),
            .. Enum.GetValues<Precision>()
                .Select(precision => new TimeReference
                {
                    DocumentId = Text.Id,
                    Spans = [Words],
                    Rule = "t",
                    Expression = "e",
                    Date = new() { Precision = precision },
                }),
            .. Enum.GetValues<DateBasis>()
                .Select(basis => new TimeReference
                {
                    DocumentId = Text.Id,
                    Spans = [Words],
                    Rule = "t",
                    Expression = "e",
                    Date = new() { Basis = basis },
                }),
        ];
        Assert.Equal([], entries.SelectMany(Check));
    }

    [Fact]
    public void The_record_of_the_samples_fits_the_schema()
    {
        var lines = CommandLine.Run("read", "samples", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.Equal([], lines.SelectMany(line => Schema.Faults(JsonDocument.Parse(line).RootElement)));
    }

    [Fact]
    public void A_field_too_many_is_a_fault() =>
        Assert.NotEmpty(Schema.Faults(JsonDocument.Parse("""{"kind":"fact","colour":"red"}""").RootElement));

    private static List<string> Check(Entry entry) =>
        Schema.Faults(JsonDocument.Parse(EntryJson.Write(EntryJson.Seal(entry, Text), Text, new CodePoints(Text.Text))).RootElement);
}
