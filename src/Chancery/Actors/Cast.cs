using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Who is who in one document: its mentions, and for every token the mention it belongs to.</summary>
public sealed class Cast
{
    private readonly int[] _byHead;
    private readonly int[] _byToken;

    /// <summary>Gathers the mentions of a document of so many tokens. An inner mention wins over the one around it.</summary>
    public Cast(ImmutableArray<ResolvedMention> mentions, int tokens)
    {
        Mentions = mentions;
        _byHead = new int[tokens];
        _byToken = new int[tokens];
        Array.Fill(_byHead, -1);
        Array.Fill(_byToken, -1);
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            Keep(_byHead, mention.Head, i);
            for (var token = mention.FirstToken; token < mention.EndToken; token++)
                Keep(_byToken, token, i);
        }
    }

    /// <summary>All mentions in the order of the text.</summary>
    public ImmutableArray<ResolvedMention> Mentions { get; }

    /// <summary>The mention whose head is this token, or null. This is what the arguments of a verb are looked up by.</summary>
    public ResolvedMention? HeadedBy(int token) => _byHead[token] is var i and >= 0 ? Mentions[i] : null;

    /// <summary>The innermost mention that covers this token, or null.</summary>
    public ResolvedMention? Covering(int token) => _byToken[token] is var i and >= 0 ? Mentions[i] : null;

    /// <summary>Who is meant by the phrase that this token heads; empty where nobody is known. Coordination is not followed.</summary>
    public ImmutableArray<Entity> Of(int headToken) => HeadedBy(headToken)?.Entities ?? [];

    private void Keep(int[] index, int token, int candidate)
    {
        var held = index[token];
        if (held < 0 || Width(candidate) < Width(held))
            index[token] = candidate;
    }

    private int Width(int mention) => Mentions[mention].EndToken - Mentions[mention].FirstToken;
}
