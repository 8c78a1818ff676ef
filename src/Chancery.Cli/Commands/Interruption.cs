using System.Runtime.InteropServices;

namespace Chancery.Cli.Commands;

/// <summary>Turns the first Ctrl-C, or the first request of the system to end, into a wish that work heeds at its next step; the second ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _wish = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Heed), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Heed)];

    /// <summary>Whether somebody wishes the work to end.</summary>
    public bool Wished => _wish.IsCancellationRequested;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _wish.Dispose();
    }

    private void Heed(PosixSignalContext signal)
    {
        if (Wished)
            return;
        signal.Cancel = true;
        _wish.Cancel();
    }
}
