namespace Chancery.Record;

/// <summary>The sixteen event types of PLOVER (manual of 2022). The names are the published codes.</summary>
#pragma warning disable CS1591 // Each member is PLOVER's code; docs/codebook.md defines them.
public enum EventType
{
    AGREE,
    CONSULT,
    SUPPORT,
    CONCEDE,
    COOPERATE,
    AID,
    RETREAT,
    REQUEST,
    ACCUSE,
    REJECT,
    THREATEN,
    PROTEST,
    SANCTION,
    MOBILIZE,
    COERCE,
    ASSAULT,
}
