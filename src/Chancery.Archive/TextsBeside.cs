using Chancery.Record;

namespace Chancery.Archive;

/// <summary>Texts that come beside records, read along with them: an export writes both in the order of ids, so that few are ever held.</summary>
internal sealed class TextsBeside(IEnumerable<Document> texts) : IDisposable
{
    private readonly IEnumerator<Document> _texts = texts.GetEnumerator();
    private readonly Dictionary<string, Document> _passed = new(StringComparer.Ordinal);
    private Document? _next;
    private bool _ended;

    /// <summary>The text of a document; null where it did not come.</summary>
    public Document? Find(string id)
    {
        if (_passed.Remove(id, out var passed))
            return passed;
        while (Next() is { } next)
        {
            // Whatever the order, a text is found; only one that comes late waits here until its record asks for it.
            if (string.CompareOrdinal(next.Id, id) > 0 && next.Id != id)
                return null;
            _next = null;
            if (next.Id == id)
                return next;
            _passed[next.Id] = next;
        }

        return null;
    }

    public void Dispose() => _texts.Dispose();

    private Document? Next()
    {
        if (_next is null && !_ended)
        {
            if (_texts.MoveNext())
                _next = _texts.Current;
            else
                _ended = true;
        }

        return _next;
    }
}
