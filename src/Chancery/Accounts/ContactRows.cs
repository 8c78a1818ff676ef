using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>The rows on the contact itself: how long it was and who began it. Accounts that differ contradict one another.</summary>
internal static class ContactRows
{
    /// <summary>The topic of the row on the length.</summary>
    public const string Length = "length of the contact";

    /// <summary>The topic of the row on the initiator.</summary>
    public const string Initiator = "who began the contact";

    /// <summary>The rows for which at least one account tells something.</summary>
    public static IEnumerable<ComparisonRow> Of(ImmutableArray<Telling> tellings, Occurrence? occurrence, ImmutableArray<Occurrence> all)
    {
        // What is told of another contact, of the same run or of others, is not told of this one.
        var others = all.Where(other => other.Type == EventType.CONSULT && other.Id != occurrence?.Id && IsOfOtherDays(other, occurrence))
            .SelectMany(other => other.Mentions)
            .ToLookup(mention => mention.Document, mention => mention.Span);
        var lengths = tellings.Select(telling => Lengths(telling, occurrence, others[telling.Id])).ToArray();
        if (lengths.Any(list => list.Length > 0))
        {
            var differ = Differ(lengths, (a, b) => a.Value.Contradicts(b.Value) && !IsPart(a, b) && !IsPart(b, a));
            yield return Row(
                Length,
                tellings,
                [.. lengths.Select(list => list.Select(item => item.Span).ToImmutableArray())],
                differ,
                ["minute", "hour"],
                differ ? "the lengths do not agree" : ""
            );
        }

        var initiators = tellings
            .Select(telling => Initiators.In(telling).RemoveAll(found => !IsOfThis(telling, found.Span, occurrence, others[telling.Id])))
            .ToArray();
        if (initiators.Any(list => list.Length > 0))
        {
            var differ = Differ(
                initiators,
                (a, b) => a.Negated != b.Negated ? Side(a.Entity) == Side(b.Entity) : !a.Negated && AreApart(a.Entity, b.Entity)
            );
            yield return Row(
                Initiator,
                tellings,
                [.. initiators.Select(list => list.Select(item => item.Span).ToImmutableArray())],
                differ,
                [.. AccountWords.InitiatorBefore],
                differ
                    ? "they name different sides: "
                        + string.Join(
                            ", ",
                            initiators
                                .SelectMany(list => list)
                                .Select(item => item.Entity.Name)
                                .Distinct(StringComparer.Ordinal)
                                .Order(StringComparer.Ordinal)
                        )
                    : ""
            );
        }
    }

    // One that lies on the same days may be the same, told in words that did not join it.
    private static bool IsOfOtherDays(Occurrence other, Occurrence? occurrence) =>
        other.Date is { Start: { } start, End: { } end }
        && occurrence?.Date is { Start: { } first, End: { } last }
        && (start.AddDays(-1) > last || end.AddDays(1) < first);

    private static bool IsOfThis(Telling telling, Span sentence, Occurrence? occurrence, IEnumerable<Span> others) =>
        occurrence is null
        || occurrence.Mentions.Any(mention => mention.Document == telling.Id && sentence.Contains(mention.Span))
        || !others.Any(sentence.Contains);

    // A person whose state is not known may be of the state that the other account names.
    private static bool AreApart(Entity left, Entity right) =>
        Side(left) != Side(right)
        && (
            left.State is not null && right.State is not null
            || (
                left.State is null
                && right.State is null
                && !left.Name.Split(' ').Intersect(right.Name.Split(' '), StringComparer.OrdinalIgnoreCase).Any()
            )
        );

    private static string Side(Entity entity) => entity.State ?? entity.Id;

    private static bool Differ<T>(ImmutableArray<T>[] values, Func<T, T, bool> contradict)
    {
        for (var i = 0; i < values.Length; i++)
            for (var j = i + 1; j < values.Length; j++)
                if (values[i].Any(a => values[j].Any(b => contradict(a, b))))
                    return true;
        return false;
    }

    // A length of time counts where its sentence mentions the occurrence, or says that something lasted.
    private static ImmutableArray<(Quantity Value, Span Span, bool Whole)> Lengths(
        Telling telling,
        Occurrence? occurrence,
        IEnumerable<Span> others
    )
    {
        var found = ImmutableArray.CreateBuilder<(Quantity, Span, bool)>();
        foreach (var sentence in telling.Text.Sentences.Where(sentence => sentence.Role != SentenceRole.Elsewhere))
        {
            var tells = occurrence?.Mentions.Any(mention => mention.Document == telling.Id && sentence.Span.Contains(mention.Span)) == true;
            for (var i = sentence.FirstToken; i < sentence.EndToken && !tells; i++)
                tells = telling.Text.Tokens[i].Lemma is "last" || EventMention.IsContactWord(telling.Text.Tokens[i].Lemma);
            if (!tells || !IsOfThis(telling, sentence.Span, occurrence, others))
                continue;
            foreach (var quantity in Quantities.In(telling.Text, sentence.FirstToken, sentence.EndToken))
                if (quantity.Unit == "minute" && quantity.Low >= 5 && !Since(telling.Text, quantity.Span))
                    found.Add(
                        (
                            quantity,
                            sentence.Span,
                            AccountWords.InAll.Any(words =>
                                sentence.Span.In(telling.Words).Contains(words, StringComparison.OrdinalIgnoreCase)
                            )
                        )
                    );
        }

        return found.ToImmutable();
    }

    // "three hours", "four hours in all": with the lunch it was longer.
    private static bool IsPart((Quantity Value, Span Span, bool Whole) part, (Quantity Value, Span Span, bool Whole) whole) =>
        !part.Whole && whole.Whole && part.Value.Low <= whole.Value.High;

    // "within 48 hours", "hours after": a distance in time, and no length.
    private static bool Since(ParsedText text, Span words)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Span.End < words.Start - 12 || text.Tokens[i].Span.Start > words.End + 8)
                continue;
            if (text.Tokens[i].Lemma is "after" or "before" or "within" or "past" or "ago" or "later" or "earlier")
                return true;
        }

        return false;
    }

    private static ComparisonRow Row(
        string topic,
        ImmutableArray<Telling> tellings,
        ImmutableArray<ImmutableArray<Span>> spans,
        bool differ,
        ImmutableArray<string> terms,
        string why
    )
    {
        var cells = tellings
            .Select(
                (telling, i) =>
                    spans[i].Length > 0
                        ? new ComparisonCell(
                            telling.Id,
                            SilenceState.Mentions,
                            spans[i][0].In(telling.Words).ToString(),
                            [.. spans[i].Distinct()],
                            null
                        )
                        : new ComparisonCell(
                            telling.Id,
                            SilenceState.Silent,
                            null,
                            [],
                            new Check(terms, "no sentence of the account tells it")
                        )
            )
            .ToImmutableArray();
        var raise = cells.Count(cell => cell.Raises);
        var relation =
            differ ? RowRelation.Contradicting
            : raise == 1 ? RowRelation.OnlyOne
            : raise < cells.Length ? RowRelation.Some
            : RowRelation.Agreed;
        return new ComparisonRow(
            topic,
            null,
            relation,
            differ ? 1
                : raise < cells.Length ? 0.45
                : 0,
            cells,
            why
        );
    }
}
