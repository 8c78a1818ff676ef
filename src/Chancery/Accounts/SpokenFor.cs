using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// For whom somebody speaks whose state nobody knows, by the phrase that names him: "Wu Qian, a spokesman for the Chinese defence ministry", "Japarov's
/// press office", "its border troops", "who heads the security service in Bishkek". What one phrase tells holds when he is named again.
/// </summary>
internal sealed class SpokenFor(Telling report)
{
    private readonly Dictionary<string, string> _learnt = new(StringComparer.Ordinal);

    /// <summary>The side; null where no phrase so far tells.</summary>
    /// <param name="entity">Who speaks.</param>
    /// <param name="named">The words that name him here; null where none do.</param>
    public string? Side(Entity entity, Span? named)
    {
        if (entity.Type is EntityType.Outlet or EntityType.Place or EntityType.Event)
            return null;
        if (named is { } words && Phrase(words) is { } side)
            _learnt.TryAdd(entity.Id, side);
        return _learnt.GetValueOrDefault(entity.Id);
    }

    // Whose side stands in the phrase: of a person, an organ or a state before that of a place.
    private string? Phrase(Span words)
    {
        var text = report.Text;
        var head = Head(words);
        if (head < 0)
            return null;
        var (first, end) = text.Subtree(head);
        string? where = null;
        for (var i = first; i < end; i++)
        {
            if (report.Cast.Covering(i) is not { } mention || mention.FirstToken < i && i > first)
                continue;
            foreach (var entity in mention.Entities)
                if (ReportedVoices.Side(entity) is { } side)
                    return side;
                else if (entity.Type == EntityType.Place)
                    where ??= entity.State;
        }

        return where;
    }

    private int Head(Span words)
    {
        var text = report.Text;
        for (var i = text.TokenAt(words.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < words.End; i++)
            if (text.Tokens[i].IsNominal && (text.Tokens[i].Head < 0 || !words.Contains(text.Tokens[text.Tokens[i].Head].Span)))
                return i;
        return -1;
    }
}
