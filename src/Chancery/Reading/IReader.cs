using Chancery.Record;

namespace Chancery.Reading;

/// <summary>Reads a text into sentences, tokens, trees and names. Implementations are pure and safe to share between threads.</summary>
public interface IReader
{
    /// <summary>The name of the model and the hash of its weights, as records carry it.</summary>
    string Generation { get; }

    /// <summary>Reads the document. Never fails: any text has a reading, if only an empty one.</summary>
    ParsedText Read(Document document);
}
