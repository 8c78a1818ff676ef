namespace Chancery.Record;

/// <summary>
/// One text as it was received, with what its carrier said about it. It is not yet read: no dates, actors or sentences are
/// known here beyond what the file, feed or page declared.
/// </summary>
public sealed record Document
{
    /// <summary>The content hash that names the document in every record: <c>d-</c> and 20 hex digits, see <see cref="Identity"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The stored text; every span points into it.</summary>
    public required string Text { get; init; }

    /// <summary>The SHA-256 of the text in UTF-8, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where it was read from: a path or address for people, never part of the identity.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The title that the carrier declared; null where only the text itself shows one.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, as declared by the carrier.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication that the carrier declared; null leaves it to be inferred from the text.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The address that the carrier declared.</summary>
    public string? Url { get; init; }

    /// <summary>The ISO 639-1 code of the language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The kind of text that the carrier declared; null leaves it to be inferred.</summary>
    public TextKind? DeclaredKind { get; init; }

    /// <summary>What went wrong on the way in without losing the document, such as replaced bytes.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Makes a document from its text and what its carrier declared; the same values give the same id anywhere.</summary>
    public static Document Of(
        string text,
        string origin = "",
        string? title = null,
        string? publisher = null,
        DateOnly? published = null,
        string? url = null,
        string language = "en",
        TextKind? kind = null,
        IReadOnlyList<Problem>? problems = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        var sha = Identity.Sha256(text);
        var id = Identity.Of("d", sha, title, publisher, published?.ToString("O"), url, language, kind?.ToString());
        return new Document
        {
            Id = id,
            Text = text,
            Sha256 = sha,
            Origin = origin,
            Title = title,
            Publisher = publisher,
            Published = published,
            Url = url,
            Language = language,
            DeclaredKind = kind,
            Problems = problems ?? [],
        };
    }
}
