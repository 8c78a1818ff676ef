using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Finds what two accounts cannot both be right in, or on which they stand apart: other numbers for one thing, one for and one against, one thing said
/// and denied, opposites said of one thing, and demands or blame that each lays on the other. The two must speak of one matter: what they point at or
/// deny, and not only the words around it, must be alike.
/// </summary>
internal sealed class Contradictions
{
    private const double SameMatter = 0.3;
    private const float Focus = 0.6f;
    private readonly ImmutableArray<Telling> _tellings;
    private readonly Alignment _alignment;
    private readonly WordMeaning _meaning;
    private readonly ImmutableArray<string> _owners;
    private readonly ImmutableArray<Proposition> _all;
    private readonly ImmutableArray<ImmutableArray<Pointer>> _pointers;
    private readonly ImmutableArray<HashSet<string>> _matters;
    private readonly ImmutableArray<ImmutableArray<string>> _denied;
    private readonly ImmutableArray<ImmutableArray<string>> _asserted;
    private readonly ImmutableArray<HashSet<string>> _predicates;
    private readonly ImmutableArray<HashSet<string>> _namings;
    private readonly ImmutableArray<HashSet<string>> _states;
    private readonly ImmutableArray<bool> _undated, _dated, _undiscussed, _discussed;

    /// <summary>Reads what each proposition points at, denies and asserts.</summary>
    public Contradictions(ImmutableArray<Telling> tellings, ImmutableArray<Proposition> propositions, Alignment alignment, WordMeaning meaning)
    {
        (_tellings, _all, _alignment, _meaning) = (tellings, propositions, alignment, meaning);
        _owners = [.. tellings.Select(telling => AccountOwner.Of(telling.Head)?.State ?? telling.Id)];
        _pointers = [.. propositions.Select(p => Polarity.Of(tellings[p.Account].Text, p.Span).Select(pointer => pointer with { Targets = Unparty(pointer.Targets, p), Heads = Unparty(pointer.Heads, p) }).ToImmutableArray())];
        _matters = [.. propositions.Select(p => Namings.In(tellings[p.Account].Words, p.Span).Select(naming => naming.Matter).ToHashSet(StringComparer.Ordinal))];
        _denied = [.. propositions.Select(p => Denials.Denied(tellings[p.Account].Text, p))];
        _namings = [.. propositions.Select(p => Namings.In(tellings[p.Account].Words, p.Span).Select(naming => naming.Naming).ToHashSet(StringComparer.Ordinal))];
        _predicates = [.. propositions.Select(p => Predicates(tellings[p.Account].Text, p))];
        _states = [.. propositions.Select(p => States(tellings[p.Account], p))];
        _undated = [.. propositions.Select(p => Openness.IsUndated(tellings[p.Account].Text, p))];
        _dated = [.. propositions.Select(p => Openness.IsDated(tellings[p.Account], p))];
        _undiscussed = [.. propositions.Select(p => Openness.IsUndiscussed(tellings[p.Account].Words, p))];
        _discussed = [.. propositions.Select(p => Openness.IsDiscussed(tellings[p.Account].Text, p))];
        _asserted = [.. propositions.Select(p => Denials.Asserted(tellings[p.Account].Text, p))];
    }

