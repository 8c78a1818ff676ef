namespace Chancery.Cli.Commands;

/// <summary>What the command tells its caller.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Findings = 1;
    public const int Usage = 2;
    public const int BadInput = 3;

    /// <summary>Stopped by the user, as shells count it.</summary>
    public const int Stopped = 130;
}
