using System.Diagnostics;
using System.Globalization;

namespace Chancery.Cli.Commands;

/// <summary>Says on the standard error how far long work has come: on one line of a terminal, or a line every thousand documents in a file.</summary>
internal sealed class Progress(TextWriter report, bool terminal)
{
    private const int Milestone = 1000;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private long _shown;
    private bool _open;

    /// <summary>The number of documents done.</summary>
    public int Done { get; private set; }

    /// <summary>Counts a document.</summary>
    public void Step()
    {
        Done++;
        if (terminal ? _since.ElapsedMilliseconds - _shown < 500 : Done % Milestone != 0)
            return;
        _shown = _since.ElapsedMilliseconds;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{Done} documents, {Done / Math.Max(0.001, _since.Elapsed.TotalSeconds):0} a second"
        );
        if (terminal)
            report.Write("\r" + line + "    ");
        else
            report.WriteLine(line);
        _open = terminal;
    }

    /// <summary>Leaves the line, before anything else is said.</summary>
    public void Leave()
    {
        if (_open)
            report.WriteLine();
        _open = false;
    }
}
