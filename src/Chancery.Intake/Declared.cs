using System.Globalization;
using Chancery.Record;

namespace Chancery.Intake;

/// <summary>What a carrier (file head, page, feed, row or command line) says about a text. A later carrier fills only what an earlier one left open.</summary>
public sealed record Declared
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>The kind of text.</summary>
    public TextKind? Kind { get; init; }

    /// <summary>What could not be understood of it.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>These values, and the other's where these are missing.</summary>
    public Declared Or(Declared other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Title = Title ?? other.Title,
            Publisher = Publisher ?? other.Publisher,
            Published = Published ?? other.Published,
            Url = Url ?? other.Url,
            Language = Language ?? other.Language,
            Kind = Kind ?? other.Kind,
            Problems = [.. Problems, .. other.Problems],
        };
    }

    /// <summary>The text with these values, as a document.</summary>
    public Document On(string text, string origin, params IReadOnlyList<Problem> problems) =>
        Document.Of(text, origin, Title, Publisher, Published, Url, Language ?? "en", Kind, [.. problems, .. Problems]);

    /// <summary>Reads named values as files write them; names are compared without regard to case and unknown ones are passed over.</summary>
    public static Declared From(IEnumerable<KeyValuePair<string, string>> fields, string origin)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var declared = new Declared();
        foreach (var (name, written) in fields)
        {
            var value = written.Trim();
            if (value.Length == 0)
                continue;
            declared = name.ToLowerInvariant() switch
            {
                "title" => declared with { Title = value },
                "publisher" => declared with { Publisher = value },
                "url" => declared with { Url = value },
                "language" => declared with { Language = value.Length > 2 ? value[..2].ToLowerInvariant() : value.ToLowerInvariant() },
                "published" => Day(value) is { } day
                    ? declared with
                    {
                        Published = day,
                    }
                    : declared with
                    {
                        Problems = [.. declared.Problems, Refusals.Date(origin, value)],
                    },
                "kind" => KindOf(value) is { } kind
                    ? declared with
                    {
                        Kind = kind,
                    }
                    : declared with
                    {
                        Problems = [.. declared.Problems, Refusals.Kind(origin, value)],
                    },
                _ => declared,
            };
        }

        return declared;
    }

    /// <summary>A day as carriers write it: ISO 8601 first (the day as written, in the zone of the writer), then RFC 1123.</summary>
    public static DateOnly? Day(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var text = written.Trim();
        if (
            text.Length >= 10
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
            return day;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;
    }

    private static TextKind? KindOf(string value)
    {
        foreach (var kind in Enum.GetValues<TextKind>())
            if (string.Equals(EntryJson.Published(kind), value, StringComparison.OrdinalIgnoreCase))
                return kind;
        return null;
    }
}
