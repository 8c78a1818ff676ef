using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>Somebody did something to somebody: one mention of an event, coded by PLOVER with CAMEO beside it.</summary>
public sealed record Event : Entry
{
    /// <inheritdoc/>
    public override string Kind => "event";

    /// <summary>PLOVER's type.</summary>
    public required EventType Type { get; init; }

    /// <summary>PLOVER's mode, such as <c>visit</c> or <c>phone</c>; null where none applies.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER's contexts that the event's own words show.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>The CAMEO code, two to four digits as text.</summary>
    public string? Cameo { get; init; }

    /// <summary>The Goldstein-style score from the cited table, from -10 to 10.</summary>
    public double? Score { get; init; }

    /// <summary>verbal-cooperation, material-cooperation, verbal-conflict or material-conflict.</summary>
    public string? Quad { get; init; }

    /// <summary>Who did it; all who took part where there is no doer and done-to.</summary>
    public ImmutableArray<Entity> Actors { get; init; } = [];

    /// <summary>To whom; the host for a visit.</summary>
    public ImmutableArray<Entity> Recipients { get; init; } = [];

    /// <summary>When.</summary>
    public DateValue Date { get; init; } = DateValue.Unknown;

    /// <summary>Where.</summary>
    public Entity? Place { get; init; }

    /// <summary>With what it was done; null where the words name no means.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>Who was harmed.</summary>
    public ImmutableArray<Casualties> Casualties { get; init; } = [];
}
