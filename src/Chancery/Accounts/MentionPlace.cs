using System.Globalization;

namespace Chancery.Accounts;

/// <summary>
/// Where a mention stands: a document and the first and last code point of its predicate. It outlives a new coding of the document, which gives the
/// entry another id, as long as the words are read as a mention at all.
/// </summary>
/// <param name="Document">The document's id.</param>
/// <param name="Start">The first code point.</param>
/// <param name="End">The code point after the last.</param>
public readonly record struct MentionPlace(string Document, int Start, int End)
{
    private const char At = '@',
        To = '-';

    /// <summary>Reads what <see cref="ToString"/> wrote; null where the words are no place.</summary>
    public static MentionPlace? Parse(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var at = written.LastIndexOf(At);
        var to = at < 0 ? -1 : written.IndexOf(To, at);
        return
            at > 0
            && to > at
            && int.TryParse(written.AsSpan(at + 1, to - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(written.AsSpan(to + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end > start
            ? new MentionPlace(written[..at], start, end)
            : null;
    }

    /// <summary>The place as decisions and answers write it: <c>d-…@120-123</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Document}{At}{Start}{To}{End}");
}
