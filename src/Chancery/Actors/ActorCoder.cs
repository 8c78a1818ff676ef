using System.Collections.Frozen;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Gives the words for an actor their country and sector, as of a day ("Egypt's former foreign minister", "the Pentagon").</summary>
public static class ActorCoder
{
    private static readonly FrozenDictionary<string, string> Organs = EmbeddedTable.Rows("codebook/actors/sectors.csv")
        .Where(static row => row[0] == "organ").ToFrozenDictionary(static row => row[1], static row => row[2], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Roles = EmbeddedTable.Rows("codebook/actors/sectors.csv")
        .Where(static row => row[0] == "role").ToFrozenDictionary(static row => row[1], static row => row[2], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Words = EmbeddedTable.Rows("codebook/actors/sectors.csv")
        .Where(static row => row[0] == "word").ToFrozenDictionary(static row => row[1], static row => row[2], StringComparer.Ordinal);

    /// <summary>Codes one string. The day decides who holds an office; without one the newest known holder counts. The world is the engine's where none is given.</summary>
    public static CodedActor Code(string words, DateOnly? day, IReader reader, World? world = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(reader);
        world ??= World.Default;
        var text = reader.Read(Document.Of(words));
        var cast = ActorReader.Read(text, day is { } known ? DateValue.Day(known, DateBasis.Stated) : DateValue.Unknown, world);
        ResolvedMention? widest = null;
        foreach (var mention in cast.Mentions)
            if (mention.Entities.Length > 0 && (widest is null || Width(mention) > Width(widest))) widest = mention;
        if (widest?.Entities is not [var entity, ..])
        {
            // A capital alone leaves open whether the place or the government is meant; the state is the same.
            var state = world.Named(words.Trim())?.State ?? "";
            return new(words, null, state, Role(text, world) ?? "");
        }

        var country = entity.Type == EntityType.Igo ? "IGO" : entity.State ?? cast.Mentions.SelectMany(static mention => mention.Entities).FirstOrDefault(static other => other.State is not null)?.State ?? "";
        if (entity.Type == EntityType.Person && world.OfficeOf(entity.Id, day) is { } seat && seat.State.StartsWith("igo/", StringComparison.Ordinal)) return new(words, entity, "IGO", "IGO");
        return new(words, entity, country, Sector(entity, text, world, day));

        static int Width(ResolvedMention mention) => mention.EndToken - mention.FirstToken;
    }

    private static string Sector(Entity entity, ParsedText text, World world, DateOnly? day)
    {
        var role = Role(text, world);
        switch (entity.Type)
        {
            case EntityType.State or EntityType.Place:
                return role ?? "";
            case EntityType.Igo:
                return "IGO";
            case EntityType.ArmedGroup:
                return "REB";
            case EntityType.Ngo:
                return role is "BUS" or "EDU" or "REL" ? role : "NGO";
            case EntityType.Outlet:
                return "MED";
            case EntityType.Organ:
                var code = entity.Id[(entity.Id.IndexOf('.', StringComparison.Ordinal) + 1)..];
                return Organs.GetValueOrDefault(code) ?? (role is "MIL" or "LEG" or "JUD" or "COP" ? role : "GOV");
            case EntityType.Person when !entity.Id.StartsWith("unknown/", StringComparison.Ordinal):
                // Who held an office and holds none on the day is of the elite.
                var held = world.Held(entity.Id);
                if (held.Count == 0) return role ?? "";
                if (IsPast(text) || day is { } on && world.OfficeOf(entity.Id, on) is null && held.All(tenure => tenure.Fact.Until is { } until && until.Last <= on)) return "ELI";
                return "GOV";
            default:
                return role is null ? "" : IsPast(text) && role is "GOV" or "LEG" or "MIL" ? "ELI" : role;
        }
    }

    // The last word that says what somebody does: "an army spokesman" speaks for the army.
    private static string? Role(ParsedText text, World world)
    {
        string? found = null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var word = text.Form(i).ToString().ToLowerInvariant();
            if (!Words.TryGetValue(word, out var code) && (world.Role(word) is not { Sector: { Length: > 0 } sector } || !Roles.TryGetValue(sector, out code))) continue;
            if (found is not (null or "CVL" or "GOV") && code is "GOV" or "CVL") continue;
            found = code;
        }

        return found;
    }

    private static bool IsPast(ParsedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
            if (Phrasing.Earlier.Contains(text.Form(i).ToString().ToLowerInvariant())) return true;
        return false;
    }
}
