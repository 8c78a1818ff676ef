using Chancery.Knowledge;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Two labellings of the same marked phrases: who is meant, as <see cref="MentionIdentity"/> tells, and whether a state's or capital's name acts
/// or is a place. Phrases that one of them leaves open (<c>?</c>, <c>-</c>) are counted apart.
/// </summary>
internal static class MentionAgreement
{
    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var texts = Agreement.ByName(first, LabelledText.At(first), text => text.Name);
        int all = 0,
            named = 0,
            same = 0,
            openOnce = 0,
            openTwice = 0,
            either = 0,
            eitherSame = 0,
            both = 0,
            bothSame = 0;
        foreach (var text in LabelledText.At(second))
        {
            if (
                !texts.TryGetValue(text.Name, out var one)
                || one.Text != text.Text
                || !one.Mentions.Select(mention => mention.Span).SequenceEqual(text.Mentions.Select(mention => mention.Span))
            )
                throw new InvalidDataException($"{second}: {text.Name} is not the text of the first labelling with its marks.");
            foreach (var (mine, theirs) in one.Mentions.Zip(text.Mentions))
            {
                all++;
                var (who, reading) = (true, true);
                if (mine.Counts && theirs.Counts)
                {
                    named++;
                    who = MentionIdentity.Same(mine.Who, theirs.Who);
                    same += who ? 1 : 0;
                }
                else if (mine.Counts || theirs.Counts)
                {
                    who = false;
                    openOnce++;
                }
                else
                {
                    openTwice++;
                }

                if ((mine.Reading.Length > 0 || theirs.Reading.Length > 0) && mine.Who.Concat(theirs.Who).Any(IsStateOrCapital))
                {
                    reading = mine.Reading == theirs.Reading;
                    either++;
                    eitherSame += reading ? 1 : 0;
                    if (mine.Reading.Length > 0 && theirs.Reading.Length > 0)
                    {
                        both++;
                        bothSame += reading ? 1 : 0;
                    }
                }

                if (!who || !reading)
                    differences.WriteLine(
                        string.Join('\t', who ? "reading" : "who", Label(mine), Label(theirs), mine.Span.In(one.Text).ToString(), text.Name)
                    );
            }
        }

        return
        [
            new("entity", Agreement.Share(same, named)),
            new("named_by_both.n", named),
            new("left_open_by_one.n", openOnce),
            new("left_open_by_both.n", openTwice),
            new("reading", Agreement.Share(eitherSame, either)),
            new("read_by_either.n", either),
            new("reading_where_both", Agreement.Share(bothSame, both)),
            new("read_by_both.n", both),
            new("n", all),
        ];
    }

    private static string Label(LabelledMention mention) => $"{string.Join('+', mention.Who)} {mention.Reading}".TrimEnd();

    private static bool IsStateOrCapital(string label)
    {
        if (label[0] != '=')
            return label.Length == 3 && label.All(char.IsAsciiLetterUpper);
        return World.Default.Named(label[1..]) is { } known
            && (
                known.Id.StartsWith("state/", StringComparison.Ordinal)
                || known.State is { } state && World.Default.CapitalOf(state)?.Id == known.Id
            );
    }
}
