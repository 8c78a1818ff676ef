using System.Collections.Immutable;
using Chancery.Actors;
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
        var finder = new AscriptionFinder(text, chronology);
        var found = finder.Find();
        return new([.. new StatementReader(text, cast, finder).Read(found)], [.. PositionReader.Read(text, cast, chronology, finder)]);
    }

    /// <summary>Gives an entry the chain of the innermost statement whose content holds its predicate, and the status that follows from it.</summary>
    public static T Place<T>(T entry, ImmutableArray<Statement> statements) where T : Entry
    {
        Statement? innermost = null;
        var least = int.MaxValue;
        foreach (var statement in statements)
        {
            var length = 0;
            var holds = false;
            foreach (var stretch in statement.Content)
            {
                holds |= stretch.Contains(entry.Spans[0]);
                length += stretch.Length;
            }

            if (!holds || length >= least) continue;
            innermost = statement;
            least = length;
        }

        if (innermost is null) return entry.Sources.Length > 0 ? entry : entry with { Sources = [StatementReader.ThisReport(null)] };
        var status = (entry.Status, innermost.Mood) switch
        {
            (EntryStatus.Occurred or EntryStatus.Ongoing, Mood.Denied) => EntryStatus.Denied,
            var (own, _) => own,
        };
        return entry with { Sources = innermost.Sources, Status = status };
    }
}
