using System.Globalization;
using Chancery.Actors;
using Chancery.Record;

namespace Chancery.Training.Actors;

/// <summary>
/// One row of <c>training/mention-confidence.csv</c>: an answer to the question who is meant by a phrase, or a labelled phrase that got none, without the words.
/// </summary>
/// <param name="Lot">What was collected together.</param>
/// <param name="IsMended">Whether rules were mended on the text of the answer, which makes it kinder than others.</param>
/// <param name="Form">The letter of the labelled form; empty where nobody is labelled.</param>
/// <param name="Rule">The rule that gave the answer; empty where there is none.</param>
/// <param name="Outcome">One of the outcomes below.</param>
/// <param name="Values">What speaks for and against it, in the order of <see cref="MentionEvidence.Names"/>.</param>
internal sealed record MentionAnswer(string Lot, bool IsMended, string Form, string Rule, string Outcome, double[] Values)
{
    /// <summary>The answer is that of the label.</summary>
    public const string Right = "right";

    /// <summary>The answer is another than that of the label.</summary>
    public const string Wrong = "wrong";

    /// <summary>The answer stands where nobody is labelled.</summary>
    public const string Spurious = "spurious";

    /// <summary>A labelled phrase has no answer.</summary>
    public const string Open = "open";

    /// <summary>Whether there is an answer.</summary>
    public bool IsAnswer => Outcome != Open;

    /// <summary>Whether somebody is labelled.</summary>
    public bool IsLabelled => Outcome != Spurious;

    /// <summary>The heading of the table.</summary>
    public static string Heading => "lot,mended,form,rule,outcome," + string.Join(',', MentionEvidence.Names);

    /// <summary>The row as it is written; what is 0 is left empty.</summary>
    public string Line =>
        string.Join(
            ',',
            (string[])
                [
                    Lot,
                    IsMended ? "1" : "0",
                    Form,
                    Rule,
                    Outcome,
                    .. Values.Select(static value => Math.Abs(value) < .0005 ? "" : value.ToString("0.###", CultureInfo.InvariantCulture)),
                ]
        );

    /// <summary>The rows of a table. Columns are found by their names, and what is no evidence any more is passed over.</summary>
    /// <exception cref="FormatException">A piece of evidence has no column.</exception>
    public static List<MentionAnswer> Read(string path)
    {
        var heading = File.ReadLines(path).First().Split(',');
        var columns = MentionEvidence
            .Names.Select(name =>
                Array.IndexOf(heading, name) is var at and >= 0
                    ? at
                    : throw new FormatException($"{path} has no column \"{name}\": make its rows anew with mention-features.")
            )
            .ToArray();
        return
        [
            .. EmbeddedTable
                .Rows(new StringReader(File.ReadAllText(path)), path)
                .Select(row => new MentionAnswer(
                    row[0],
                    row[1] == "1",
                    row[2],
                    row[3],
                    row[4],
                    [.. columns.Select(at => row[at].Length == 0 ? 0 : double.Parse(row[at], CultureInfo.InvariantCulture))]
                )),
        ];
    }
}
