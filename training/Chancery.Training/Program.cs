using Chancery.Training;
using Chancery.Training.Accounts;
using Chancery.Training.Actors;
using Chancery.Training.Attribution;
using Chancery.Training.Coding;
using Chancery.Training.Lexis;
using Chancery.Training.Reading;

// One line a verb: its name, what follows it, what it does.
Verb[] verbs =
[
    new("vectors", "RAW... OUT", WordVectorVerb.Run),
    new(
        "reader",
        "VECTORS OUT HIDDEN EPOCHS SEED TRAIN.conllu... [--from START.bin] [--teachers TEACHER.bin... --raw EVERY FIRST RAW.txt... --names NAMES.txt...] [--half HALF] [--sentence-dropout]",
        ReaderVerb.Run
    ),
    new("average", "VECTORS OUT READER.bin...", AverageVerb.Run),
    new(
        "names",
        "VECTORS OUT KNOWLEDGE LISTS TRAIN.conllu --held EVEN.bin ODD.bin --names NAMES.txt... --raw EVERY FIRST RAW.txt...",
        NameVerb.Run
    ),
    new("boundaries", "OUT TRAIN.conllu...", BoundaryVerb.Run),
    new("attribution", "OUT EPOCHS INPUT HIDDEN TRAIN [DEV]", AttributionVerb.Run),
    new("events", "OUT.csv PLOVER.tsv [cross]", EventVerb.Run),
    new("occurrences", "OUT.csv FOLDER... [--cross]", OccurrenceVerb.Run),
    new("alignment", "OUT.csv ALIGNED.csv FOLDER...", AlignmentVerb.Run),
    new("mention-features", "OUT.csv LOT=FOLDER... [--mended LOT=FOLDER...]", MentionFeaturesVerb.Run),
    new("confidence", "OUT.csv TABLE.csv [FURTHER.csv...]", ConfidenceVerb.Run),
    new("lemmas", "OUT.csv TRAIN.conllu...", LemmaVerb.Run),
];

var verb = args.Length == 0 ? null : Array.Find(verbs, v => v.Name == args[0]);
if (verb is not null)
    return verb.Run(args.AsMemory(1).ToArray());
foreach (var known in verbs)
    Console.Error.WriteLine($"{known.Name} {known.Arguments}");
return 2;
