using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Gives the words for an actor their country and sector, as of a day ("Egypt's former foreign minister", "Police (Mexico)").</summary>
public static class ActorCoder
{
    /// <summary>Codes one string. The day decides who holds an office; without one the newest known holder counts. The world is the engine's where none is given.</summary>
    public static CodedActor Code(string words, DateOnly? day, IReader reader, World? world = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(reader);
        world ??= World.Default;
        // "Police (Mexico)": event data puts the country behind.
        if (Bracketed(words) is { } bracketed && StateOf(bracketed.Inner, world) is { Length: > 0 } state)
        {
            var coded = Plain(world.AdjectiveOf(state) + " " + Sentence(bracketed.Outer), day, reader, world);
            var sector =
                coded.Entity is { Type: not (EntityType.State or EntityType.Place) } found
                && !found.Id.StartsWith("unknown/", StringComparison.Ordinal)
                && found.State == state
                    ? coded.Sector
                    : SectorWords.Sector(bracketed.Outer, world) ?? coded.Sector;
            if (IsPast(bracketed.Outer) && sector is "GOV" or "LEG" or "MIL")
                sector = "ELI";
            return coded with { Words = words, Country = state, Sector = sector };
        }

        return Plain(words, day, reader, world);
    }

    private static CodedActor Plain(string words, DateOnly? day, IReader reader, World world)
    {
        if (world.Named(words.Trim()) is { } whole && whole.Type != EntityType.Person)
            return Known(words, whole, day, world);
        var text = reader.Read(Document.Of(words));
        var cast = ActorReader.Read(text, day is { } known ? DateValue.Day(known, DateBasis.Stated) : DateValue.Unknown, world);
        ResolvedMention? widest = null;
        foreach (var mention in cast.Mentions)
            if (mention.Entities.Length > 0 && (widest is null || Width(mention) > Width(widest)))
                widest = mention;
        if (
            Body(words, world) is { } body
            && (widest?.Entities is not [var single] || single.Type is EntityType.Person or EntityType.Group)
        )
            return Known(words, body, day, world);
        if (widest?.Entities is not [var entity, ..])
            return new(words, null, StateOf(words, world), SectorWords.Sector(words, world) ?? "");

        if (
            entity.Type == EntityType.Person
            && entity.Id.StartsWith("unknown/", StringComparison.Ordinal)
            && world.Named(words.Trim()) is { Type: EntityType.Person } surname
        )
            return Known(words, surname, day, world);
        if (
            entity.Type == EntityType.Igo
            || entity.Type == EntityType.Person
                && world.OfficeOf(entity.Id, day) is { } seat
                && seat.State.StartsWith("igo/", StringComparison.Ordinal)
        )
            return new(words, entity, "IGO", "IGO");
        var country =
            entity.State
            ?? cast.Mentions.SelectMany(static mention => mention.Entities).FirstOrDefault(static other => other.State is not null)?.State;
        if (country is null && cast.Mentions.Any(static mention => mention.Entities is [{ Type: EntityType.Igo }]))
            country = "IGO";
        var sector = country == "IGO" ? "IGO" : Sector(entity, words, world, day);
        // Of a person nobody knows only a state that is told by name tells, not a town that is called like him.
        return new(words, entity, country ?? StateOf(words, world, entity.Type != EntityType.Person || sector.Length > 0), sector);

        static int Width(ResolvedMention mention) => mention.EndToken - mention.FirstToken;
    }

    private static CodedActor Known(string words, KnownEntity whole, DateOnly? day, World world)
    {
        var entity = new Entity
        {
            Id = whole.Id,
            Name = whole.Name,
            Type = whole.Type,
            State = whole.State,
        };
        return new(words, entity, entity.Type == EntityType.Igo ? "IGO" : entity.State ?? "", Sector(entity, words, world, day));
    }

