using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Whose account a document is.</summary>
internal static class AccountOwner
{
    /// <summary>Who publishes the document, where the knowledge pack knows them; else whose text it is by its own head; else the publisher as an outlet; null without one.</summary>
    public static Entity? Of(DocumentEntry head)
    {
        if (head.Publisher is not { } publisher)
            return head.Issuer;
        // "Taiwan News" is a paper and no state: of a reporter's publisher the whole name is looked for.
        return (IsParty(head) ? Publisher(publisher) : Organ(publisher) ?? Citations.Named(publisher, default))
            ?? head.Issuer
            ?? new Entity
            {
                Id = "unknown/" + publisher.ToLowerInvariant(),
                Name = publisher,
                Type = EntityType.Outlet,
            };
    }

    /// <summary>Whom a publisher's name means, where the knowledge pack knows him; null for a name that it does not.</summary>
    public static Entity? Publisher(string publisher)
    {
        var words = publisher.Split(' ');
        if (Organ(publisher) is { } organ)
            return organ with { Span = null };
        for (var first = 0; first < words.Length; first++)
            if (Citations.Named(string.Join(' ', words[first..]), default) is { } known)
                return known with { Span = null };
        for (var end = words.Length; end > 0; end--)
            for (var first = 0; first < end; first++)
                if (
                    char.IsUpper(words[first].FirstOrDefault())
                    && Citations.Named(string.Join(' ', words[first..end]), default) is { Type: not EntityType.Person } known
                )
                    return known with { Span = null };
        return null;
    }

    /// <summary>The state or the organisation for which the document speaks, as the sides of a mention are named; null where it is a reporter's or nobody's.</summary>
    public static string? Side(DocumentEntry head) =>
        !IsParty(head) || Of(head) is not { } owner
            ? null
            : owner.State ?? (owner.Type == EntityType.Igo ? MentionParties.Whole(owner.Id) : null);

    // "Ministry of Foreign Affairs of Malaysia", "Prime Minister's Office, Jerusalem": the organ before its state or capital.
    private static Entity? Organ(string publisher)
    {
        foreach (var joint in (ReadOnlySpan<string>)[", ", " of the ", " of "])
            for (
                var at = publisher.LastIndexOf(joint, StringComparison.Ordinal);
                at > 0;
                at = publisher.LastIndexOf(joint, at - 1, StringComparison.Ordinal)
            )
                if (Citations.Named($"{publisher[(at + joint.Length)..]} {publisher[..at]}", default) is { Type: EntityType.Organ } organ)
                    return organ;
        return null;
    }

    /// <summary>Whether the document is an account of one of those who took part, or of all, and not a reporter's.</summary>
    public static bool IsParty(DocumentEntry head) => head.TextKind != TextKind.News;
}
