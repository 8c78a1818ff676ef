using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// "His counterpart", "its neighbour", "their foreign minister": who belongs to whom.
internal sealed partial class Linker
{
    // "his Kenyan counterpart", "her guest", "their country", "its neighbour", "his government".
    private int Owned(int at, string word)
    {
        var next = at + 1;
        if (next >= _words.Length)
            return 0;
        string? state = null;
        while (
            At(next) is { } skipped
            && (Known(next).Words == 0 || _world.Grouping(skipped) is not null && Phrasing.Others.Contains(At(next + 1) ?? ""))
            && (
                _text.Tokens[next].Tag == UniversalTag.ADJ && Phrasing.Others.Contains(At(next + 1) ?? "")
                || Phrasing.Later.Contains(skipped)
                || Phrasing.Earlier.Contains(skipped)
                || skipped is "western" or "eastern" or "northern" or "southern" or "close" or "closest" or "regional" or "own"
            )
        )
            next++;
        if (
            Known(next) is { Words: > 0 } known
            && _world.Find(known.Naming.Entity) is { State: { } of }
            && Phrasing.OtherPersons.Contains(At(next + known.Words) ?? "")
        )
        {
            state = of;
            next += known.Words;
        }
        if (At(next) is not { } noun)
            return 0;
        if (noun == "opposite" && At(next + 1) == "number")
            return Counterpart(at, next + 1, state, "counterpart");
        if (Phrasing.OtherPersons.Contains(noun))
            return Counterpart(at, next, state, noun);
        if (noun is "counterparts")
            return 0;
        if (Counterparts(at, next) is var matched and > 0)
            return matched;
        // "Diana Mondino, his foreign minister, said", "Laos, its current chair": says what the one just named is to another.
        if (
            at > 1
            && _lower[at - 1] == ","
            && _mentions is [.., { Form: MentionForm.Name, Entities: [var told] } prior]
            && prior.EndToken == at - 1
        )
        {
            if (
                word is not "its"
                && IsPerson(told)
                && Scan(next, out var post)
                && !post.Role.Many
                && !(At(post.End) == "," && NameEnd(post.End + 1) > post.End + 1 && Closes(NameEnd(post.End + 1)))
                && NameEnd(post.End) == post.End
            )
                return Put(
                    at,
                    post.End,
                    [told with { Span = null }],
                    MentionForm.Title,
                    "person",
                    .85,
                    "actors/apposition",
                    "says what the person just named is"
                );
            if (told.Type == EntityType.State && Phrasing.Roles.Contains(noun))
                return Put(
                    at,
                    next + 1,
                    [told with { Span = null }],
                    MentionForm.Title,
                    null,
                    .85,
                    "actors/apposition",
                    "says what the state just named is"
                );
        }

        var owner = Owner(at, word);
        if (owner?.State is not { } own)
            return 0;
        if (
            Phrasing.StateNouns.Contains(noun)
            && noun is not ("island" or "territory")
            && (!Possessive(next + 1) || next + 2 < _words.Length && Organ(next + 2).Words == 0)
        )
            return word is "their" && Owners(at) is { Length: > 1 }
                ? 0
                : Put(at, next + 1, [StateOf(own)], MentionForm.Title, null, .8, "actors/own-country", "the state of " + owner.Name);
        // "Chad, its western neighbour, has": says what the state just named is to another.
        if (
            Phrasing.Others.Contains(noun)
            && !noun.EndsWith('s')
            && at > 1
            && _lower[at - 1] == ","
            && _mentions is [.., { EndToken: var ended, Entities: [{ Type: EntityType.State } apposed] }]
            && ended == at - 1
        )
            return Put(
                at,
                next + 1,
                [apposed with { Span = null }],
                MentionForm.Title,
                null,
                .8,
                "actors/apposition",
                "says what the state just named is"
            );
        if (Phrasing.Others.Contains(noun))
            return
                Others(
                    at,
                    word is "their" && Owners(at) is { Length: > 1 } several
                        ? [.. several.Select(static e => e.State).OfType<string>()]
                        : [own],
                    noun
                )
                    is { Length: > 0 } others
                ? Put(at, next + 1, others, MentionForm.Title, null, .65, "actors/neighbour", "the other state spoken of here")
                : 0;
        if (noun is "government")
            return OrganPhrase(at, next + 1, own, "government", "Government");
        // "its foreign ministry", "his foreign minister": the organ, and who holds the office, in the owner's state.
        if (word is "their" && Owners(at) is { Length: > 1 })
            return 0;
        if (Organ(next) is { Words: > 0 } organ && organ.Code is not ("government" or "army" or "embassy" or "consulate" or "mission"))
            return OrganPhrase(at, next + organ.Words, own, organ.Code, organ.Name);
        for (var end = Math.Min(next + 3, _text.Sentences[_sentence[at]].EndToken); end > next; end--)
        {
            if (
                _world.Title(Words(next, end).ToLowerInvariant()) is not { } office
                || office is "leader"
                || At(end) is "," or "of"
                || Upper(end)
            )
                continue;
            var (holder, confidence, why) = Holder(own, null, office, "");
            return holder is null || owner.Id == holder.Id
                ? 0
                : Put(at, end, [holder], MentionForm.Title, "person", confidence - .05, "actors/own-office", why);
        }

        return 0;
    }

