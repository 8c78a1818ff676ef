using Chancery.Cli.Evaluation;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Training.Coding;

/// <summary>The codebook's own examples as samples: each names an actor and most a recipient, and says what type it is of.</summary>
internal static class CodebookSamples
{
    public static EventSample[] Read(IReader reader)
    {
        var samples = new List<EventSample>();
        foreach (
            var frame in Codebook
                .Verbs.Concat(Codebook.Nouns)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value)
        )
        {
            if (Parties(frame.Example) is not var (source, target))
                continue;
            var labelled = new LabelledPair(frame.Example, source, target, PloverScore.RootOf(frame.Type), null);
            if (PloverScore.Parse(labelled, reader) is { } pair)
                samples.Add(new EventSample(frame.Example, labelled.Root, PairFeatures.Of(pair), 0.5f));
        }

        return [.. samples];
    }

    // The first two capitalised words; a sentence with one party alone teaches nothing about pairs.
    private static (Span Source, Span Target)? Parties(string example)
    {
        var found = new List<Span>();
        for (var i = 0; i < example.Length; i++)
        {
            if (!char.IsUpper(example[i]) || i > 0 && example[i - 1] != ' ')
                continue;
            var end = i;
            while (end < example.Length && char.IsLetter(example[end]))
                end++;
            if (example[i..end] is not ("The" or "A" or "An" or "Students" or "Teachers" or "Rebels" or "Police"))
                found.Add(new Span(i, end));
            i = end;
        }

        return found.Count >= 2 ? (found[0], found[1]) : null;
    }
}
