using System.Diagnostics;

namespace Chancery.Tests.Cli;

/// <summary>Runs the real command as a process.</summary>
internal static class CommandLine
{
    // A bound on a command that hangs, not on one that is slow on a loaded machine.
    private const int Patience = 600_000;

    public static Outcome Run(params string[] arguments) => Run([], "", arguments);

    public static Outcome Run((string Name, string Value)[] environment, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "chancery.exe" : "chancery"),
            arguments
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = House.Repository.Root,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The command may end without reading its input.
        }

        Assert.True(process.WaitForExit(Patience), "the command did not end");
        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), complaints.GetAwaiter().GetResult());
    }

    /// <summary>Starts the command and leaves it running; what it says is thrown away.</summary>
    public static Process Start(params string[] arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "chancery.exe" : "chancery"),
                arguments
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = House.Repository.Root,
            }
        )!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    internal sealed record Outcome(int Code, string Output, string Complaints);
}