    private static string Sector(Entity entity, string words, World world, DateOnly? day)
    {
        var role = entity.Type == EntityType.State && world.Named(words.Trim())?.Id == entity.Id ? null : SectorWords.Sector(words, world);
        switch (entity.Type)
        {
            case EntityType.State when role is null && world.IsPeople(words.Trim()[(words.Trim().LastIndexOf(' ') + 1)..]):
                return "CVL";
            case EntityType.State or EntityType.Place:
                return role is null ? ""
                    : IsPast(words) && role is "GOV" or "LEG" or "MIL" ? "ELI"
                    : role;
            case EntityType.Igo:
                return "IGO";
            case EntityType.ArmedGroup:
                return role is "CRM" ? "CRM" : "REB";
            case EntityType.Ngo:
                return role is "BUS" or "EDU" or "REL" or "PTY" or "OPP" ? role : "NGO";
            case EntityType.Outlet:
                return "MED";
            case EntityType.Organ:
                var code = entity.Id[(entity.Id.IndexOf('.', StringComparison.Ordinal) + 1)..];
                return SectorWords.Organs.GetValueOrDefault(code) ?? (role is "MIL" or "LEG" or "JUD" or "COP" or "SPY" ? role : "GOV");
            case EntityType.Person when !entity.Id.StartsWith("unknown/", StringComparison.Ordinal):
                // Who held an office and holds none on the day is of the elite.
                var held = world.Held(entity.Id);
                if (held.Count == 0)
                    return role ?? "";
                // Who is known for leading an opposition, fighters or the faithful, and never held an office of the state.
                if (held.All(static tenure => SectorWords.Callings.ContainsKey(tenure.Office)))
                    return SectorWords.Callings[held[^1].Office];
                if (
                    IsPast(words)
                    || day is { } on
                        && world.OfficeOf(entity.Id, on) is null
                        && held.All(tenure => tenure.Fact.Until is { } until && until.Last <= on)
                )
                    return "ELI";
                return "GOV";
            case EntityType.Other when entity.Id.StartsWith("party/", StringComparison.Ordinal):
                return role is "OPP" ? "OPP" : "PTY";
            case EntityType.Other when entity.Id.StartsWith("firm/", StringComparison.Ordinal):
                return "BUS";
            default:
                return role is null ? ""
                    : IsPast(words) && role is "GOV" or "LEG" or "MIL" ? "ELI"
                    : role;
        }
    }

    private static (string Outer, string Inner)? Bracketed(string words)
    {
        var trimmed = words.Trim();
        var open = trimmed.LastIndexOf('(');
        return open > 0 && trimmed.EndsWith(')') ? (trimmed[..open].Trim(), trimmed[(open + 1)..^1].Trim()) : null;
    }

    // The state that any of the words names, the longest name first: "Royal Thai Army", "a Moscow court".
    private static string StateOf(string words, World world, bool places = true)
    {
        if (world.Named(words.Trim()) is { State: { } whole })
            return whole;
        var parts = words.Split([' ', ',', '(', ')', '/', '’', '\'', '-'], StringSplitOptions.RemoveEmptyEntries);
        // "National Congress of Honduras": a state told by name before a body or town that is called like part of the words.
        foreach (var sure in (ReadOnlySpan<bool>)[true, false])
            for (var length = Math.Min(4, parts.Length); length > 0 && (sure || places); length--)
                for (var at = 0; at + length <= parts.Length; at++)
                    if (
                        char.IsUpper(parts[at][0])
                        && world.Named(string.Join(' ', parts[at..(at + length)])) is { State: { } state, Type: not EntityType.Person } named
                        && (!sure || named.Type == EntityType.State)
                    )
                        return state;
        // "the Obama administration".
        foreach (var part in parts)
            if (places && char.IsUpper(part[0]) && part.Length > 3 && world.Named(part) is { Type: EntityType.Person, State: { } own })
                return own;
        return "";
    }

    // "Greenpeace activists", "UN Special Envoy for Syria": who is named before what they are.
    private static KnownEntity? Body(string words, World world)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(6, parts.Length - 1); length > 0; length--)
            if (
                world.Named(string.Join(' ', parts[..length]))
                    is { Type: EntityType.Igo or EntityType.Ngo or EntityType.ArmedGroup or EntityType.Other } body
                && !body.Id.StartsWith("firm/", StringComparison.Ordinal)
            )
                return body;
        return null;
    }

    // "Head of Government" as a title reads better without its capitals, names apart.
    private static string Sentence(string words) =>
        words.Any(char.IsLower) && !words.Contains("  ", StringComparison.Ordinal) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static bool IsPast(string words) =>
        words
            .Split(' ')
            .Any(static word =>
                Phrasing.Earlier.Contains(word.ToLowerInvariant()) || word.StartsWith("ex-", StringComparison.OrdinalIgnoreCase)
            );
}
