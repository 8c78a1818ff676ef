using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A report cut down to the words of one side: the sentences that are another's have the role of what stands elsewhere; places stay.</summary>
/// <param name="report">The report.</param>
/// <param name="isOurs">Whether a token belongs to the side.</param>
internal sealed class ReportPart(Telling report, Func<int, bool> isOurs)
{
    /// <summary>The account of a side, by all whom the report cites for it, in the order of the text.</summary>
    public ReportedAccount Account(string key, ImmutableArray<Entity> cited)
    {
        var known = World.Default.Find("state/" + key) ?? World.Default.Find(key);
        // A side that the pack does not know is one of those who speak: "the Front said".
        var issuer = known is null
            ? cited.FirstOrDefault(entity => entity.Id == key, cited[0]) with
            {
                Span = null,
            }
            : new Entity
            {
                Id = known.Id,
                Name = known.Name,
                Type = known.Type,
                State = known.State,
            };
        var document = report.Text.Document with { Id = $"{report.Id}#{key}" };
        var text = new ParsedText(document, Sentences(), Tokens(), report.Text.Names);
        var body = Passages.Of(text);
        var telling = report with
        {
            Head = report.Head with { DocumentId = document.Id, TextKind = TextKind.Readout, Issuer = issuer, Publisher = null },
            Text = text,
            Entries = [.. report.Entries.Where(entry => entry is not (Silence or Record.Account) && IsWithin(text, entry.Spans[0]))],
        };
        return new ReportedAccount(
            key,
            issuer,
            [.. cited.Select(entity => entity.Name).Distinct(StringComparer.Ordinal)],
            telling,
            body.Sum(part => TopicWord.Cut(document.Text, part).Count)
        );
    }

    private static bool IsWithin(ParsedText text, Span words) =>
        text.TokenAt(words.Start) is >= 0 and var token
        && text.Sentences[text.SentenceOf(token)] is { Role: not SentenceRole.Elsewhere } sentence
        && sentence.Span.Contains(words);

    private ImmutableArray<Sentence> Sentences()
    {
        var found = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var sentence in report.Text.Sentences)
            foreach (var (first, end) in Runs(sentence))
                found.Add(
                    sentence with
                    {
                        FirstToken = first,
                        EndToken = end,
                        Span = (first, end) == (sentence.FirstToken, sentence.EndToken) ? sentence.Span : report.Text.SpanOf(first, end),
                        Role = isOurs(first) ? sentence.Role : SentenceRole.Elsewhere,
                    }
                );
        return found.ToImmutable();
    }

    // The tree of each stretch has one root: what hung on a word outside it hangs on the first of those that did.
    private ImmutableArray<Token> Tokens()
    {
        var tokens = report.Text.Tokens.ToBuilder();
        foreach (var sentence in report.Text.Sentences)
            foreach (var (first, end) in Runs(sentence))
            {
                var root = -1;
                for (var i = first; i < end; i++)
                {
                    if (tokens[i].Head is var head && head >= first && head < end)
                        continue;
                    tokens[i] = tokens[i] with { Head = root, Relation = root < 0 ? Relation.Root : Relation.Parataxis };
                    if (root < 0)
                        root = i;
                }
            }

        return tokens.ToImmutable();
    }

    private IEnumerable<(int First, int End)> Runs(Sentence sentence)
    {
        for (int first = sentence.FirstToken, end; first < sentence.EndToken; first = end)
        {
            end = first + 1;
            while (end < sentence.EndToken && isOurs(end) == isOurs(first))
                end++;
            yield return (first, end);
        }
    }
}
