using System.Globalization;
using Chancery.Reading;
using Chancery.Reading.Naming;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>
/// Learns what names name: <c>names VECTORS OUT KNOWLEDGE LISTS TRAIN.conllu --held EVEN.bin ODD.bin --names NAMES.txt... --raw EVERY
/// FIRST RAW.txt...</c>, from the names of a treebank and of other sentences, as the fast reader sees them, from names in lists and from
/// those in raw text that the lists tell. What the network says of a name is weighed by readers that have not seen its sentence: the first of the two learnt from the documents
/// of even number, the second from the others (<c>reader</c>, <c>--half</c>).
/// </summary>
internal static class NameVerb
{
    public static int Run(string[] arguments)
    {
        var vectors = new PinnedFile(arguments[0]).Vectors();
        var listing = NameListing.Read(arguments[3], arguments[2], vectors);
        var cases = new NameCases(listing.Lexicon());
        NameShares[] held = [.. After(arguments, "--held").Select(path => new NameShares(new PinnedFile(path).Network(vectors)))];
        var documents = TreebankDocument.Read(File.ReadLines(arguments[4])).ToList();
        for (var half = 0; half < 2; half++)
            cases.Add(
                documents.Where((_, i) => i % 2 == half).SelectMany(d => d.Sentences).Select(s => (s.Forms, Labels(s))),
                held[1 - half]
            );
        var others = After(arguments, "--names").SelectMany(NameFile.Read).Select(s => (s.Words, Labels(s.Names, s.Words.Length))).ToList();
        for (var half = 0; half < 2; half++)
            cases.Add(others.Where((_, i) => i % 2 == half), held[half]);
        var labelled = cases.All.Count;
        cases.AddListed(listing);
        var raw = After(arguments, "--raw");
        int every = int.Parse(raw[0], CultureInfo.InvariantCulture),
            first = int.Parse(raw[1], CultureInfo.InvariantCulture);
        cases.AddRaw(raw[2..].SelectMany(File.ReadLines).Where((_, i) => i % every == first).Select(line => line.Split(' ')));

        var learner = new NameLearner(cases.All);
        Write(arguments[1], listing, learner);
        Console.WriteLine(
            $"{listing.Keys.Length} names in lists, {labelled} labelled names, {cases.All.Count - labelled} of lists and raw text, {learner.Keys.Length} features"
        );
        return 0;
    }

    private static string[] After(string[] arguments, string flag) =>
        [.. arguments.SkipWhile(a => a != flag).Skip(1).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];

    private static List<(int First, int End, int Choice)> Labels(ConlluSentence sentence) =>
        [
            .. EntityLayer.Names(sentence).Select(n => (n.FirstToken, n.EndToken, (int)n.Type)),
            .. EntityLayer.Times(sentence).Select(t => (t.First, t.End, NameTyper.Types)),
        ];

    private static List<(int First, int End, int Choice)> Labels(Targets marks, int length)
    {
        var names = new List<(int First, int End, int Choice)>();
        for (var i = 0; i < length; i++)
        {
            int mark = marks.Choice(i)[0],
                end = i + 1;
            if (!NameMarks.IsBegin(mark))
                continue;
            while (end < length && marks.Choice(end)[0] == mark + 1)
                end++;
            names.Add((i, end, (int)NameMarks.TypeOf(mark)));
        }

        return names;
    }

    private static void Write(string path, NameListing listing, NameLearner learner)
    {
        var (features, network) = learner.Whole();
        using var file = File.Create(path);
        var writer = new WeightsWriter(file);
        writer.Integer(NameTyper.Format);
        writer.Integer(listing.Keys.Length);
        writer.Integer(learner.Keys.Length);
        writer.Part<uint>(listing.Keys);
        writer.Part<ushort>(listing.Lists);
        writer.Part<byte>(listing.Senses);
        writer.Part<short>(network);
        writer.Part<uint>(learner.Keys);
        writer.Part<sbyte>(features);
    }
}
