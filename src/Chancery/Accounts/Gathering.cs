using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>The accounts that one report cites, gathered as it is read. One issuer has one account, however often it is cited.</summary>
internal sealed class Gathering(Document document)
{
    private readonly List<(Citation Citation, List<TopicMatch> Topics)> _held = [];

    /// <summary>Whether any account was cited so far.</summary>
    public bool Any => _held.Count > 0;

    /// <summary>The accounts cited so far.</summary>
    public ImmutableArray<Citation> All => [.. _held.Select(held => held.Citation)];

    /// <summary>The citation with the issuer that it goes back to: a bare state ("the Chinese statement") is the organ of that state cited before.</summary>
    public Citation Same(Citation citation)
    {
        if (citation.Issuer.Type != EntityType.State)
            return citation;
        foreach (var (held, _) in _held)
            if (held.Issuer.State == citation.Issuer.State)
                return citation with { Issuer = held.Issuer with { Span = citation.Issuer.Span } };
        return citation;
    }

    /// <summary>Notes that an account is cited.</summary>
    public void Cite(Citation citation) => Add(citation, []);

    /// <summary>Notes what is ascribed to an account.</summary>
    public void Add(Citation citation, ImmutableArray<TopicMatch> topics)
    {
        foreach (var (held, list) in _held)
        {
            if (held.Issuer.Id != citation.Issuer.Id)
                continue;
            list.AddRange(Outside(topics, citation.Span));
            return;
        }

        _held.Add((citation, [.. Outside(topics, citation.Span)]));
    }

    /// <summary>The accounts, in the order in which they were first cited.</summary>
    public ImmutableArray<Account> Accounts(string of) =>
        [
            .. _held.Select(held => new Account
            {
                DocumentId = document.Id,
                Spans = [held.Citation.Span],
                Rule = "accounts/cited",
                Of = of,
                By = [held.Citation.Issuer],
                Topics = Group([.. held.Topics]),
            }),
        ];

    /// <summary>Matches by topic, each with its spans in order.</summary>
    public static ImmutableArray<TopicSpans> Group(ImmutableArray<TopicMatch> matches) =>
        [
            .. matches
                .GroupBy(match => match.Topic.Name, StringComparer.Ordinal)
                .Select(group => new TopicSpans(group.Key, [.. group.Select(match => match.Span).Distinct().Order()]))
                .OrderBy(topic => topic.Spans[0])
                .ThenBy(topic => topic.Topic, StringComparer.Ordinal),
        ];

    private static IEnumerable<TopicMatch> Outside(ImmutableArray<TopicMatch> topics, Span citation) =>
        topics.Where(topic => !citation.Contains(topic.Span));
}
