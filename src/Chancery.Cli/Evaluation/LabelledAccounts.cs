using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Intake;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>One labelled set of accounts with its texts read.</summary>
internal sealed class LabelledAccounts
{
    private readonly Dictionary<string, Telling> _byName = new(StringComparer.Ordinal);

    public LabelledAccounts(JsonElement gold, string folder, Clerk clerk)
    {
        var labels = AccountLabels.Of(gold);
        Name = labels.Set;
        Names = labels.Documents;
        foreach (var name in Names)
        {
            var document =
                new Door(new Declared(), () => Stream.Null).Receive([Path.Combine(folder, name + ".txt")]).First().Document
                ?? throw new FormatException($"{folder}/{name}.txt cannot be read.");
            _byName[name] = clerk.Read(document).Telling;
        }

        Tellings = [.. Names.Select(name => _byName[name])];
        Topics = labels.Topics;
        Propositions = [.. AccountLabels.Items(gold, "propositions").Select(Lines)];
        Contradictions =
        [
            .. labels.Contradictions.Select(lines => lines.Select(line => Place(line.Document, line.Sentence, null)).ToImmutableArray()),
        ];
        Claims =
        [
            .. AccountLabels
                .Items(gold, "claims")
                .Select(claim =>
                    (
                        Id(claim.GetProperty("document")),
                        Id(claim.GetProperty("about")),
                        claim.GetProperty("topic").GetString()!,
                        claim.GetProperty("true").GetBoolean()
                    )
                ),
        ];
        Occurrences =
        [
            .. AccountLabels
                .Items(gold, "occurrences")
                .Select(occurrence => occurrence.GetProperty("mentions").EnumerateArray().Select(Mention).ToImmutableArray()),
        ];
    }

    public string Name { get; }

    public ImmutableArray<string> Names { get; }

    public ImmutableArray<Telling> Tellings { get; }

    public ImmutableArray<(string Name, ImmutableArray<string> States)> Topics { get; }

    public ImmutableArray<ImmutableArray<(string Document, Span Span)>> Propositions { get; }

    public ImmutableArray<ImmutableArray<(string Document, Span Span)>> Contradictions { get; }

    public ImmutableArray<(string Document, string About, string Topic, bool Holds)> Claims { get; }

    public ImmutableArray<ImmutableArray<(string Document, Span Span)>> Occurrences { get; }

    public string Quote((string Document, Span Span) line) =>
        line.Span.In(Tellings.First(telling => telling.Id == line.Document).Words).ToString();

    public string Sentence((string Document, Span Span) line)
    {
        var words = Tellings.First(telling => telling.Id == line.Document).Words;
        return $"{words[Math.Max(0, line.Span.Start - 25)..line.Span.Start].Replace('\n', ' ')}[{line.Span.In(words)}]{words[line.Span.End..Math.Min(words.Length, line.Span.End + 25)].Replace('\n', ' ')}";
    }

    /// <summary>Whether a mention is the labelled one: the same word, or the object of a labelled light verb ("held", of "held talks"), or what else hangs on it.</summary>
    public bool IsSame(OccurrenceMention mention, Span label, bool oblique = true)
    {
        if (mention.Span.Overlaps(label))
            return true;
        var text = Tellings.First(telling => telling.Id == mention.Document).Text;
        for (var i = 0; i < text.Tokens.Length; i++)
            if (text.Tokens[i].Span == mention.Span)
                return text.Tokens[i] is { Relation: Relation.Obj or Relation.Obl or Relation.Nsubj, Head: >= 0 } token
                    && (oblique || token.Relation != Relation.Obl)
                    && text.Tokens[token.Head].Span.Overlaps(label);
        return false;
    }

    private string Id(JsonElement name) => _byName[name.GetString()!].Id;

    private ImmutableArray<(string Document, Span Span)> Lines(JsonElement group) =>
        [
            .. group
                .GetProperty("lines")
                .EnumerateArray()
                .Select(line => Place(line.GetProperty("document").GetString()!, line.GetProperty("sentence").GetString()!, null)),
        ];

    private (string Document, Span Span) Mention(JsonElement mention) =>
        Place(
            mention.GetProperty("document").GetString()!,
            mention.GetProperty("sentence").GetString()!,
            new Span(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32())
        );

    private (string Document, Span Span) Place(string document, string sentence, Span? within)
    {
        var telling = _byName[document];
        var at = telling.Words.IndexOf(sentence, StringComparison.Ordinal);
        if (at < 0)
            throw new FormatException($"{Name}: the text does not hold \"{sentence}\".");
        return (telling.Id, within is { } inner ? new Span(at + inner.Start, at + inner.End) : new Span(at, at + sentence.Length));
    }
}
