using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>
/// What speaks for and against the answer that a rule gave to the question who is meant by a phrase: the sort of phrase and of answer, how the name
/// is written, how far away it was named before, and who else could be meant. Each piece has a name, under which <c>models/mentions.csv</c> weighs it.
/// </summary>
internal readonly struct MentionEvidence
{
    private readonly MentionSurroundings _around;
    private readonly int _index;
    private readonly int _sentence;
    private readonly Retrospect _back;

    /// <summary>Looks at one mention of a document, which must have an answer.</summary>
    public MentionEvidence(MentionSurroundings around, int mention)
    {
        (_around, _index) = (around, mention);
        _sentence = around.SentenceOf(mention);
        _back = RefersBack ? around.Look(mention) : default(Retrospect) with { Antecedent = -1 };
    }

    private static ImmutableArray<(string Name, Func<MentionEvidence, double> Value)> Pieces { get; } =
    [
        ("always", static _ => 1),
        ("stated", static e => Odds(e.Mention.Confidence)),
        ("title", static e => Flag(e.Is(MentionForm.Title))),
        ("pronoun", static e => Flag(e.Is(MentionForm.Pronoun))),
        ("group", static e => Flag(e.Is(MentionForm.Group))),
        ("metonym", static e => Flag(e.Is(MentionForm.Metonym))),
        ("several", static e => Flag(e.Mention.Entities.Length > 1)),
        ("state", static e => Flag(e.Entity.Type == EntityType.State)),
        ("organ", static e => Flag(e.Entity.Type == EntityType.Organ)),
        ("person", static e => Flag(e.IsPerson)),
        ("place", static e => Flag(e.Entity.Type == EntityType.Place)),
        ("not in the pack", static e => Flag(e.IsUnknown)),
        ("person not in the pack", static e => Flag(e.IsUnknown && e.IsPerson)),
        ("place not in the pack", static e => Flag(e.IsUnknown && e.Mention.Reading == "place")),
        ("state not told", static e => Flag(e.IsUnknown && e.Entity.State is null)),
        ("as government", static e => Flag(e.Mention.Reading == "government")),
        ("as place", static e => Flag(e.Mention.Reading == "place")),
        ("state as place", static e => Flag(e.Entity.Type == EntityType.State && e.Mention.Reading == "place")),
        ("place without a cue", static e => Flag(e.Mention.Reading == "place" && !e.IsLoud && !e.HasPlaceCue)),
        ("place as subject", static e => Flag(e.Mention.Reading == "place" && e._around.IsSubject(e.Mention))),
        ("government after a cue of place", static e => Flag(e.Mention.Reading == "government" && e.HasPlaceCue)),
        ("before a person", static e => Flag(!e.IsPronoun && e._around.IsUntoldPerson(e.Next))),
        ("of a person", static e => Flag(!e.IsPronoun && e.IsDependent && e._around.IsUntoldPerson(e.Governor))),
        ("namesake", static e => Flag(e.IsPerson && e.Length == 1 && !e.IsPronoun && e._around.HasNamesake(e.Mention))),
        ("oblique government", static e => Flag(e.Mention.Reading == "government" && e.Relation is Relation.Obl or Relation.Nmod)),
        ("a bare word", static e => Flag(e.Length == 1 && e.Mention.Form is MentionForm.Group or MentionForm.Title)),
        ("names a body", static e => Flag(e.IsUnknown && e._around.NamesBody(e.Mention))),
        ("name with a small word", static e => Flag(e.IsUnknown && e.HasSmallWord)),
        ("one word", static e => Flag(e.Length == 1 && e.Is(MentionForm.Name))),
        ("one word not in the pack", static e => Flag(e.Length == 1 && e.IsUnknown && e.Is(MentionForm.Name))),
        ("many words", static e => Flag(e.Length > 5)),
        ("no capital", static e => Flag(!e.IsPronoun && !e.HasCapital)),
        ("capitals throughout", static e => Flag(e.IsLoud)),
        ("goes on", static e => Flag(!e.IsPronoun && e.GoesOn)),
        ("began before", static e => Flag(!e.IsPronoun && e.BeganBefore)),
        ("before a noun", static e => Flag(!e.IsPronoun && e.Relation is Relation.Compound or Relation.Amod or Relation.NmodUnmarked)),
        ("capital before a noun", static e => Flag(e.Entity.Type == EntityType.Place && e.Relation is Relation.Compound)),
        ("possessive", static e => Flag(e.Relation == Relation.NmodPoss)),
        ("subject", static e => Flag(e._around.IsSubject(e.Mention))),
        ("apposition", static e => Flag(e.Relation is Relation.Appos)),
        ("within another", static e => Flag(e._around.IsInner(e._index))),
        ("headline", static e => Flag(e.Sentence.Role == SentenceRole.Headline)),
        ("first sentences", static e => Flag(e._sentence < 2)),
        ("quoted", static e => Flag(e._around.IsQuoted(e._index))),
        ("quoted pronoun", static e => Flag(e.IsPronoun && e._around.IsQuoted(e._index))),
        ("meant once", static e => Flag(e._around.Named(e.Entity.Id).All == 1)),
        ("times named", static e => Math.Min(Math.Log(1 + e._around.Named(e.Entity.Id).ByName), 2.5)),
        ("never named", static e => Flag(e.RefersBack && e._around.Named(e.Entity.Id).ByName == 0)),
        ("never in full", static e => Flag(e.IsPerson && !e._around.Named(e.Entity.Id).InFull)),
        ("same sentence", static e => Flag(e.RefersBack && e.Distance == 0)),
        ("sentence before", static e => Flag(e.RefersBack && e.Distance == 1)),
        ("far back", static e => Flag(e.RefersBack && e.Distance > 2)),
        ("nowhere before", static e => Flag(e.RefersBack && e._back.Antecedent < 0)),
        ("after a subject", static e => Flag(e.RefersBack && e._back.Antecedent >= 0 && e._around.IsSubject(e.Before))),
        ("after one not in the pack", static e => Flag(e.RefersBack && e._back.Antecedent >= 0 && IsNew(e.Before.Entities[0]))),
        ("stated before", static e => e.RefersBack && e._back.Antecedent >= 0 ? Odds(e.Before.Confidence) : 0),
        ("nearer", static e => e.RefersBack ? Math.Min(e._back.Nearer, 3) : 0),
        ("nearer to a pronoun", static e => e.IsPronoun ? Math.Min(e._back.Nearer, 3) : 0),
        ("near", static e => e.RefersBack ? Math.Min(e._back.Near, 4) : 0),
        ("subject nearer", static e => Flag(e.RefersBack && e._back.Subject)),
        ("subject nearer to a pronoun", static e => Flag(e.IsPronoun && e._back.Subject)),
        ("compatriot nearer", static e => Flag(e.RefersBack && e._back.Compatriot)),
        ("compatriots", static e => e.RefersBack && e.IsPerson ? Math.Min(e._around.PeopleOf(e.Entity.State) - 1, 3) : 0),
        ("others together nearer", static e => Flag(e.RefersBack && e._back.Several)),
        ("left open nearer", static e => Flag(e.RefersBack && e._back.Open)),
        (
            "after one unnamed",
            static e => Flag(e.RefersBack && e._back.Antecedent >= 0 && e.Before.Rule.Contains("/unnamed-", StringComparison.Ordinal))
        ),
        ("state left out", static e => Flag(e.LeavesStateOut)),
        ("states near one left out", static e => e.LeavesStateOut ? Math.Min(e._around.StatesNear(e._index), 4) : 0),
        ("he or she", static e => Flag(e.IsPronoun && e.IsPerson && e.Mention.Entities.Length == 1)),
        ("it", static e => Flag(e.IsIt)),
        ("it with an actor's verb", static e => Flag(e.IsIt && e.HasActorVerb)),
        ("it with another verb", static e => Flag(e.IsIt && e._around.IsSubject(e.Mention) && !e.HasActorVerb)),
        ("its with an actor's noun", static e => Flag(e.IsIt && e.HasActorNoun)),
        ("its with another noun", static e => Flag(e.IsIt && e.Relation == Relation.NmodPoss && !e.HasActorNoun)),
        ("possessive pronoun", static e => Flag(e.IsPronoun && e.Relation == Relation.NmodPoss)),
        ("of the home state", static e => Flag(e._around.Home is { } home && e.Entity.State == home)),
        ("home unknown", static e => Flag(e._around.Home is null)),
        ("share of its state", static e => e._around.ShareOf(e.Entity.State)),
        ("day unknown", static e => Flag(e._around.Date.IsUnknown)),
        ("short text", static e => Flag(e._around.Text.Tokens.Length < 150)),
        ("long text", static e => Flag(e._around.Text.Tokens.Length > 500)),
    ];

    /// <summary>The names of the pieces, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Pieces.Select(static piece => piece.Name)];

    private ResolvedMention Mention => _around.Mentions[_index];

    private ResolvedMention Before => _around.Mentions[_back.Antecedent];

    private Entity Entity => Mention.Entities[0];

    private Sentence Sentence => _around.Text.Sentences[_sentence];

    private Relation Relation => _around.Text.Tokens[Mention.Head].Relation;

    private int Length => Mention.EndToken - Mention.FirstToken;

    private int Distance => _back.Antecedent < 0 ? -1 : _sentence - _around.SentenceOf(_back.Antecedent);

    private bool IsPerson => Entity.Type == EntityType.Person;

    private bool IsPronoun => Is(MentionForm.Pronoun);

    private bool IsUnknown => IsNew(Entity);

    private bool RefersBack => Mention.Form is not (MentionForm.Name or MentionForm.Metonym);

    private bool IsIt => IsPronoun && !IsPerson && Mention.Entities.Length == 1;

    private bool HasActorVerb =>
        _around.IsSubject(Mention) && Governor >= 0 && ReferenceWords.ActorVerbs.Contains(_around.Text.Tokens[Governor].Lemma);

    private bool HasActorNoun =>
        Relation == Relation.NmodPoss && Governor >= 0 && ReferenceWords.ActorNouns.Contains(_around.Text.Tokens[Governor].Lemma);

    // Hangs on a noun.
    private bool IsDependent =>
        Relation is Relation.Compound or Relation.Amod or Relation.NmodPoss or Relation.Nmod or Relation.NmodUnmarked;

    private int Next => Mention.EndToken < Sentence.EndToken ? Mention.EndToken : -1;

    private int Governor => _around.Text.Tokens[Mention.Head].Head;

    // "the foreign ministry", "the country", "the president": of which state is for the text to tell.
    private bool LeavesStateOut =>
        !IsPronoun && !HasCapital && Mention.Entities.Length == 1 && Entity.State is not null && Mention.Form != MentionForm.Metonym;

    // The word before, articles left out.
    private bool HasPlaceCue
    {
        get
        {
            var before = Mention.FirstToken - 1;
            if (before > Sentence.FirstToken && _around.Text.Tokens[before].Tag is UniversalTag.DET or UniversalTag.ADJ)
                before--;
            return before >= Sentence.FirstToken && Phrasing.PlaceCues.Contains(_around.Text.Tokens[before].Lemma);
        }
    }

    private bool HasSmallWord
    {
        get
        {
            for (var i = Mention.FirstToken + 1; i < Mention.EndToken; i++)
                if (_around.Text.Tokens[i].Tag is UniversalTag.ADP or UniversalTag.CCONJ)
                    return true;
            return false;
        }
    }

    private bool HasCapital
    {
        get
        {
            for (var i = Mention.FirstToken; i < Mention.EndToken; i++)
                if (i > Sentence.FirstToken && char.IsUpper(_around.Text.Form(i)[0]))
                    return true;
            return false;
        }
    }

    private bool IsLoud
    {
        get
        {
            var letters = 0;
            for (var i = Mention.FirstToken; i < Mention.EndToken; i++)
                foreach (var letter in _around.Text.Form(i))
                    if (char.IsLower(letter))
                        return false;
                    else if (char.IsUpper(letter))
                        letters++;
            return letters > 1;
        }
    }

    // The word after belongs to a name as well, as in "Barmal District", or hangs together with this one.
    private bool GoesOn
    {
        get
        {
            var next = Mention.EndToken;
            return next < Sentence.EndToken
                && _around.Text.Tokens[next].Tag is UniversalTag.PROPN
                && (_around.Text.Tokens[next].Head == Mention.Head || _around.Text.Tokens[Mention.Head].Head == next);
        }
    }

    private bool BeganBefore
    {
        get
        {
            var last = Mention.FirstToken - 1;
            return last >= Sentence.FirstToken
                && _around.Text.Tokens[last].Tag is UniversalTag.PROPN or UniversalTag.ADJ
                && _around.Text.Tokens[last].Head >= Mention.FirstToken
                && _around.Text.Tokens[last].Head < Mention.EndToken;
        }
    }

    /// <summary>Writes the value of every piece, in the order of <see cref="Names"/>.</summary>
    public void Write(Span<double> values)
    {
        for (var i = 0; i < Pieces.Length; i++)
            values[i] = Pieces[i].Value(this);
    }

    private bool Is(MentionForm form) => Mention.Form == form;

    private static bool IsNew(Entity entity) => entity.Id.StartsWith("unknown/", StringComparison.Ordinal);

    private static double Flag(bool holds) => holds ? 1 : 0;

    private static double Odds(double confidence) => Math.Log(Math.Clamp(confidence, .2, .97) / (1 - Math.Clamp(confidence, .2, .97)));
}
