using Chancery.Accounts;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores how a report is parted into the accounts that it gives, word by word: of the words laid to a side how many are its own, of its own how many
/// are laid to it. Titles, datelines and marks of punctuation do not count.
/// </summary>
internal static class ReportedScore
{
    /// <summary>The figures; <paramref name="misses"/> gets a line a run of words that is not right.</summary>
    public static IReadOnlyList<Figure> Of(string path, IReader reader, TextWriter misses)
    {
        var clerk = new Clerk(reader);
        int laid = 0,
            own = 0,
            right = 0,
            all = 0,
            same = 0,
            reports = 0,
            parted = 0;
        foreach (var labelled in LabelledReport.At(path))
        {
            reports++;
            var telling = clerk.Read(Document.Of(labelled.Text, labelled.Name)).Telling;
            var accounts = ReportedAccounts.Of(telling);
            parted += accounts.IsEmpty ? 0 : 1;
            var runs = new List<(string Kind, Span Words)>();
            foreach (var sentence in telling.Text.Sentences.Where(sentence => sentence.Role is SentenceRole.Body or SentenceRole.Item))
                for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
                {
                    if (telling.Text.Tokens[token].Tag is UniversalTag.PUNCT or UniversalTag.SYM)
                        continue;
                    var word = telling.Text.Tokens[token].Span;
                    var sides = labelled.Of(word);
                    var found = accounts.Where(account => Holds(account, token)).ToList();
                    var met = found.Count(account => sides.Any(side => Is(side, account.By)));
                    (laid, own, right, all) = (laid + found.Count, own + sides.Length, right + met, all + 1);
                    if (met == sides.Length && met == found.Count)
                    {
                        same++;
                        continue;
                    }

                    var kind =
                        $"{string.Join('+', sides)} > {string.Join('+', found.Select(account => account.By.State ?? account.By.Name))}";
                    if (runs is [.., var last] && last.Kind == kind && word.Start - last.Words.End < 4)
                        runs[^1] = (kind, last.Words.Cover(word));
                    else
                        runs.Add((kind, word));
                }

            foreach (var (kind, words) in runs)
                misses.WriteLine($"{labelled.Name}\t{kind}\t{words.In(labelled.Text).ToString().ReplaceLineEndings(" ")}");
        }

        return
        [
            new("precision", Agreement.Share(right, laid)),
            new("recall", Agreement.Share(right, own)),
            new("f1", Agreement.Harmonic(right, laid, own)),
            new("words_right", Agreement.Share(same, all)),
            new("parted", Agreement.Share(parted, reports)),
            new("words", all),
            new("n", reports),
        ];
    }

    private static bool Holds(ReportedAccount account, int token) =>
        account.Telling.Text.Sentences[account.Telling.Text.SentenceOf(token)].Role != SentenceRole.Elsewhere;

    private static bool Is(string label, Entity side) =>
        label.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? label[(colon + 1)..].Equals(side.Name, StringComparison.OrdinalIgnoreCase)
            : side.State == label;
}
