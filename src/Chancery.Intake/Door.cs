using System.Text;
using Chancery.Record;

namespace Chancery.Intake;

/// <summary>
/// Where documents come in: files, folders (all below them, in ordinal order) and the standard input as <c>-</c>. What cannot be let in
/// is turned away with a coded reason and never stops the others. Documents come one at a time, so memory does not grow with the corpus.
/// </summary>
public sealed class Door(Declared given, Func<Stream> standardInput)
{
    /// <summary>The largest file that is taken whole; files of many documents are read row by row and have no limit.</summary>
    public const long LargestText = 64 << 20;

    private static readonly string[] Endings =
    [
        ".txt",
        ".md",
        ".html",
        ".htm",
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".xml",
        ".rss",
        ".atom",
    ];

    /// <summary>Everything behind the paths, in the order given.</summary>
    public IEnumerable<Arrival> Receive(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path == "-")
                foreach (var arrival in Guarded("-", () => Whole(standardInput(), "-", ".txt")))
                    yield return arrival;
            else if (Directory.Exists(path))
                foreach (var arrival in Folder(path))
                    yield return arrival;
            else
                foreach (var arrival in OneFile(path))
                    yield return arrival;
        }
    }

    private IEnumerable<Arrival> Folder(string path)
    {
        string[] files;
        Problem? refusal = null;
        try
        {
            // README files tell of a corpus and are no part of it.
            files =
            [
                .. Directory
                    .EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                    .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
                    .Where(file => !Path.GetFileNameWithoutExtension(file).Equals("README", StringComparison.OrdinalIgnoreCase))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            files = [];
            refusal = Refusals.Unreadable(path, error.Message);
        }

        if (files.Length == 0)
            yield return Arrival.Refused(refusal ?? Refusals.Barren(path));
        foreach (var file in files)
            foreach (var arrival in OneFile(file))
                yield return arrival;
    }

    private IEnumerable<Arrival> OneFile(string path) =>
        Guarded(
            path,
            () =>
            {
                var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
                var ending = Path.GetExtension(path).ToLowerInvariant();
                return ending switch
                {
                    ".jsonl" or ".ndjson" => Rows(stream, reader => JsonRecords.Lines(reader, path, given)),
                    ".csv" => Rows(stream, reader => TableRows.Read(reader, ',', path, given)),
                    ".tsv" => Rows(stream, reader => TableRows.Read(reader, '\t', path, given)),
                    _ => Whole(stream, path, ending),
                };
            }
        );

    private static IEnumerable<Arrival> Rows(Stream stream, Func<TextReader, IEnumerable<Arrival>> read)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        foreach (var arrival in read(reader))
            yield return arrival;
    }

    private IEnumerable<Arrival> Whole(Stream stream, string path, string ending)
    {
        using var opened = stream;
        if (stream.CanSeek && stream.Length > LargestText)
            return [Arrival.Refused(Refusals.TooLarge(path, LargestText))];
        using var held = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            held.Write(chunk, 0, read);
            if (held.Length > LargestText)
                return [Arrival.Refused(Refusals.TooLarge(path, LargestText))];
        }

        if (held.Length == 0)
            return [Arrival.Refused(Refusals.Empty(path))];
        var (text, problem) = TextDecoding.Decode(held.GetBuffer().AsSpan(0, (int)held.Length), path);
        if (text is null)
            return [Arrival.Refused(problem!)];
        if (string.IsNullOrWhiteSpace(text))
            return [Arrival.Refused(Refusals.Empty(path))];
        return ending switch
        {
            ".json" => JsonRecords.Objects(text, path, given),
            ".xml" or ".rss" or ".atom" => Feed.Read(text, path, given),
            ".html" or ".htm" => [Made(HtmlPage.Read(text, path), path, problem)],
            _ => [Made(SidecarHeader.Split(text, path), path, problem)],
        };
    }

    private Arrival Made((Declared Declared, string Text) found, string path, Problem? problem) =>
        string.IsNullOrWhiteSpace(found.Text)
            ? Arrival.Refused(Refusals.Empty(path))
            : Arrival.Of(found.Declared.Or(given).On(found.Text, path, problem is null ? [] : [problem]));

    private static IEnumerable<Arrival> Guarded(string path, Func<IEnumerable<Arrival>> open)
    {
        IEnumerator<Arrival>? arrivals = null;
        try
        {
            for (; ; )
            {
                Arrival? arrival;
                try
                {
                    arrivals ??= open().GetEnumerator();
                    arrival = arrivals.MoveNext() ? arrivals.Current : null;
                }
                catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
                {
                    arrival = Arrival.Refused(Refusals.Missing(path));
                }
                catch (Exception error)
                    when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
                {
                    arrival = Arrival.Refused(Refusals.Unreadable(path, error.Message));
                }

                if (arrival is null)
                    yield break;
                yield return arrival;
                if (arrival.Refusal?.Code is "CH1001" or "CH1002")
                    yield break;
            }
        }
        finally
        {
            arrivals?.Dispose();
        }
    }
}
