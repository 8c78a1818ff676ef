using Chancery.Record;

namespace Chancery.Archive;

/// <summary>The archive cannot do what was asked; <see cref="Problem"/> names the file, the place and the mend, with a code.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>Wraps the problem that stopped the work.</summary>
    public ArchiveException(Problem problem, Exception? inner = null)
        : base(problem?.ToString(), inner) => Problem = problem ?? throw new ArgumentNullException(nameof(problem));

    /// <summary>What is wrong, where, and what to do.</summary>
    public Problem Problem { get; }
}
