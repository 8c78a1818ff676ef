using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Intake;

namespace Chancery.Cli.Commands;

/// <summary>Receives documents and reads them, for the commands that look across documents. What cannot be received is told on the standard error.</summary>
internal static class TellingDoor
{
    /// <summary>The documents in the order given, each once; null where something was refused.</summary>
    public static ImmutableArray<Telling>? Read(Clerk clerk, string[] paths)
    {
        var read = ImmutableArray.CreateBuilder<Telling>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var refused = false;
        foreach (var arrival in new Door(new Declared(), Console.OpenStandardInput).Receive(paths))
        {
            foreach (var problem in arrival.Document?.Problems ?? [])
                Console.Error.WriteLine($"warning {problem}");
            if (arrival.Refusal is { } refusal)
            {
                Console.Error.WriteLine($"error {refusal}");
                refused = true;
            }
            else if (arrival.Document is { } document && seen.Add(document.Id))
                read.Add(clerk.Read(document).Telling);
        }

        return refused ? null : read.ToImmutable();
    }
}
