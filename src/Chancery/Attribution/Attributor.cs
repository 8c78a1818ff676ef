using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Attribution.Spotting;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Finds who says what according to whom, and hands every other entry the chain that it stands under.</summary>
public static class Attributor
{
    /// <summary>Reads statements and positions.</summary>
    public static AttributedText Read(ParsedText text, Cast cast, Chronology chronology)
    {
        var finder = new AscriptionFinder(text, chronology, new Quotations(text));
        var found = Find(text, finder);
        ImmutableArray<Statement> statements = [.. new StatementReader(text, cast, finder).Read(found)];
        return new(statements, [.. new PositionReader(text, cast, chronology, finder, statements).Read()]);
    }

    /// <summary>
    /// The attributions that the report itself makes, without those within or around what others say and without the reporter's own
    /// readings: what sets of labelled attributions mark.
    /// </summary>
    internal static List<LabelledAttribution> Outermost(ParsedText text, Chronology chronology) =>
        [
            .. Find(text, new AscriptionFinder(text, chronology, new Quotations(text)))
                .Where(found => !found.Nested && !found.Hedged)
                .Select(found => new LabelledAttribution(found.SourceWords, [found.Cue], found.Flat ?? found.Content)),
        ];

    private static List<Ascription> Find(ParsedText text, AscriptionFinder finder)
    {
        var read = finder.Find();
        var found = Spotter.Own is { } spotter ? new AscriptionJoiner(text, finder).Join(spotter.Find(text), read) : Nest(read);
        return finder.Turns.Settle(
            found.ConvertAll(ascription =>
                ascription.Hedged ? ascription : ascription with { Content = finder.Turns.Cut(ascription.Content, ascription.Token) }
            )
        );
    }

    // Without a model: what lies in the content of another is nested.
    private static List<Ascription> Nest(List<Ascription> read)
    {
        var index = new ContentIndex(read.Select(ascription => ascription.Content));
        return read.ConvertAll(inner =>
            inner with
            {
                Nested =
                    inner.Nested || index.Holding(inner.Cue).Exists(outer => read[outer] != inner && read[outer].Length > inner.Length),
            }
        );
    }

    /// <summary>
    /// Gives each entry the chain of the innermost statement whose content holds its predicate, and the status that follows from it.
    /// </summary>
    public static ImmutableArray<T> Place<T>(ParsedText text, ImmutableArray<T> entries, ImmutableArray<Statement> statements)
        where T : Entry
    {
        var index = new ContentIndex(statements.Select(statement => (IReadOnlyList<Span>)statement.Content));
        return [.. entries.Select(entry => Place(text, entry, Innermost(statements, index.Holding(entry.Spans[0]))))];
    }

    /// <summary>The shortest of the statements at these places, or null.</summary>
    internal static Statement? Innermost(ImmutableArray<Statement> statements, List<int> holding)
    {
        Statement? innermost = null;
        var least = int.MaxValue;
        foreach (var i in holding)
        {
            var length = 0;
            foreach (var stretch in statements[i].Content)
                length += stretch.Length;
            if (length > least || (length == least && innermost is not null && statements[i].Spans[0].Start > innermost.Spans[0].Start))
                continue;
            innermost = statements[i];
            least = length;
        }

        return innermost;
    }

    private static T Place<T>(ParsedText text, T entry, Statement? innermost)
        where T : Entry
    {
        if (innermost is null)
            return entry.Sources.Length > 0 ? entry : entry with { Sources = [StatementReader.ThisReport(null)] };
        var status = Aside(text, entry.Spans[0], innermost)
            ? entry.Status
            : (entry.Status, innermost.Mood) switch
            {
                (EntryStatus.Occurred or EntryStatus.Ongoing, Mood.Denied) => EntryStatus.Denied,
                var (own, _) => own,
            };
        return entry with { Sources = innermost.Sources, Status = status };
    }

    /// <summary>
    /// Whether a predicate stands in a clause of time or a relative clause within a content: who demands that ships leave after they fired
    /// does not demand the firing.
    /// </summary>
    private static bool Aside(ParsedText text, Span predicate, Statement statement)
    {
        for (
            var at = AttributionScore.At(text, predicate.Start);
            at >= 0 && at < text.Tokens.Length && Holds(statement, text.Tokens[at].Span);
            at = text.Tokens[at].Head
        )
        {
            if (text.Tokens[at].Relation == Relation.AclRelcl)
                return true;
            if (text.Tokens[at].Relation != Relation.Advcl || text.Dependent(at, Relation.Mark) is not (>= 0 and var mark))
                continue;
            if (text.Tokens[mark].Lemma is "after" or "before" or "when" or "as" or "since" or "while")
                return true;
        }

        return false;
    }

    private static bool Holds(Statement statement, Span place)
    {
        foreach (var stretch in statement.Content)
            if (stretch.Contains(place))
                return true;
        return false;
    }
}