    private Entity? Owner(int at, string word) =>
        word switch
        {
            "his" => Antecedent(at, IsMan),
            "her" => Woman(at),
            "its" => Antecedent(at, e => e.Type is EntityType.State or EntityType.Organ),
            _ => Plural(at) is [var single] ? single : Antecedent(at, static e => e.State is not null),
        };

    private ImmutableArray<Entity> Owners(int at) => Plural(at);

    private int Counterpart(int at, int noun, string? state, string word)
    {
        var end = noun + 1;
        var named = At(end) == "," ? end + 1 : end;
        if (
            named < _words.Length
            && _sentence[named] == _sentence[at]
            && NameEnd(named) is var last
            && last > named
            && (named == end || Closes(last))
            && Known(named) is not { Words: > 0, Naming.Kind: Knowledge.NameKind.State or Knowledge.NameKind.Capital }
        )
        {
            var office = Antecedent(at, IsPerson) is { } other && _world.OfficeOf(other.Id, _day) is { } held ? held.Office : null;
            // "his counterpart, Prime Minister Jotham Napat": the title is no part of the name.
            var (name, title) =
                Scan(named, out var titled) && !titled.Role.Many && titled.End < last
                    ? (titled.End, Words(named, titled.End))
                    : (named, null);
            var person = PersonOf(name, last, state ?? titled.State, titled.Office ?? (word == "counterpart" ? office : null), title);
            if (named == end)
                return Put(at, last, [person], MentionForm.Name, "person", .95, "actors/counterpart", "counterpart and name together");
            Put(at, end, [person], MentionForm.Title, "person", .9, "actors/counterpart", "the counterpart who is named after it");
            return Put(named, last, [person], MentionForm.Name, "person", .95, "actors/counterpart", "counterpart and name together");
        }

        if (_lower[at] == "its" && Antecedent(at, IsBody) is { Type: EntityType.Organ } organ && state is not null)
            return OrganPhrase(at, end, state, organ.Id[(organ.Id.IndexOf('.') + 1)..], organ.Name[(organ.Name.IndexOf(' ') + 1)..]);
        if ((_lower[at] is "his" or "her" ? Owner(at, _lower[at]) : Antecedent(at, IsPerson)) is not { } first)
            return 0;
        if (state is not null)
        {
            if (_world.OfficeOf(first.Id, _day) is not { } seat)
                return 0;
            var (holder, confidence, why) = Holder(state, null, seat.Office, "");
            return holder is null ? 0 : Put(at, end, [holder], MentionForm.Title, "person", confidence, "actors/counterpart", why);
        }

        // Of several from abroad the one of whom the text speaks most.
        if (word is "visitor" or "guest" or "host")
            return Foreigner(first) is { } foreigner
                ? Put(at, end, [foreigner], MentionForm.Title, "person", .7, "actors/counterpart", "the other of the two spoken of")
                : 0;
        if (word is "successor")
            return _world.OfficeOf(first.Id, null) is { } left && _world.After(left) is { } after
                ? Put(
                    at,
                    end,
                    [Made(_world.Find(after.Person)!)],
                    MentionForm.Title,
                    "person",
                    .8,
                    "actors/predecessor",
                    "held that office next"
                )
                : 0;
        if (word is "predecessor")
            return _world.OfficeOf(first.Id, _day) is { } tenure && _world.Before(tenure) is { } before
                ? Put(
                    at,
                    end,
                    [Made(_world.Find(before.Person)!)],
                    MentionForm.Title,
                    "person",
                    .8,
                    "actors/predecessor",
                    "held that office before"
                )
                : 0;
        if (word is "rival" or "opponent")
            return 0;
        // A counterpart is of the same rank.
        var two = Meant(
                at,
                e => IsPerson(e) && e.State is not null && (e.Id == first.Id || word is not "counterpart" || SameRank(first, e))
            )
            .FirstOrDefault(e => e.Id != first.Id);
        return two is null
            ? 0
            : Put(at, end, [two], MentionForm.Title, "person", .7, "actors/counterpart", "the other of the two spoken of");
    }

