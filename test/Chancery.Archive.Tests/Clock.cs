namespace Chancery.Archive.Tests;

/// <summary>A clock that stands.</summary>
internal sealed class Clock(int year, int month, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
