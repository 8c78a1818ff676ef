using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>Two labellings of whose words a report gives where, word by word.</summary>
internal static class ReportedAgreement
{
    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var texts = Agreement.ByName(first, LabelledReport.At(first), report => report.Name);
        int all = 0,
            same = 0,
            either = 0,
            both = 0;
        foreach (var report in LabelledReport.At(second))
        {
            if (!texts.TryGetValue(report.Name, out var one) || one.Text != report.Text)
                throw new InvalidDataException($"{second}: {report.Name} is not a text of the first labelling.");
            foreach (var word in TopicWord.Cut(report.Text, new Span(0, report.Text.Length)))
            {
                var (mine, theirs) = (one.Of(word.Span), report.Of(word.Span));
                all++;
                either += mine.Length + theirs.Length > 0 ? 1 : 0;
                both += mine.Length > 0 && theirs.Length > 0 ? 1 : 0;
                if (mine.ToHashSet(StringComparer.Ordinal).SetEquals(theirs))
                    same++;
                else
                    differences.WriteLine(
                        string.Join(
                            '\t',
                            report.Name,
                            string.Join('+', mine),
                            string.Join('+', theirs),
                            word.Span.In(report.Text).ToString()
                        )
                    );
            }
        }

        return [new("words_same", Agreement.Share(same, all)), new("marked_by_both", Agreement.Share(both, either)), new("n", all)];
    }
}
