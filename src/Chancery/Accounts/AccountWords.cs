using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>The word lists of <c>codebook/accounts/words.csv</c>: phrases and dictionary forms by the name of their list.</summary>
internal static class AccountWords
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Lists = EmbeddedTable
        .Rows("codebook/accounts/words.csv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row[1]).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Nouns for a written account: statement, readout.</summary>
    public static readonly FrozenSet<string> Texts = Set("written account");

    /// <summary>Forms of verbs by which an organ is cited.</summary>
    public static readonly FrozenSet<string> Telling = Set("telling");

    /// <summary>Words between a written account and its issuer.</summary>
    public static readonly FrozenSet<string> Owners = Set("owner");

    /// <summary>Words that may stand within a phrase of silence: "did not even mention".</summary>
    public static readonly FrozenSet<string> Fillers = Set("silence filler");

    /// <summary>Words before the one from whom something comes: from, by, in.</summary>
    public static readonly FrozenSet<string> From = Set("source");

    /// <summary>Words before a noun that was named before: the, its, this.</summary>
    public static readonly FrozenSet<string> Pointing = Set("pointing");

    /// <summary>Dictionary forms of those who give accounts: side, ministry, spokesman.</summary>
    public static readonly FrozenSet<string> Givers = Set("giver");

    /// <summary>Words that begin what is left out and do not tell what it is, in the order in which they are taken off.</summary>
    public static readonly ImmutableArray<string> Leads = Lists["silence lead"];

    /// <summary>Words that end what is left out and do not tell what it is.</summary>
    public static readonly ImmutableArray<string> Tails = Lists["silence tail"];

    /// <summary>Marks, with their blanks, at which what is left out ends: a relative clause or a contrast tells of the world, not of the account.</summary>
    public static readonly ImmutableArray<string> Ends = Lists["silence end"];

    /// <summary>Openings, with their blanks, of a clause that lacks its object: "an offer which the readout did not mention".</summary>
    public static readonly ImmutableArray<string> Hanging = Lists["silence hanging"];

    /// <summary>Words that stand for a matter without saying which.</summary>
    public static readonly FrozenSet<string> Empty = Set("empty");

    /// <summary>Nouns for a contact in words: call, talks.</summary>
    public static readonly FrozenSet<string> Talks = Set("talk");

    /// <summary>Phrases for a text that both sides issued: "joint statement".</summary>
    public static readonly ImmutableArray<string> JointTexts = Lists["joint text"];

    /// <summary>Phrases that cite all accounts so far at once.</summary>
    public static readonly ImmutableArray<string> JointSource = Lists["joint source"];

    /// <summary>Phrases by which a silence is said of all accounts at once ("in both statements").</summary>
    public static readonly ImmutableArray<string> All = Lists["all accounts"];

    /// <summary>Phrases after which an account is named for contrast alone ("unlike the French readout").</summary>
    public static readonly ImmutableArray<string> SetApart = Lists["set apart"];

    /// <summary>Openings of a sentence that goes on with the source of the one before.</summary>
    public static readonly ImmutableArray<string> GoesOn = Lists["goes on"];

    /// <summary>Phrases after which the one who began the contact is named.</summary>
    public static readonly ImmutableArray<string> InitiatorBefore = Lists["initiator before"];

    /// <summary>Dictionary forms of so general a use in readouts that sharing them says nothing.</summary>
    public static readonly FrozenSet<string> Plain = Set("plain");

    /// <summary>Words and phrases that only point back to a matter: them, the issue.</summary>
    public static readonly FrozenSet<string> Anaphors = Set("anaphor");

    /// <summary>Words that point back to several matters: both, them.</summary>
    public static readonly FrozenSet<string> PluralAnaphors = Set("plural anaphor");

    /// <summary>Nouns of a day to be set: date, deadline.</summary>
    public static readonly FrozenSet<string> Dates = Set("date");

    /// <summary>Verbs by which a matter is said to have been talked of.</summary>
    public static readonly FrozenSet<string> Discussing = Set("discussing");

    /// <summary>Dictionary forms of things that anything may be ("steps", "efforts"): two stances on them are on one thing only by other words.</summary>
    public static readonly FrozenSet<string> Vague = Set("vague");

    /// <summary>Dictionary forms by which a figure is what is aimed at.</summary>
    public static readonly FrozenSet<string> Target = Set("target");

    /// <summary>What talks may end with, or without.</summary>
    public static readonly FrozenSet<string> Outcome = Set("outcome");

    /// <summary>Verbs by whose object talks have an outcome ("reached an agreement").</summary>
    public static readonly FrozenSet<string> Reaching = Set("reaching");

    /// <summary>Words with which no phrase begins or ends.</summary>
    public static readonly FrozenSet<string> Function = Set("function");

    /// <summary>Comparators that leave a figure open above, by what they contain.</summary>
    public static readonly ImmutableArray<string> Beyond = Lists["beyond"];

    /// <summary>Phrases by which somebody disowns a deed: "nothing to do with".</summary>
    public static readonly ImmutableArray<string> Disowning = Lists["disowning"];

    /// <summary>Phrases by which something is to be at once and without conditions.</summary>
    public static readonly ImmutableArray<string> Unconditional = Lists["unconditional"];

    /// <summary>Phrases by which something waits for something else.</summary>
    public static readonly ImmutableArray<string> Conditional = Lists["conditional"];

    /// <summary>Verbs by which a matter is put to the other side.</summary>
    public static readonly FrozenSet<string> Urging = Set("urging");

    /// <summary>Nouns for what somebody asked for: "at the request of".</summary>
    public static readonly FrozenSet<string> Request = Set("request");

    /// <summary>Words that negate the clause whose subject or object they are.</summary>
    public static readonly FrozenSet<string> Nobody = Set("nobody");

    /// <summary>Nouns whose "no" negates the clause: "at no time", "under no circumstances".</summary>
    public static readonly FrozenSet<string> Whatever = Set("whatever");

    /// <summary>Nouns of how much is agreed: "no volume was fixed".</summary>
    public static readonly FrozenSet<string> Amounts = Set("amount");

    /// <summary>Verbs whose object is a deed of their subject: "opened fire", "carried out a raid".</summary>
    public static readonly FrozenSet<string> Doing = Set("doing");

    /// <summary>Phrases by which a length takes in all that was done: "four hours in all".</summary>
    public static readonly ImmutableArray<string> InAll = Lists["in all"];

    /// <summary>Words of the contact that follows this one: next, again.</summary>
    public static readonly FrozenSet<string> Next = Set("next");

    /// <summary>Units that take no plural: percent, aircraft.</summary>
    public static readonly FrozenSet<string> Invariant = Set("invariant");

    /// <summary>Senses of words that are a charge when laid on somebody.</summary>
    public static readonly ImmutableArray<string> Hostile = Lists["hostile"];

    /// <summary>What is said of what is so: true, truth, correct; and of what does not fit the facts.</summary>
    public static readonly FrozenSet<string> Truth = Set("truth");

    /// <summary>Words for what one side of talks is blamed with: stubbornness, procrastination.</summary>
    public static readonly FrozenSet<string> Faults = Set("fault");

    /// <summary>Phrases by which one's own conduct is called proper: "in accordance with international law".</summary>
    public static readonly ImmutableArray<string> Proper = Lists["proper"];

    /// <summary>Phrases by which a side holds fast to its position: "will never allow", "internal affairs".</summary>
    public static readonly ImmutableArray<string> Firm = Lists["firm"];

    /// <summary>Words for what a side praises its own part in talks with: constructive, flexible.</summary>
    public static readonly FrozenSet<string> Praise = Set("praise");

    /// <summary>Verbs of an undertaking that binds to nothing yet: consider, explore.</summary>
    public static readonly FrozenSet<string> Loose = Set("loose");

    /// <summary>Phrases of an undertaking that binds in part: "in principle".</summary>
    public static readonly ImmutableArray<string> Partly = Lists["partly"];

    /// <summary>Verbs of changing a contact that is set: shorten, postpone.</summary>
    public static readonly FrozenSet<string> Rescheduling = Set("rescheduling");

    /// <summary>Posts, which before a name are no name: president, minister.</summary>
    public static readonly FrozenSet<string> Posts = Set("post");

    /// <summary>Words by which a deed answers another: retaliate, in self-defence.</summary>
    public static readonly FrozenSet<string> Replying = Set("replying");

    /// <summary>Words that negate what they hang on: not, never, nor.</summary>
    public static readonly FrozenSet<string> Negators = Set("negator");

    /// <summary>Determiners of what is not there: no, neither.</summary>
    public static readonly FrozenSet<string> None = Set("none");

    /// <summary>Prepositions of what is not there: without.</summary>
    public static readonly FrozenSet<string> Lacking = Set("lacking");

    /// <summary>Words of one alone, which "not" turns into none: "not one", "not a single".</summary>
    public static readonly FrozenSet<string> Single = Set("single");

    /// <summary>Words whose subject is held responsible: responsible, culprit.</summary>
    public static readonly FrozenSet<string> BlamedSubject = Set("blamed subject");

    /// <summary>Verbs whose object is held responsible: blame.</summary>
    public static readonly FrozenSet<string> BlamedObject = Set("blamed object");

    /// <summary>Nouns of what is laid on somebody: responsibility, fault.</summary>
    public static readonly FrozenSet<string> BlameOn = Set("blame on");

    /// <summary>Verbs that hold who does them responsible, in the passive: "was provoked by".</summary>
    public static readonly FrozenSet<string> BlamedAgent = Set("blamed agent");

    /// <summary>Verbs of bearing responsibility.</summary>
    public static readonly FrozenSet<string> Bearing = Set("bearing");

    /// <summary>Words for a call or a meeting as such: call, meeting, speak.</summary>
    public static readonly FrozenSet<string> Meeting = Set("meeting");

    /// <summary>Verbs by which a contact is said to have been, or not: be, hold, take place.</summary>
    public static readonly FrozenSet<string> Had = Set("had");

    /// <summary>Determiners of all of a thing: all, every.</summary>
    public static readonly FrozenSet<string> Universal = Set("universal");

    /// <summary>Words of what is left: still, remain.</summary>
    public static readonly FrozenSet<string> Remaining = Set("remaining");

    /// <summary>Words of whatever there may be: any, anything.</summary>
    public static readonly FrozenSet<string> Any = Set("any");

    /// <summary>Nouns of what is heeded or ignored in deeds: order, warning.</summary>
    public static readonly FrozenSet<string> Heeded = Set("heeded");

    /// <summary>Adjectives of waters and airspace that are no state's: international, high.</summary>
    public static readonly FrozenSet<string> NobodysZone = Set("nobody's zone");

    /// <summary>Words for what happened, whatever it was: incident, occur.</summary>
    public static readonly FrozenSet<string> Happening = Set("happening");

    /// <summary>Nouns for what somebody says is so: claim, report.</summary>
    public static readonly FrozenSet<string> Told = Set("told");

    /// <summary>Verbs by which one does not do what they govern: refuse, fail.</summary>
    public static readonly FrozenSet<string> NotDoing = Set("not doing");

    /// <summary>Verbs of keeping to what was agreed: adhere, respect.</summary>
    public static readonly FrozenSet<string> Complying = Set("complying");

    /// <summary>Verbs by which talks end with something.</summary>
    public static readonly FrozenSet<string> Ending = Set("ending");

    /// <summary>Nouns for people of any kind: sailor, guard, woman.</summary>
    public static readonly FrozenSet<string> Persons = Set("person");

    /// <summary>Senses of deeds that a state may say it did not do.</summary>
    public static readonly ImmutableArray<string> DeedSenses = Lists["deed sense"];

    /// <summary>Senses of what may be in one place or in another: ship, flight.</summary>
    public static readonly ImmutableArray<string> MoverSenses = Lists["mover sense"];

    /// <summary>Nouns of where a ship, an aircraft or troops are: waters, airspace, territory.</summary>
    public static readonly FrozenSet<string> Zones = Set("zone");

    /// <summary>Nouns by which a place is somebody's: part, territory, sovereignty.</summary>
    public static readonly FrozenSet<string> Owning = Set("owning");

    /// <summary>Words for a contact in person: visit, summit.</summary>
    public static readonly FrozenSet<string> InPerson = Set("in person");

    /// <summary>Words for a contact from afar: call, telephone.</summary>
    public static readonly FrozenSet<string> FromAfar = Set("from afar");

    /// <summary>Words by which a contact is one to come: plan, invitation.</summary>
    public static readonly FrozenSet<string> Plans = Set("contact to come");

    private static FrozenSet<string> Set(string list) => Lists[list].ToFrozenSet(StringComparer.Ordinal);
}
