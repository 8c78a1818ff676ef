using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Actors;

// Organs by their word: "the foreign ministry", "the defence and interior ministries", and whoever speaks for one.
internal sealed partial class Linker
{
    private int OrganPhrase(int start, int end, string? state, string code, string name)
    {
        if (StateAfter(end) is { Words: > 0 } of && _lower[end] is "of" or "in")
            end += of.Words;
        if (state is null)
        {
            if (!char.IsUpper(_words[end - 1][0]) || end - start < 2)
                return start;
            var words = Words(_lower[start] == "the" ? start + 1 : start, end);
            return Put(
                start,
                end,
                [
                    new()
                    {
                        Id = "unknown/" + Slugs.Of(words),
                        Name = words,
                        Type = EntityType.Organ,
                    },
                ],
                MentionForm.Name,
                null,
                .4,
                "actors/organ-of-whom",
                "the text does not tell of which state"
            );
        }

        if (Speaking(start, end, state) is var speaks && speaks > start)
            return speaks;
        var entity = OrganOf(state, code, name);
        if (At(end) is { } word && Phrasing.Texts.Contains(word))
            return Issue(start, end + 1, entity);
        Put(start, end, [entity], MentionForm.Name, null, .9, "actors/organ", "organ of " + state);
        return Acronym(end, entity);
    }

    // "Chinese Ministry of Foreign Affairs spokeswoman Hua Chunying": who serves the organ, by name.
    private int Speaking(int start, int end, string state)
    {
        if (
            end + 1 >= _words.Length
            || _sentence[end + 1] != _sentence[start]
            || _world.Role(_lower[end]) is not { Kind: "person", Many: false }
            || !Upper(end + 1)
            || NameEnd(end + 1) is var last && last < end + 2
        )
            return start;
        var from = _lower[start] == "the" ? start + 1 : start;
        var title = Words(from, end + 1);
        var person = PersonOf(end + 1, last, state, null, title);
        Entitle(person.Id, title);
        return Put(start, last, [person], MentionForm.Name, "person", .9, "actors/titled-name", "title and name together", end + 1);
    }

    // "the governments of Indonesia and Japan": the organ in each.
    private int OrgansOf(int start, int at)
    {
        if (Organs(at) is not { Words: > 0 } organ || At(at + organ.Words) != "of")
            return 0;
        var found = new List<Entity>();
        var end = at + organ.Words;
        if (TwoSides(end + 1) is ({ Length: 2 } sides, var closes) && sides.All(static e => e.State is not null))
            return Put(
                start,
                closes,
                [.. sides.Select(e => OrganOf(e.State!, organ.Code, organ.Name))],
                MentionForm.Group,
                null,
                .75,
                "actors/of-both",
                "that organ of each"
            );
        for (var next = end + 1; found.Count < 6;)
        {
            if (At(next) is "the" or "and" or "," or "both")
            {
                next++;
                continue;
            }
            if (Known(next) is not { Words: > 0, Naming.Kind: NameKind.State } of || _sentence[next] != _sentence[start])
                break;
            found.Add(OrganOf(of.Naming.Entity[6..], organ.Code, organ.Name));
            end = next + of.Words;
            if (At(end) is not ("," or "and"))
                break;
            next = end;
        }

        return found.Count < 2 ? 0 : Put(start, end, [.. found], MentionForm.Group, null, .85, "actors/of-both", "that organ of each");
    }

    private Entity OrganOf(string state, string code, string name) =>
        new()
        {
            Id = "organ/" + state + "." + code,
            Name = _world.Find("organ/" + state + "." + code)?.Name ?? _world.AdjectiveOf(state) + " " + name,
            Type = EntityType.Organ,
            State = state,
        };
}
