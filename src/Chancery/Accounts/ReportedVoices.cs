using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Finds whose words a report gives where. Of a chain ("Biden assured Xi, the Chinese readout said") the outermost link that speaks for a side tells;
/// what the persons of two sides say together ("both leaders called for") is of each.
/// </summary>
internal static class ReportedVoices
{
    private const int LongestPhrase = 8;

    /// <summary>Every stretch that is somebody's words, in the order of the text.</summary>
    public static ImmutableArray<ReportedVoice> Of(Telling report)
    {
        var strangers = new SpokenFor(report);
        return
        [
            .. report
                .Entries.OfType<Statement>()
                .OrderBy(statement => statement.Spans[0])
                .SelectMany(statement =>
                    Speakers(statement, strangers)
                        .Select(speaker => new ReportedVoice(speaker.Side, speaker.By, Words(report.Text, statement)))
                )
                .OrderBy(voice => voice.Words)
                .ThenBy(voice => voice.Side, StringComparer.Ordinal),
        ];
    }

    /// <summary>For whom somebody speaks: a state, an organisation, an armed group; null for a reporter's medium and for whoever is of no known side.</summary>
    public static string? Side(Entity entity) =>
        entity.Type switch
        {
            EntityType.Outlet => World.Default.IsStateRun(entity.Id) ? entity.State : null,
            EntityType.ArmedGroup => entity.Id,
            EntityType.Igo => MentionParties.Whole(entity.Id),
            EntityType.Place or EntityType.Event => null,
            _ => entity.State,
        };

    // The first link of the chain is the report itself. States that "release versions" together say nothing together; persons who call for something do.
    private static ImmutableArray<(string Side, Entity By)> Speakers(Statement statement, SpokenFor strangers)
    {
        foreach (var link in statement.Sources.Skip(1).Select(source => (source.Entities, source.Span)).Append((statement.Speakers, null)))
        {
            var known = link
                .Entities.Select(entity => (Side: Side(entity) ?? strangers.Side(entity, link.Span), By: entity))
                .Where(speaker => speaker.Side is not null)
                .Select(speaker => (speaker.Side!, speaker.By))
                .DistinctBy(speaker => speaker.Item1, StringComparer.Ordinal)
                .ToImmutableArray();
            if (known.Length > 0)
                return known.Length == 1 || known.All(speaker => speaker.By.Type == EntityType.Person) ? known : [];
        }

        return [];
    }

    private static Span Words(ParsedText text, Statement statement)
    {
        var words = statement.Content.Aggregate(statement.Cue?.Span ?? statement.Spans[0], (all, content) => all.Cover(content));
        var sentence = text.Sentences[text.SentenceOf(text.TokenAt(words.Start))].Span;
        return statement
            .Sources.Select(source => source.Span)
            .OfType<Span>()
            .Where(sentence.Contains)
            .Aggregate(words, (all, source) => all.Cover(Phrase(text, source)));
    }

    // "Japan's foreign ministry": the whole of what the word stands in, and not the word alone.
    private static Span Phrase(ParsedText text, Span source)
    {
        var token = text.TokenAt(source.Start);
        if (token < 0 || !text.Tokens[token].IsNominal)
            return source;
        var (first, end) = text.Subtree(token);
        return end - token > LongestPhrase ? source.Cover(text.Tokens[first].Span) : source.Cover(text.SpanOf(first, end));
    }
}