    // "After a meeting with my Tanzanian counterpart, Chiume said": who holds there the office that the speaker has.
    private int MyCounterpart(int at)
    {
        if (
            !_quoted[at]
            || Known(at + 1) is not { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.State } of
            || !Phrasing.OtherPersons.Contains(At(at + 1 + of.Words) ?? "")
            || SaidBy(at).Where(IsPerson).DistinctBy(static e => e.Id).Take(2).ToArray() is not [var speaker]
            || OfficeHeld(speaker) is not { } office
            || Holder(of.Naming.Entity[6..], null, office, "").Holder is not { } holder
        )
            return at;
        return Put(
            at,
            at + 2 + of.Words,
            [holder],
            MentionForm.Title,
            "person",
            .75,
            "actors/counterpart",
            "the holder there of the office of who speaks"
        );
    }

    // By the rows of the pack on the day, else by the title that the text gives.
    private string? OfficeHeld(Entity person) =>
        _world.OfficeOf(person.Id, _day)?.Office
        ?? (person.Office is { } title ? OfficeIn(title.ToLowerInvariant()) ?? _world.Title(title.ToLowerInvariant()) : null);

    // "his Cambodian and Thai counterparts": who holds the same office in each.
    private int Counterparts(int at, int next)
    {
        var states = new List<string>();
        while (
            Known(next) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.State } of
            && _world.Find(of.Naming.Entity)?.State is { } state
            && states.Count < 5
        )
        {
            states.Add(state);
            next += of.Words;
            while (At(next) is "," or "and")
                next++;
        }

        if (
            states.Count < 2
            || At(next) != "counterparts"
            || Antecedent(at, IsPerson) is not { } first
            || _world.OfficeOf(first.Id, _day) is not { } seat
        )
            return 0;
        var holders = states.Select(state => Holder(state, null, seat.Office, "").Holder).OfType<Entity>().ToArray();
        return holders.Length == states.Count
            ? Put(at, next + 1, [.. holders], MentionForm.Group, null, .8, "actors/counterpart", "the holder of that office in each")
            : 0;
    }

    private Entity? Foreigner(Entity than)
    {
        var (best, most, second) = ((Entity?)null, 0.0, 0.0);
        foreach (var (weight, last, person) in _spoken.Values)
        {
            if (last < Farthest || person.State is null || person.State == than.State)
                continue;
            if (best is not null && (weight < most || weight == most && string.CompareOrdinal(person.Id, best.Id) > 0))
            {
                second = Math.Max(second, weight);
                continue;
            }
            (best, most, second) = (person, weight, most);
        }

        return most > second
            ? best is null
                ? null
                : best with
                {
                    Span = null,
                    Members = [],
                }
            : null;
    }

    private bool SameRank(Entity one, Entity other)
    {
        if (IsAtTop(one) || IsAtTop(other))
            return IsAtTop(one) && IsAtTop(other);
        if (_world.OfficeOf(one.Id, _day) is { } a && _world.OfficeOf(other.Id, _day) is { } b)
            return a.Office == b.Office;
        return Said(one) is { Length: > 0 } said && Said(other) == said;

        // "the Sudanese irrigation minister": the last two words of the title.
        string Said(Entity person) =>
            string.Join(' ', (_titled.GetValueOrDefault(person.Id) ?? person.Office ?? "").ToLowerInvariant().Split(' ').TakeLast(2));
    }

    private ImmutableArray<Entity> Others(int at, string[] own, string noun)
    {
        var many = noun[^1] == 's';
        // A neighbour lies beside; an ally or a rival need not.
        var beside = noun.StartsWith("neighb", StringComparison.Ordinal) && own.All(_world.HasNeighbours);
        bool Takes(Entity e) =>
            e.State is { } of
            && !own.Contains(of)
            && (!beside || own.All(one => _world.AreNeighbours(one, of)))
            && e.Type is EntityType.State or EntityType.Organ or EntityType.Person;
        // Of several neighbours the one that the words just before name alone.
        var found =
            many ? Two(at, Takes)
            : Two(at, Takes, 1, clear: true) is { IsEmpty: false } clear ? clear
            : Exactly(at, Takes, 1, 0);
        var states = found.Select(static e => e.State!).Distinct().Take(many ? 2 : 1).ToArray();
        return many && states.Length < 2 ? [] : [.. states.Select(StateOf)];
    }
}
