using Chancery.Record;

namespace Chancery.Actors;

/// <summary>An actor as event data codes it.</summary>
/// <param name="Words">The words that name it.</param>
/// <param name="Entity">Who is meant, or null where nobody is known or described.</param>
/// <param name="Country">ISO 3166-1 alpha-3 of its state; <c>IGO</c> for an organisation of states; empty where nothing tells.</param>
/// <param name="Sector">PLOVER's sector: GOV, MIL, LEG, JUD, COP, SPY, PTY, OPP, REB, MED, BUS, EDU, CVL, CRM, REL, NGO, IGO, ELI; empty for a state or where nothing tells.</param>
public readonly record struct CodedActor(string Words, Entity? Entity, string Country, string Sector);