    /// <summary>The contradicting pairs, each with what it rests on and which of the two denies, if one does.</summary>
    public IEnumerable<Contradiction> Find()
    {
        var at = new Dictionary<Proposition, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _all.Length; i++) at[_all[i]] = i;
        foreach (var (i, j) in PropositionBlocks.Pairs(_all, p => Further(at[p])))
        {
            var (left, right) = (_all[i], _all[j]);
            if (_owners[left.Account] == _owners[right.Account]) continue;
            var closeness = _alignment.Closeness(left, right);
            if (Numbers(left, right, closeness) is { } numbers) yield return new Contradiction(left, right, "number", numbers, -1);
            else if (Stance(i, j) is var (why, denier)) yield return new Contradiction(left, right, "stance", why, denier);
            else if ((Denial(i, j) ?? Denial(j, i)) is var (no, against)) yield return new Contradiction(left, right, "stance", no, against);
            else if (Days(left, right) is { } days) yield return new Contradiction(left, right, "date", days, -1);
            else if (Opposite(i, j) is { } opposed) yield return new Contradiction(left, right, "stance", opposed, -1);
            else if ((Open(i, j) ?? Open(j, i)) is var (open, settled)) yield return new Contradiction(left, right, "stance", open, settled);
            else if (Deed(i, j) is { } deed) yield return new Contradiction(left, right, "stance", deed, -1);
            else if (Mutual(i, j) is { } each) yield return new Contradiction(left, right, "stance", each, -1);
        }
    }

    // The parties are named on both sides whatever is said; a name counts as a target only where it is a name of the clause besides them.
    private static ImmutableArray<string> Unparty(ImmutableArray<string> targets, Proposition proposition)
        => [.. targets.Where(target => !AccountWords.Vague.Contains(target) && (!char.IsUpper(target[0]) || proposition.Names.Contains(target.ToLowerInvariant()))).Select(target => target.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    // Beside topics and words: one thing by two names, what is denied and said ("Rwandan troops" is a party and no word of its clause), and what is laid on the other side.
    private IEnumerable<string> Further(int at)
    {
        foreach (var matter in _matters[at]) yield return "m " + matter;
        foreach (var word in _denied[at]) yield return "d " + word;
        foreach (var word in _asserted[at]) yield return "d " + word;
        if (_undated[at] || _dated[at]) yield return "day";
        if (AccountOwner.IsParty(_tellings[_all[at].Account].Head) && _pointers[at].Any(pointer => pointer.Sign < 0)) yield return "against";
    }

    private static string? Numbers(Proposition left, Proposition right, double closeness)
    {
        if (closeness < SameMatter || (left.Occurrence is not null && right.Occurrence is not null && left.Occurrence != right.Occurrence)) return null;
        foreach (var a in left.Quantities)
        {
            // How long the contact was has a row of its own.
            if (a.Unit == "minute") continue;
            // Money and shares need a topic in common: the figure reader's unit alone does not say what is measured.
            if (char.IsUpper(a.Unit[0]) && !Shares(left, right)) continue;
            // "exports rose by 12 percent, imports fell by 4": of shares the thing measured must be named by both.
            if (a.Base == "percent" && !left.Words.Any(word => word != "percent" && right.Words.Contains(word))) continue;
            if ((AccountWords.Plain.Contains(a.Unit) && a.Unit is not ("day" or "week" or "month" or "year")) || right.Quantities.Any(b => b.Base == a.Base && !(a with { Unit = a.Base }).Contradicts(b with { Unit = b.Base }))) continue;
            foreach (var b in right.Quantities)
                if (a.Contradicts(b)) return string.Create(CultureInfo.InvariantCulture, $"{Amount(a.Low)} and {Amount(b.Low)} {Counted(a)}");
        }

        return null;
    }

    // One deed on days that have none in common: "will be signed in July", "in October". Contacts are left to the search for occurrences.
    private string? Days(Proposition left, Proposition right)
    {
        var (ours, theirs) = (_tellings[left.Account], _tellings[right.Account]);
        var lemma = ours.Text.Tokens[left.Head].Lemma;
        if (lemma != theirs.Text.Tokens[right.Head].Lemma || EventMention.IsContactWord(lemma) || AccountWords.Plain.Contains(lemma) || left.Negated != right.Negated || !OccurrenceBond.Near(ours.Head.Date.End, theirs.Head.Date.End)) return null;
        // Three who sign are not two who signed before.
        if (left.Actors.Length > 0 && right.Actors.Length > 0 && !left.Actors.SequenceEqual(right.Actors, StringComparer.Ordinal)) return null;
        if (Met(left.Words.Remove(lemma), right.Words.Remove(lemma)) < 1 || !left.Words.Remove(lemma).Intersect(right.Words, StringComparer.Ordinal).Any()) return null;
        return ours.Chronology.For(left.Head) is { Start: { } first, End: { } last } && theirs.Chronology.For(right.Head) is { Start: { } start, End: { } end } && (last < start || end < first)
            ? string.Create(CultureInfo.InvariantCulture, $"{first:d MMM yyyy} and {start:d MMM yyyy}") : null;
    }

    // "15 and 10 documents": a unit that is a noun of the text stands in the plural.
    private static string Counted(Quantity quantity) => char.IsLower(quantity.Unit[0]) && quantity.Unit is not "percent" && !quantity.Unit.EndsWith('s') && !quantity.Unit.Contains('/', StringComparison.Ordinal) && quantity.Unit == quantity.Base && quantity.Unit.All(char.IsLetter) && quantity.Unit.Length > 3 ? quantity.Unit + "s" : quantity.Unit;

    private static string Amount(double value) => value switch
    {
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:#,0.##} billion"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:#,0.##} million"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##}"),
    };

    // Two words that point opposite ways at one thing.
    private (string Why, int Denier)? Stance(int i, int j)
    {
        foreach (var ours in _pointers[i])
            foreach (var theirs in _pointers[j])
            {
                if (ours.Sign * theirs.Sign >= 0 || !Meet(i, j, ours, theirs)) continue;
                var named = ours.Targets.IsEmpty || theirs.Targets.IsEmpty;
                return (named ? "one for and one against, on what each calls by a name of its own" : $"“{ours.Lemma}” and “{theirs.Lemma}” point opposite ways", theirs.Negated ? _all[j].Account : ours.Negated ? _all[i].Account : -1);
            }
        return null;
    }

    private bool Meet(int i, int j, Pointer ours, Pointer theirs)
    {
        // One thing by two names: by one name it counts as any word does.
        var matter = _matters[i].Overlaps(_matters[j]) && !_namings[i].Overlaps(_namings[j]);
        if (ours.Targets.IsEmpty || theirs.Targets.IsEmpty) return matter && Sides(i, j);
        var met = Met(ours.Targets, theirs.Targets);
        if (matter && Sides(i, j) && met > 0) return true;
        // What each points at must itself be one; words around it that are alike make no contradiction. Two words that are the very same do.
        // A name may stand deeper: "the sovereignty over Santa Rosa", "Santa Rosa belongs to Peru".
        var aimed = Same(Core(i, ours.Heads), Core(j, theirs.Heads)) > 0 || (met > 1 && Same(Called(i, ours.Heads), theirs.Targets) + Same(Called(j, theirs.Heads), ours.Targets) > 0);
        return Same(Things(i, ours.Targets), Things(j, theirs.Targets)) > 1 || (aimed && (met > 1 || matter || Shares(_all[i], _all[j]) || ours.Lemma == theirs.Lemma || Math.Min(ours.Targets.Length, theirs.Targets.Length) == 1));
    }

    // One thing said and the same denied. The one who denies speaks of the other, or of the same doer.
    private (string Why, int Denier)? Denial(int i, int j)
    {
        // An accord reached in Doha does not belie the failure of talks in Istanbul.
        if (_all[i].Occurrence is { } one && _all[j].Occurrence is { } two && one != two) return null;
        foreach (var denied in _denied[i])
            foreach (var said in _asserted[j])
            {
                if (!IsSame(denied, said)) continue;
                // Talks that failed this week are not those that succeeded last week.
                if (AccountWords.Outcome.Contains(denied) && !IsOne(_all[i], _all[j]) && !OccurrenceBond.Near(_tellings[_all[i].Account].Head.Date.End, _tellings[_all[j].Account].Head.Date.End)) continue;
                var (ours, theirs) = (_all[i].Words.Remove(denied), _all[j].Words.Remove(said));
                var around = Met(ours, theirs) + (_all[i].Names.Intersect(_all[j].Names, StringComparer.Ordinal).Any() ? 1 : 0) + (_matters[i].Overlaps(_matters[j]) ? 1 : 0) + (IsOne(_all[i], _all[j]) ? 1 : 0);
                // Words that are only near in use do not make it one matter.
                if (Same(ours, theirs) == 0 && !_all[i].Names.Intersect(_all[j].Names, StringComparer.Ordinal).Any() && !IsOne(_all[i], _all[j]) && !(IsQuality(i, denied) && IsQuality(j, said)) && !(denied == said && denied != _tellings[_all[i].Account].Text.Tokens[_all[i].Head].Lemma && _all[i].Actors.Intersect(_all[j].Actors, StringComparer.Ordinal).Any()) && !AccountWords.Outcome.Contains(denied)) continue;
                var doer = _all[i].Actors.Intersect(_all[j].Actors, StringComparer.Ordinal).Any();
                if (_all[i].Actors.Length > 0 && _all[j].Actors.Length > 0 && !doer && around < 2) continue;
                if (around > 1 || (around == 1 && (doer || Shares(_all[i], _all[j]) || (Sides(i, j) && denied == said))) || (doer && denied == said && ((Sides(i, j) && Shares(_all[i], _all[j])) || IsQuality(i, denied) && IsQuality(j, said))))
                    return ($"one says “{said}” and the other denies it", _all[i].Account);
            }
        return null;
    }

    private bool IsSame(string left, string right)
        => left == right || (left.Length > 4 && right.Length > 4 && left.AsSpan(0, 5).SequenceEqual(right.AsSpan(0, 5))) || (AccountWords.Outcome.Contains(left) && AccountWords.Outcome.Contains(right));

    // "professional and restrained", "brutal": opposites in clauses that are close otherwise.
    private string? Opposite(int i, int j)
    {
        var (left, right) = (_all[i], _all[j]);
        foreach (var word in left.Words)
            foreach (var other in right.Words)
                if (Polarity.AreOpposite(word, other) && left.Negated == right.Negated && _predicates[i].Contains(word) == _predicates[j].Contains(other) && left.Words.Any(same => same != "percent" && right.Words.Contains(same)) | IsOne(left, right) && Met(left.Words.Remove(word), right.Words.Remove(other)) is var met
                    && (met > 1 || IsOne(left, right) || (met == 1 && (Shares(left, right) || left.Names.Intersect(right.Names, StringComparer.Ordinal).Any() || left.Actors.Intersect(right.Actors, StringComparer.Ordinal).Any()))))
                    return $"“{word}” and “{other}” are opposites";
        return null;
    }

    // "was not ready", "was ready": what somebody is, by an adjective for the predicate.
    private bool IsQuality(int at, string lemma)
        => _tellings[_all[at].Account].Text.Tokens[_all[at].Head] is { Tag: UniversalTag.ADJ } head && head.Lemma == lemma;

    // The words of the names of states, "North" and "Korea" alike.
    private static HashSet<string> States(Telling telling, Proposition proposition)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = telling.Text.TokenAt(proposition.Span.Start); i >= 0 && i < telling.Text.Tokens.Length && telling.Text.Tokens[i].Span.Start < proposition.Span.End; i++)
            if (telling.Text.Tokens[i].Tag == UniversalTag.PROPN && telling.Cast.Covering(i) is { } mention && mention.Entities.Any(entity => entity.Type == Record.EntityType.State)) found.Add(telling.Text.Tokens[i].Lemma.ToLowerInvariant());
        return found;
    }

    // Verbs and adjectives: "begin" is the opposite of the verb "end", and not of "by the end of May".
    private static HashSet<string> Predicates(ParsedText text, Proposition proposition)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = text.TokenAt(proposition.Span.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < proposition.Span.End; i++)
            if (text.Tokens[i].Tag is UniversalTag.VERB or UniversalTag.ADJ) found.Add(text.Tokens[i].Lemma.ToLowerInvariant());
        return found;
    }

    // Both tell of one occurrence.
    private static bool IsOne(Proposition left, Proposition right) => left.Occurrence is not null && left.Occurrence == right.Occurrence;

    // How many words of the one are met by a word of the other: the same, of one family, or near in use.
    private int Met(ImmutableArray<string> ours, ImmutableArray<string> theirs)
    {
        var met = 0;
        foreach (var word in ours)
            if (theirs.Any(other => word == other || Families.Share(word, other) || _meaning.Nearness(word, other) >= Focus)) met++;
        return met;
    }

    // A state at the end of two phrases ("support for Ukraine", "the war against Ukraine") is not what both are about.
    private ImmutableArray<string> Things(int at, ImmutableArray<string> heads) => heads.RemoveAll(_states[at].Contains);

    private ImmutableArray<string> Called(int at, ImmutableArray<string> heads) => [.. Things(at, heads).Where(_all[at].Names.Contains)];

    private ImmutableArray<string> Core(int at, ImmutableArray<string> heads) => heads.Length > 1 ? Things(at, heads) : heads;

    private static int Same(ImmutableArray<string> ours, ImmutableArray<string> theirs) => ours.Count(word => theirs.Any(other => word == other || Families.Share(word, other)));

    private bool Sides(int i, int j) => AccountOwner.IsParty(_tellings[_all[i].Account].Head) && AccountOwner.IsParty(_tellings[_all[j].Account].Head);

    private string? Mutual(int i, int j)
    {
        var (left, right) = (_all[i], _all[j]);
        if (!Lays(left, right.Account) || !Lays(right, left.Account)) return null;
        if (Shares(left, right) && Demands(left) && Demands(right)) return "each demands of the other";
        if (_pointers[i].Any(pointer => pointer.Sign < 0) && _pointers[j].Any(pointer => pointer.Sign < 0)) return "each blames the other";
        return Acts(left).Intersect(Acts(right), StringComparer.Ordinal).FirstOrDefault() is { } act ? $"each says that the other did “{act}”" : null;
    }

    // "No date has been set" against "will meet on 13 October"; "was not discussed" against "was addressed".
    private (string Why, int Denier)? Open(int i, int j)
    {
        if (_undated[i] && _dated[j] && IsOneThing(i, j)) return ("one gives a day and the other says that none has been set", _all[i].Account);
        return _undiscussed[i] && _discussed[j] && IsOneThing(i, j) ? ("one says that it was discussed and the other that it was not", _all[i].Account) : null;
    }

    private bool IsOneThing(int i, int j)
    {
        var same = Same(_all[i].Words, _all[j].Words);
        return same > 1 || (same == 1 && Shares(_all[i], _all[j])) || _all[i].Names.Intersect(_all[j].Names, StringComparer.Ordinal).Any() || (Contacts(i) && Contacts(j) && _undated[i]);
    }

    // The next round, the next meeting: contacts, whatever they are called.
    private bool Contacts(int at)
    {
        var text = _tellings[_all[at].Account].Text;
        for (var i = text.TokenAt(_all[at].Span.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < _all[at].Span.End; i++)
            if (EventMention.IsContactWord(text.Tokens[i].Lemma)) return true;
        return false;
    }

    // Of one collision, each names the other for its doer.
    private string? Deed(int i, int j)
    {
        var (left, right) = (_all[i], _all[j]);
        var (ours, theirs) = (_tellings[left.Account], _tellings[right.Account]);
        string lemma = ours.Text.Tokens[left.Head].Lemma, other = theirs.Text.Tokens[right.Head].Lemma;
        if (left.Negated || right.Negated || !Families.Share(lemma, other) || !Families.Of(lemma).Any(family => family is "attack" or "invasion" or "collision") || !(IsOne(left, right) || (Families.Of(lemma).Contains("collision") && OccurrenceBond.Near(ours.Head.Date.End, theirs.Head.Date.End)))) return null;
        var (a, b) = (Openness.Doers(ours, left), Openness.Doers(theirs, right));
        return a.Length == 1 && b.Length == 1 && a[0] != b[0] && (Named(left).Contains(b[0]) || Named(right).Contains(a[0]) || Sides(i, j)) ? $"they name different doers of one deed: {string.Join(", ", new[] { Name(a[0]), Name(b[0]) }.Order(StringComparer.Ordinal))}" : null;
    }

    private static string Name(string state) => World.Default.Find("state/" + state)?.Name ?? state;

    // Deeds of force in the clause: "opened fire".
    private IEnumerable<string> Acts(Proposition proposition)
        => proposition.Words.Where(word => Families.Of(word).Any(family => family is "attack" or "invasion"));

    private bool Lays(Proposition proposition, int on)
        => AccountOwner.IsParty(_tellings[proposition.Account].Head) && AccountOwner.IsParty(_tellings[on].Head)
            && Named(proposition) is var states && states.Contains(_owners[on]) && !states.Contains(_owners[proposition.Account]);

    // All states that the clause speaks of, its subject and the members of groups included: what is laid on both is laid on neither.
    private HashSet<string> Named(Proposition proposition)
    {
        var (text, cast) = (_tellings[proposition.Account].Text, _tellings[proposition.Account].Cast);
        var found = new HashSet<string>(proposition.Actors, StringComparer.Ordinal);
        for (var i = text.TokenAt(proposition.Span.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < proposition.Span.End; i++)
            foreach (var entity in cast.Of(i))
                foreach (var member in entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Record.Entity>)entity.Members)
                    if (member.State is { } state) found.Add(state);
        return found;
    }

    private bool Demands(Proposition proposition)
    {
        var text = _tellings[proposition.Account].Text;
        foreach (var dependent in text.Dependents(proposition.Head))
            if (text.Tokens[dependent].Lemma is "should" or "must") return true;
        return IsDemand(text.Tokens[proposition.Head].Lemma);
    }

    private static bool IsDemand(string lemma) => lemma is "call" or "demand" or "urge" or "request" or "ask" or "insist";

    private static bool Shares(Proposition left, Proposition right)
        => left.Topics.Any(a => right.Topics.Any(b => Topics.Standard.IsWithin(a, b) || Topics.Standard.IsWithin(b, a)));
}
