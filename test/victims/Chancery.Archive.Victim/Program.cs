using System.Diagnostics;
using System.Globalization;
using Chancery.Archive;
using Chancery.Archive.Tests;

// write ARCHIVE FIRST COUNT PHASE NTH | compact ARCHIVE PHASE NTH: works, tells each phase on a line, and kills itself as kill -9 would when it comes to the
// named phase for the n-th time. The phase "-" is never reached.
var (phase, nth) = (args[^2], int.Parse(args[^1], CultureInfo.InvariantCulture));
var gate = new Lock();
void Reach(string reached)
{
    lock (gate)
    {
        Console.Out.WriteLine(reached);
        if (reached == phase && --nth == 0)
            Process.GetCurrentProcess().Kill();
    }
}

if (args[0] == "write")
{
    // Eight documents a segment, so that a hundred make a dozen segments.
    const int CharactersPerSegment = 640;
    using var writer = ArchiveWriter.Open(args[1], Records.First, TimeProvider.System, Reach, CharactersPerSegment);
    int first = int.Parse(args[2], CultureInfo.InvariantCulture),
        count = int.Parse(args[3], CultureInfo.InvariantCulture);
    for (var number = first; number < first + count; number++)
    {
        var (document, entries) = Records.Of(number);
        writer.Add(document, entries);
    }

    writer.Complete();
}
else
{
    Compaction.Run(args[1], 1, Reach);
}

return 0;
