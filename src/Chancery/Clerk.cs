using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Actors;
using Chancery.Attribution;
using Chancery.Coding;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery;

/// <summary>
/// Reads documents and keeps their record: the whole journey in the order of the stages. It holds no state between documents and
/// may be shared by any number of threads.
/// </summary>
public sealed class Clerk(IReader reader, World? world = null)
{
    /// <summary>
    /// Reads a sentence without the network, so that the tables of the later stages are loaded and their code is compiled. A command with a
    /// second core runs it while its reader is loaded; it changes no record.
    /// </summary>
    public static Dossier Prepare() =>
        new Clerk(new ShapeReader()).Read(
            Document.Of(
                "Nairobi\nKenya's foreign minister said on Monday that \"talks\" with Ethiopia, worth $2 million, had taken place in Addis Ababa."
            )
        );

    /// <summary>Reads one document to its record. Never fails on any text.</summary>
    public Dossier Read(Document document)
    {
        using var scribe = new EntryScribe(document);
        var text = reader.Read(document);
        var date = DocumentDating.Date(text, world);
        var cast = ActorReader.Read(text, date, world);
        var chronology = TimeReader.Read(text, cast, date);
        var attributed = Attributor.Read(text, cast, chronology);
        cast = FirstPersons.Resolve(text, cast, attributed.Statements);

        var contexts = new EventContexts(text);
        var head = DocumentHead.Read(text, cast, chronology) with
        {
            Knowledge = (world ?? World.Default).Pack.Generation,
            Contexts = contexts.OfDocument(),
        };
        var statements = Seal(attributed.Statements, scribe);
        var events = Place(text, EventCoder.Code(text, cast, chronology, contexts), statements, scribe);
        var facts = Place(text, FactReader.Read(text, cast, chronology), statements, scribe);
        var figures = Place(text, FigureReader.Read(text, cast, chronology), statements, scribe);
        var positions = Place(text, attributed.Positions, statements, scribe);
        var (accounts, silences) = AccountReader.Read(text, cast, head, events, statements, positions);

        var entries = ImmutableArray.CreateBuilder<Entry>();
        entries.Add(scribe.Seal(head));
        Add(entries, events);
        Add(entries, statements);
        Add(entries, positions);
        Add(entries, facts);
        Add(entries, figures);
        Add(entries, Seal(Plain.Times(document, chronology), scribe));
        Add(entries, Seal(Plain.Mentions(text, cast), scribe));
        Add(entries, Seal(accounts, scribe));
        Add(entries, Seal(silences, scribe));
        return new Dossier(document, text, cast, chronology, entries.ToImmutable());
    }

    private static ImmutableArray<T> Place<T>(
        ParsedText text,
        ImmutableArray<T> entries,
        ImmutableArray<Statement> statements,
        EntryScribe scribe
    )
        where T : Entry => Seal(Attributor.Place(text, entries, statements), scribe);

    private static ImmutableArray<T> Seal<T>(ImmutableArray<T> entries, EntryScribe scribe)
        where T : Entry => [.. entries.Select(entry => scribe.Seal(entry))];

    private static void Add<T>(ImmutableArray<Entry>.Builder all, ImmutableArray<T> entries)
        where T : Entry => all.AddRange(entries.OrderBy(entry => entry.Spans[0]).ThenBy(entry => entry.Id, StringComparer.Ordinal));
}
