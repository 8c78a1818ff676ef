using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// A proposition as it bears on those of other accounts: what it points at, denies and asserts, whom it names, who does what it tells, and what it
/// leaves open.
/// </summary>
internal sealed class Bearing
{
    // Who answers an account may take a week or two.
    private const int Window = 45;

    /// <summary>Reads what a proposition bears on.</summary>
    /// <param name="telling">The account that says it.</param>
    /// <param name="proposition">What is said.</param>
    public Bearing(Telling telling, Proposition proposition)
    {
        (Telling, Said) = (telling, proposition);
        Owner = AccountOwner.Of(telling.Head)?.State ?? telling.Id;
        IsParty = AccountOwner.IsParty(telling.Head);
        var namings = Accounts.Namings.In(telling.Words, proposition.Span);
        Matters = namings.Select(naming => naming.Matter).ToHashSet(StringComparer.Ordinal);
        Namings = namings.Select(naming => naming.Naming).ToHashSet(StringComparer.Ordinal);
        Refuted = Refutation.Of(Text, proposition);
        RefutedCore = Refutation.Core(Text, proposition);
        Denied = Denials.Denied(Text, proposition);
        Asserted = Refuted.IsEmpty ? Denials.Asserted(Text, proposition) : [];
        States = StatesOf();
        Named = NamedBy();
        Doers = Openness.Doers(telling, proposition);
        Pointers =
        [
            .. Polarity
                .Of(Text, proposition.Span)
                .Select(pointer => pointer with { Targets = Unparty(pointer.Targets), Heads = Unparty(pointer.Heads) }),
        ];
        Predicates = Tokens
            .Where(token => Text.Tokens[token].Tag is UniversalTag.VERB or UniversalTag.ADJ)
            .Select(token => Text.Tokens[token].Lemma.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        Deeds = Deed.Of(this);
        Disowned = Accounts.Disowned.Of(this);
        Attached = Tokens
            .Where(token => Text.Tokens[token] is { IsVerb: true, Relation: Relation.Acl or Relation.Amod })
            .Select(token => Text.Tokens[token].Lemma.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        Predicates.UnionWith(proposition.Words.Where(word => word.Contains(' ', StringComparison.Ordinal)));
        IsUndated = Openness.IsWithout(Text, proposition, AccountWords.Dates);
        IsUncounted = Openness.IsWithout(Text, proposition, AccountWords.Amounts);
        IsDated = Openness.IsDated(telling, proposition);
        IsUndiscussed = Openness.IsUndiscussed(telling, proposition);
        IsDiscussed = Openness.IsDiscussed(Text, proposition);
        Blamed = Blames.On(this);
        Aspects = Accounts.Aspects.Of(Text, proposition);
    }

    /// <summary>The account.</summary>
    public Telling Telling { get; }

    /// <summary>What is said.</summary>
    public Proposition Said { get; }

    /// <summary>The state whose account it is; the id of the document where it is of none.</summary>
    public string Owner { get; }

    /// <summary>Whether the account is that of a side, and not a reporter's.</summary>
    public bool IsParty { get; }

    /// <summary>The words and trees of the account.</summary>
    public ParsedText Text => Telling.Text;

    /// <summary>The predicate.</summary>
    public Token Head => Text.Tokens[Said.Head];

    /// <summary>What the predicate tells, its particle taken in where the two make another word: "hand back".</summary>
    public string Act =>
        Said.Head + 1 < Text.Tokens.Length
        && $"{Head.Lemma} {Text.Tokens[Said.Head + 1].Lemma}" is var joined
        && Senses.Of(joined).Length > 0
            ? joined
            : Head.Lemma;

    /// <summary>Things that sides call differently, and which name is used.</summary>
    public HashSet<string> Matters { get; }

    /// <summary>The names used for them.</summary>
    public HashSet<string> Namings { get; }

    /// <summary>Words that point for or against something.</summary>
    public ImmutableArray<Pointer> Pointers { get; }

    /// <summary>What it says is untrue, whoever says it.</summary>
    public ImmutableArray<string> Refuted { get; }

    /// <summary>The predicates of what it says is untrue.</summary>
    public ImmutableArray<string> RefutedCore { get; }

    /// <summary>What it says is not so.</summary>
    public ImmutableArray<string> Denied { get; }

    /// <summary>What it says is so.</summary>
    public ImmutableArray<string> Asserted { get; }

    /// <summary>Its verbs and adjectives: "begin" is the opposite of the verb "end", and not of "by the end of May".</summary>
    public HashSet<string> Predicates { get; }

    /// <summary>Its participles that only say which thing is meant: "the surcharge imposed last year".</summary>
    public HashSet<string> Attached { get; }

    /// <summary>The words of the names of states, "North" and "Korea" alike.</summary>
    public HashSet<string> States { get; }

    /// <summary>All states that it speaks of, its subject and the members of groups included: what is laid on both is laid on neither.</summary>
    public HashSet<string> Named { get; }

    /// <summary>The states of whoever does what it tells.</summary>
    public ImmutableArray<string> Doers { get; }

    /// <summary>The deeds in it that are charges when laid on somebody.</summary>
    public ImmutableArray<Deed> Deeds { get; }

    /// <summary>What it says that a state did not do; null where it disowns nothing.</summary>
    public Disowned? Disowned { get; }

    /// <summary>Whether it says that no day has been set.</summary>
    public bool IsUndated { get; }

    /// <summary>Whether it says that no number has been fixed.</summary>
    public bool IsUncounted { get; }

    /// <summary>Whether it gives a day that lies ahead.</summary>
    public bool IsDated { get; }

    /// <summary>Whether it says that something was not discussed.</summary>
    public bool IsUndiscussed { get; }

    /// <summary>Whether it says that something was discussed.</summary>
    public bool IsDiscussed { get; }

    /// <summary>The states that it holds responsible.</summary>
    public ImmutableArray<string> Blamed { get; }

    /// <summary>The sides that it takes: that a deed was meant, that a border stayed open.</summary>
    public ImmutableArray<AspectMention> Aspects { get; }

    /// <summary>Whether it tells of what is or was, and not of what is wished, demanded, planned or supposed.</summary>
    public bool IsReal => StatusReader.Of(Text, Said.Head) is not (EntryStatus.Demanded or EntryStatus.Hypothetical or EntryStatus.Planned);

    /// <summary>The tokens of the clause.</summary>
    public IEnumerable<int> Tokens
    {
        get
        {
            for (var i = Text.TokenAt(Said.Span.Start); i >= 0 && i < Text.Tokens.Length && Text.Tokens[i].Span.Start < Said.Span.End; i++)
                yield return i;
        }
    }

    /// <summary>Whether it speaks of a contact, whatever it is called: the next round, the next meeting.</summary>
    public bool IsOfContact => Tokens.Any(token => EventMention.IsContactWord(Text.Tokens[token].Lemma));

    /// <summary>Whether it speaks of the next contact: "will meet again", "the next session".</summary>
    public bool IsOfNext => IsOfContact && Tokens.Any(token => AccountWords.Next.Contains(Text.Tokens[token].Lemma));

    /// <summary>What somebody is, by an adjective for the predicate: "was not ready", "was ready".</summary>
    public bool IsQuality(string lemma) => Head.Tag == UniversalTag.ADJ && Head.Lemma == lemma;

    /// <summary>The days of what it tells, by its predicate or else by what it says of days at all; unknown where it says nothing.</summary>
    public DateValue Day =>
        Telling.Chronology.For(Said.Head) is { Start: not null, End: not null } own
            ? own
            : Telling.Chronology.Finest(Tokens.First(), Tokens.Last() + 1, false);

    /// <summary>Whether what one tells of is done, and what the other tells of is yet to be: "closed the border", "will reopen it".</summary>
    public bool IsBefore(Bearing other) => (IsDone && other.IsAhead) || (other.IsDone && IsAhead);

    /// <summary>Whether two tell of one occurrence.</summary>
    public bool IsOne(Bearing other) => Said.Occurrence is not null && Said.Occurrence == other.Said.Occurrence;

    /// <summary>Whether two tell of different occurrences.</summary>
    public bool IsOther(Bearing other) =>
        Said.Occurrence is not null && other.Said.Occurrence is not null && Said.Occurrence != other.Said.Occurrence;

    /// <summary>Whether both accounts are of days that lie close together.</summary>
    public bool IsNear(Bearing other) =>
        Telling.Head.Date.End is { } ours
        && other.Telling.Head.Date.End is { } theirs
        && Math.Abs(ours.DayNumber - theirs.DayNumber) <= Window;

    /// <summary>Whether both accounts are of the same few days.</summary>
    public bool IsFresh(Bearing other) => OccurrenceBond.Near(Telling.Head.Date.End, other.Telling.Head.Date.End);

    /// <summary>Whether both raise one topic, or one that belongs to that of the other.</summary>
    public bool Shares(Bearing other) =>
        Said.Topics.Any(a =>
            other.Said.Topics.Any(b => Knowledge.Topics.Standard.IsWithin(a, b) || Knowledge.Topics.Standard.IsWithin(b, a))
        );

    /// <summary>Whether both name the same thing besides the parties.</summary>
    public bool SharesName(Bearing other) => Said.Names.Intersect(other.Said.Names, StringComparer.Ordinal).Any();

    /// <summary>Whether one and the same state acts in both.</summary>
    public bool SharesActor(Bearing other) => Said.Actors.Intersect(other.Said.Actors, StringComparer.Ordinal).Any();

    /// <summary>Whether both are accounts of sides.</summary>
    public bool AreSides(Bearing other) => IsParty && other.IsParty;

    /// <summary>Whether what it tells of is yet to be.</summary>
    public bool IsAhead => StatusReader.Of(Text, Said.Head) is EntryStatus.Planned or EntryStatus.Demanded;

    private bool IsDone => Head.Penn == PennTag.VBD || (Head.Penn == PennTag.VBN && !IsAhead);

    // The parties are named on both sides whatever is said; a name counts as a target only where it is a name of the clause besides them.
    private ImmutableArray<string> Unparty(ImmutableArray<string> targets) =>
        [
            .. targets
                .Where(target =>
                    !AccountWords.Vague.Contains(target) && (!char.IsUpper(target[0]) || Said.Names.Contains(target.ToLowerInvariant()))
                )
                .Select(target => target.ToLowerInvariant())
                .Distinct(StringComparer.Ordinal),
        ];

    private HashSet<string> StatesOf()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokens)
            if (
                Text.Tokens[token].Tag == UniversalTag.PROPN
                && Telling.Cast.Covering(token) is { } mention
                && mention.Entities.Any(entity => entity.Type == EntityType.State)
            )
                found.Add(Text.Tokens[token].Lemma.ToLowerInvariant());
        return found;
    }

    private HashSet<string> NamedBy()
    {
        var found = new HashSet<string>(Said.Actors, StringComparer.Ordinal);
        foreach (var token in Tokens)
            foreach (var entity in Telling.Cast.Of(token))
                foreach (var member in entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
                    if (member.State is { } state)
                        found.Add(state);
        return found;
    }
}
