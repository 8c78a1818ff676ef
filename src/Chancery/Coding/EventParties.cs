using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Who takes part in an event, and by what it is known.</summary>
/// <param name="Actors">Who does it.</param>
/// <param name="Recipients">To whom.</param>
/// <param name="Happening">The happening of the knowledge pack that it is, or null.</param>
/// <param name="Earlier">The index of the fuller mention that it goes back to, or -1.</param>
internal readonly record struct EventParties(
    ImmutableArray<Entity> Actors,
    ImmutableArray<Entity> Recipients,
    NamedEvent? Happening,
    int Earlier
);
