using Chancery.Actors;
using Chancery.Cli.Evaluation;
using Chancery.Dating;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Training.Actors;

/// <summary>
/// Makes rows of <c>training/mention-confidence.csv</c> from texts whose mentions are marked: <c>mention-features OUT.csv LOT=FOLDER... [--mended LOT=FOLDER...]</c>.
/// Nothing of the texts stays in them but what speaks for and against each answer and whether it was right. A lot after <c>--mended</c> is one on which rules
/// were mended.
/// </summary>
internal static class MentionFeaturesVerb
{
    public static int Run(string[] arguments)
    {
        var clerk = new Clerk(NeuralReader.Load(ReaderSize.Fast));
        var mended = false;
        using var output = new StreamWriter(arguments[0]) { NewLine = "\n" };
        output.WriteLine(MentionAnswer.Heading);
        foreach (var argument in arguments.Skip(1))
        {
            if (argument == "--mended")
            {
                mended = true;
                continue;
            }

            var (lot, folder) = (argument[..argument.IndexOf('=')], argument[(argument.IndexOf('=') + 1)..]);
            foreach (var labelled in LabelledText.At(folder))
                foreach (var answer in Answers(lot, mended, labelled, clerk))
                    output.WriteLine(answer.Line);
        }

        return 0;
    }

    private static IEnumerable<MentionAnswer> Answers(string lot, bool mended, LabelledText labelled, Clerk clerk)
    {
        var dossier = clerk.Read(Document.Of(labelled.Text, labelled.Name, published: labelled.Published));
        var date = DocumentDating.Date(dossier.Text);
        var cast = ActorReader.Resolve(dossier.Text, date);
        var around = new MentionSurroundings(dossier.Text, cast, date, World.Default);
        var matching = new MentionMatching(labelled, AnsweredMention.Of(dossier.Text, cast));
        foreach (var gold in labelled.Mentions.Where(static gold => gold.Counts))
            if (matching.Of(gold) is { Entities.IsEmpty: false } mention)
                yield return new(
                    lot,
                    mended,
                    gold.Form,
                    mention.Rule,
                    MentionMatching.IsRight(gold, mention) ? MentionAnswer.Right : MentionAnswer.Wrong,
                    Values(around, mention.Index)
                );
            else
                yield return new(lot, mended, gold.Form, "", MentionAnswer.Open, new double[MentionEvidence.Names.Length]);
        foreach (var mention in matching.Spurious)
            yield return new(lot, mended, "", mention.Rule, MentionAnswer.Spurious, Values(around, mention.Index));
    }

    private static double[] Values(MentionSurroundings around, int mention)
    {
        var values = new double[MentionEvidence.Names.Length];
        new MentionEvidence(around, mention).Write(values);
        return values;
    }
}
