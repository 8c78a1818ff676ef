using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Finds who is said to have begun a contact.</summary>
internal static class Initiators
{
    /// <summary>The first initiator that the text names, with the words; null where it names none that is known.</summary>
    public static (Entity Entity, Span Span)? In(string text)
    {
        foreach (var cue in AccountWords.InitiatorBefore)
        {
            var at = text.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var end = Math.Min(text.Length, at + cue.Length + 80);
            var words = TopicWord.Cut(text, new Span(at + cue.Length, end));
            for (var first = 0; first < Math.Min(5, words.Count); first++)
                for (var last = Math.Min(words.Count, first + 5); last > first; last--)
                {
                    var span = words[first].Span.Cover(words[last - 1].Span);
                    if (words[first].Capital && Citations.Named(span.In(text).ToString(), span) is { } entity) return (entity, new Span(at, span.End));
                }
        }

        return null;
    }
}
