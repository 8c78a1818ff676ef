using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Takes a report apart into what it gives as the words of each side. A sentence belongs to the side that is cited for it, by the outermost link of the
/// chain that speaks for a side: "Biden assured Xi, the Chinese readout said" is China's account. A sentence that cites several is cut between
/// them; what the reporter tells by himself, and what he says of an account's silence, belongs to none.
/// </summary>
public static class ReportedAccounts
{
    private const int Most = 4,
        Lengthy = 3,
        LongestPhrase = 8;

    /// <summary>The sides in the order in which they are first cited; empty where the report gives the words of fewer than two.</summary>
    public static ImmutableArray<ReportedAccount> Of(Telling report)
    {
        ArgumentNullException.ThrowIfNull(report);
        // A readout is one account, whatever it says of the other side's words.
        if (AccountOwner.IsParty(report.Head))
            return [];
        var voices = Voices(report);
        var sides = Sides(report, voices);
        return sides.Length < 2
            ? []
            : [.. sides.Select((side, at) => new ReportPart(report, at, Owners(report, voices, sides)).Account(side, Cited(voices, side)))];
    }

    // Every stretch that is somebody's words, by whose side it is, in the order of the text.
    private static List<(string Side, Entity By, Span Words)> Voices(Telling report)
    {
        var found = new List<(string, Entity, Span)>();
        foreach (var statement in report.Entries.OfType<Statement>())
            if (Speaker(statement) is { } speaker && Side(speaker) is { } side)
                found.Add((side, speaker, Words(report.Text, statement)));
        return [.. found.OrderBy(voice => voice.Item3).ThenBy(voice => voice.Item1, StringComparer.Ordinal)];
    }

    // The first link of the chain is the report itself; what several sides say together is nobody's account.
    private static Entity? Speaker(Statement statement)
    {
        foreach (var link in statement.Sources.Skip(1).Select(source => source.Entities).Append(statement.Speakers))
            if (link.Select(Side).OfType<string>().Distinct(StringComparer.Ordinal).Count() is > 0 and var sides)
                return sides == 1 ? link.First(entity => Side(entity) is not null) : null;
        return null;
    }

    // What is said, the words that ascribe it, and who stands there for those that say it.
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

    /// <summary>For whom somebody speaks: a state, an organisation, an armed group; null for a reporter's medium and for whoever is of no known side.</summary>
    internal static string? Side(Entity entity) =>
        entity.Type switch
        {
            EntityType.Outlet => World.Default.IsStateRun(entity.Id) ? entity.State : null,
            EntityType.ArmedGroup => entity.Id,
            EntityType.Igo => MentionParties.Whole(entity.Id),
            EntityType.Place or EntityType.Event => null,
            _ => entity.State,
        };

    // Those whom the contact joins, where the report gives the words of two of them; else those whose words fill most sentences.
    private static ImmutableArray<string> Sides(Telling report, List<(string Side, Entity By, Span Words)> voices)
    {
        var parties = AccountReader.Main([.. report.Entries.OfType<Event>()]) is { } main
            ? main.Actors.Concat(main.Recipients).Select(Side).OfType<string>().ToHashSet(StringComparer.Ordinal)
            : [];
        var spoken = voices
            .GroupBy(voice => voice.Side, StringComparer.Ordinal)
            .Select(group =>
                (
                    Side: group.Key,
                    Sentences: group.Select(voice => report.Text.SentenceOf(report.Text.TokenAt(voice.Words.Start))).Distinct().Count(),
                    First: group.Min(voice => voice.Words.Start)
                )
            )
            .ToList();
        // A mediator who speaks at length is a side as well.
        if (spoken.Count(side => parties.Contains(side.Side)) > 1)
            spoken.RemoveAll(side => !parties.Contains(side.Side) && side.Sentences < Lengthy);
        return
        [
            .. spoken
                .OrderByDescending(side => side.Sentences)
                .ThenBy(side => side.First)
                .Take(Most)
                .OrderBy(side => side.First)
                .Select(side => side.Side),
        ];
    }

    // For every token the place of the side to which it belongs, or -1.
    private static int[] Owners(Telling report, List<(string Side, Entity By, Span Words)> voices, ImmutableArray<string> sides)
    {
        var text = report.Text;
        var owners = new int[text.Tokens.Length];
        Array.Fill(owners, -1);
        (int Side, int Paragraph) carried = (-1, -1);
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Role is not (SentenceRole.Body or SentenceRole.Item))
                continue;
            if (SilenceCues.In(report.Words, sentence.Span) is { State: SilenceState.Silent })
                continue;
            var own = voices
                .Where(voice => sentence.Span.Overlaps(voice.Words) && sides.Contains(voice.Side))
                .Select(voice => (Side: sides.IndexOf(voice.Side), voice.Words))
                .ToList();
            var cited = Citations.In(report.Words, sentence.Span).Select(citation => Side(citation.Issuer)).OfType<string>().ToList();
            var whole =
                own.Count > 0 ? -1
                : cited.Count == 1 ? sides.IndexOf(cited[0])
                : carried.Paragraph == sentence.Paragraph && AccountReader.Continues(report.Words, sentence.Span) ? carried.Side
                : -1;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                owners[i] =
                    whole >= 0
                        ? whole
                        : own.Where(voice => voice.Words.Contains(text.Tokens[i].Span))
                            .OrderBy(voice => voice.Words.Length)
                            .Select(voice => voice.Side)
                            .DefaultIfEmpty(-1)
                            .First();
            carried = (
                whole >= 0 ? whole
                : own.Count > 0 ? own[^1].Side
                : -1,
                sentence.Paragraph
            );
        }

        return owners;
    }

    private static ImmutableArray<string> Cited(List<(string Side, Entity By, Span Words)> voices, string side) =>
        [.. voices.Where(voice => voice.Side == side).Select(voice => voice.By.Name).Distinct(StringComparer.Ordinal)];
}
