using System.CommandLine;
using System.Globalization;
using Chancery.Archive;
using Chancery.Knowledge;

namespace Chancery.Cli.Commands;

/// <summary>The options that the commands on an archive share, and how its problems reach the caller.</summary>
internal static class ArchiveOption
{
    public static Option<string> Create() => new("--archive", "-a") { Description = "The folder of the archive.", Required = true };

    /// <summary>The option that names the printed form of a table.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "How to print the answer.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Rendering.Listing.Forms);
        return format;
    }

    /// <summary>The option that says by which rule mentions are one thing.</summary>
    public static Option<string?> Rule()
    {
        var rule = new Option<string?>("--rule")
        {
            Description =
                $"By which rule mentions are one thing: {DyadReading.Fine} reads the documents again (for up to {DyadReading.Most} of them unless it is asked for), {DyadReading.Coarse} goes by kind, type, mode, status and days.",
        };
        rule.AcceptOnlyFromAmong(DyadReading.Coarse, DyadReading.Fine);
        return rule;
    }

    /// <summary>The option that opens the archive as it was.</summary>
    public static Option<string?> AsOf()
    {
        var asOf = new Option<string?>("--as-of")
        {
            Description =
                "The archive as it was at the end of a day (2024-02-08), at a moment (2024-02-08T12:00Z), or as one generation read it (g-...).",
        };
        asOf.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !IsGeneration(token.Value) && Moment(token.Value) is null)
                result.AddError("--as-of takes a day such as 2024-02-08, a moment such as 2024-02-08T12:00Z, or the id of a generation.");
        });
        return asOf;
    }

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                if (
                    DateOnly.TryParseExact(
                        result.Tokens[0].Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                    return day;
                result.AddError($"{name} takes a day such as 2024-02-08.");
                return null;
            },
        };

    /// <summary>An argument that names a state.</summary>
    public static Argument<string> State(string name)
    {
        var state = new Argument<string>(name) { Description = "A state: its ISO 3166-1 code (KEN) or its name (Kenya)." };
        state.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && Code(token.Value) is null)
                result.AddError($"'{token.Value}' is no state that is known: give its ISO 3166-1 code or its name.");
        });
        return state;
    }

    /// <summary>The ISO code of a state given by code or name; null where there is none.</summary>
    public static string? Code(string state)
    {
        var code = state.ToUpperInvariant();
        return World.Default.Find("state/" + code) is not null ? code : World.Default.Named(state)?.State;
    }

    /// <summary>Opens the archive as the user asked.</summary>
    public static ArchiveReader Open(string path, string? asOf) =>
        asOf is { } when && IsGeneration(when) ? ArchiveReader.Open(path, generation: when) : ArchiveReader.Open(path, Moment(asOf));

    public static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (ArchiveException e)
        {
            Console.Error.WriteLine($"error {e.Problem}");
            return ExitCode.BadInput;
        }
    }

    private static bool IsGeneration(string asOf) => asOf.StartsWith("g-", StringComparison.Ordinal);

    private static DateTimeOffset? Moment(string? written)
    {
        if (written is null)
            return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-10);
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
    }
}
