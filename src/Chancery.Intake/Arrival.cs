using Chancery.Record;

namespace Chancery.Intake;

/// <summary>What came of one thing at the door: a document, or the coded reason why there is none.</summary>
/// <param name="Origin">The path, with a line or item number where the file holds several.</param>
/// <param name="Document">The document; null where it was refused.</param>
/// <param name="Refusal">Why it was refused; null for a document.</param>
public sealed record Arrival(string Origin, Document? Document, Problem? Refusal)
{
    /// <summary>Lets a document in.</summary>
    public static Arrival Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.Origin, document, null);
    }

    /// <summary>Turns something away.</summary>
    public static Arrival Refused(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(problem.Place, null, problem);
    }
}
