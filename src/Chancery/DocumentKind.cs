using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Actors;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery;

/// <summary>
/// What kind of text a document is and who issues it, where its carrier does not say: by the heads and the style of readouts, speeches and transcripts
/// (<c>codebook/accounts/kinds.csv</c>). A text with nothing of theirs is a reporter's.
/// </summary>
internal static class DocumentKind
{
    private const int Enough = 4;
    private const int FewestTurns = 3;
    private const int MostOnce = 2;
    private const int MostCited = 4;

    private static readonly ImmutableArray<(string Phrase, bool Title, TextKind Kind, int Weight)> Marks =
    [
        .. EmbeddedTable
            .Rows("codebook/accounts/kinds.csv")
            .Select(static row => (row[0], row[1] == "title", KindOf(row[2]), int.Parse(row[3]))),
    ];

    /// <summary>The kind, and why; no reason where it is a reporter's.</summary>
    public static (TextKind Kind, string? Why) Of(ParsedText text, string? title)
    {
        var words = text.Document.Text;
        if (Turns(text).Count >= FewestTurns)
            return (TextKind.Interview, "the text is in turns of speakers");
        var head = title ?? Head(text) ?? "";
        var scores = new int[Enum.GetValues<TextKind>().Length];
        var said = new Dictionary<TextKind, string>();
        foreach (var (phrase, inTitle, kind, weight) in Marks)
        {
            var times = inTitle ? Count(head, phrase, 1) : Count(words, phrase, MostOnce);
            if (times == 0)
                continue;
            scores[(int)kind] += weight * times;
            said.TryAdd(kind, phrase);
        }

        var style = Style(text, head);
        if (
            Math.Max(scores[(int)TextKind.Speech], Math.Max(scores[(int)TextKind.Interview], scores[(int)TextKind.JointStatement])) < Enough
        )
            scores[(int)TextKind.Readout] += style;
        scores[(int)TextKind.News] += Math.Min(3, Count(words, ",\" ", 3) + Count(words, ",” ", 3));
        var best = TextKind.News;
        foreach (var kind in (ReadOnlySpan<TextKind>)[TextKind.JointStatement, TextKind.Interview, TextKind.Speech, TextKind.Readout])
            if (scores[(int)kind] >= Enough && (best == TextKind.News || scores[(int)kind] > scores[(int)best]))
                best = kind;
        if (best is TextKind.Readout or TextKind.Speech)
            scores[(int)TextKind.News] += Citing(text);
        // What an organ of a state publishes is its own account, however drily it is written.
        if (
            best == TextKind.News
            && text.Document.Publisher is { } publisher
            && AccountOwner.Publisher(publisher) is { Type: EntityType.Organ, State: not null } organ
        )
            return (TextKind.Readout, $"{organ.Name} publishes it");
        return
            best == TextKind.News || scores[(int)best] < 2 * scores[(int)TextKind.News] || scores[(int)best] <= scores[(int)TextKind.News]
            ? (TextKind.News, null)
            : (
                best,
                said.TryGetValue(best, out var mark)
                    ? $"it says \"{mark}\" and is written like such a text"
                    : "it calls its own leader by title and name alone, or itself \"we\", as one side's text does"
            );
    }

    // A reporter cites: the texts of several sides most of all, or of one of them again and again.
    private static int Citing(ParsedText text)
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        var citing = 0;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Role is not (SentenceRole.Body or SentenceRole.Item))
                continue;
            var cited = Citations.In(text.Document.Text, sentence.Span);
            if (cited.Length > 0)
                citing++;
            foreach (var citation in cited)
                states.Add(citation.Issuer.State ?? citation.Issuer.Id);
        }

        return Math.Min(citing, MostCited) + (states.Count > 1 ? MostCited : 0);
    }

    // A side calls its own leader by title and name alone, speaks of "we" outside quotation marks, and needs no dateline.
    private static int Style(ParsedText text, string head)
    {
        var style = IsBare(head) ? 3 : 0;
        var (opening, quoted, dateline) = (false, false, false);
        var we = 0;
        foreach (var sentence in text.Sentences)
        {
            var words = sentence.Span.In(text.Document.Text);
            dateline |= sentence.Role == SentenceRole.Dateline;
            if (sentence.Role == SentenceRole.Body && !opening)
            {
                opening = true;
                if (IsBare(words))
                    style += 2;
            }

            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (text.Form(i) is "\"" or "“" or "”")
                    quoted = !quoted;
                if (!quoted && text.Form(i) is "we" or "We" or "our" or "Our")
                    we++;
            }
        }

        return style + Math.Min(we, 2) * 2 + (dateline ? 0 : 1);
    }

    // "President Ruto receives", "Foreign Minister George Gerapetritis met".
    private static bool IsBare(ReadOnlySpan<char> words)
    {
        var text = words[..Math.Min(words.Length, 60)].ToString().Split(' ');
        for (var count = Math.Min(3, text.Length - 1); count > 0; count--)
            if (World.Default.Title(string.Join(' ', text[..count]).ToLowerInvariant()) is not null)
                return char.IsUpper(text[count].FirstOrDefault()) && text[count - 1].Length > 0 && char.IsUpper(text[0][0]);
        return false;
    }

    /// <summary>The side whose text it is: an organ in its head, else the state of its dateline or of whoever it speaks of with a bare title; null where nothing tells.</summary>
    public static Entity? Issuer(ParsedText text, Cast cast, TextKind kind)
    {
        if (kind is TextKind.News or TextKind.JointStatement)
            return null;
        var opening = -1;
        Entity? home = null;
        for (var s = 0; s < text.Sentences.Length && opening < 0; s++)
        {
            if (text.Sentences[s].Role is SentenceRole.Body or SentenceRole.Item)
                opening = s;
            foreach (var mention in In(cast, text.Sentences[s]))
            {
                if (
                    text.Sentences[s].Role == SentenceRole.Headline
                    && mention.Entities is [{ Type: EntityType.Organ, State: not null } organ]
                    && !IsWhere(text, mention)
                )
                    return organ with { Span = null };
                if (text.Sentences[s].Role == SentenceRole.Dateline && mention.Entities is [{ State: { } seat }])
                    home ??= World.Default.Find("state/" + seat) is { } known ? Of(known) : null;
            }
        }

        if (opening < 0)
            return home;
        // Past "The below is attributable to ...": the first sentence that names persons of states.
        ResolvedMention[] persons = [];
        for (var s = opening; s < Math.Min(opening + 3, text.Sentences.Length) && persons.Length == 0; s++)
            persons =
            [
                .. In(cast, text.Sentences[s]).Where(static mention => mention.Entities is [{ Type: EntityType.Person, State: not null }]),
            ];
        var own = kind == TextKind.Interview ? Answering(text, cast) : Bare(text, persons)?.Entities[0].State;
        // A readout is often sent from where the visitor was received; it is the issuer's leader whom it calls by his bare title.
        return own is null ? home
            : World.Default.Find("state/" + own) is { } state ? Of(state)
            : home;
    }

    // "receives him at State House" tells where.
    private static bool IsWhere(ParsedText text, ResolvedMention mention) =>
        mention.FirstToken > 0 && text.Form(mention.FirstToken - 1) is "at" or "in" or "to" or "with";

    // "President Xi Jinping met Indonesian President Prabowo Subianto": who needs no state is at home.
    private static ResolvedMention? Bare(ParsedText text, ResolvedMention[] persons)
    {
        var bare = persons.Where(mention => !NamesState(text, mention)).ToArray();
        if (bare.Length == 0)
            return null;
        return bare.Select(static mention => mention.Entities[0].State).Distinct(StringComparer.Ordinal).Count() == 1
            ? bare[0]
            : Array.Find(bare, mention => text.Tokens[mention.Head].Relation is Relation.Nsubj or Relation.NsubjPass);
    }

    private static bool NamesState(ParsedText text, ResolvedMention mention)
    {
        var state = mention.Entities[0].State!;
        var words = text.SpanOf(mention.FirstToken, Math.Min(mention.EndToken + 4, text.Tokens.Length)).In(text.Document.Text);
        return words.Contains(World.Default.AdjectiveOf(state), StringComparison.OrdinalIgnoreCase)
            || World.Default.Find("state/" + state) is { } known && words.Contains(known.Name, StringComparison.OrdinalIgnoreCase)
            || words.Contains("Republic", StringComparison.Ordinal)
            || Enumerable
                .Range(mention.FirstToken, mention.Head - mention.FirstToken)
                .Any(token => Citations.State(text.Form(token).ToString().Replace(".", "", StringComparison.Ordinal)) == state);
    }

    // Whoever speaks most often in the turns.
    private static string? Answering(ParsedText text, Cast cast)
    {
        var most = Turns(text)
            .GroupBy(static turn => turn.Name, StringComparer.Ordinal)
            .OrderByDescending(static turns => turns.Count())
            .ThenBy(static turns => turns.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (most is null)
            return null;
        foreach (var mention in cast.Mentions)
            if (
                mention.Entities is [{ State: { } state } who]
                && who.Type is EntityType.Person or EntityType.Organ
                && most.Any(turn => text.Tokens[mention.FirstToken].Span.Start == turn.At)
            )
                return state;
        return null;
    }

    // "Mao Ning: We have noted the remarks."
    private static List<(string Name, int At)> Turns(ParsedText text)
    {
        var turns = new List<(string, int)>();
        var words = text.Document.Text;
        var start = 0;
        while (start < words.Length && turns.Count < 200)
        {
            var end = words.IndexOf('\n', start);
            if (end < 0)
                end = words.Length;
            var colon = words.AsSpan(start, end - start).IndexOf(':');
            if (
                colon is > 1 and < 48
                && end - start > colon + 4
                && char.IsUpper(words[start])
                && words.AsSpan(start, colon) is var name
                && name.Count(' ') < 6
                && name.IndexOfAny('.', ',', '"') < 0 | name.Length < 24
            )
                turns.Add((name.ToString(), start));
            start = end + 1;
        }

        return turns;
    }

    private static IEnumerable<ResolvedMention> In(Cast cast, Sentence sentence) =>
        cast
            .Mentions.SkipWhile(mention => mention.FirstToken < sentence.FirstToken)
            .TakeWhile(mention => mention.FirstToken < sentence.EndToken);

    private static Entity Of(KnownEntity known) =>
        new()
        {
            Id = known.Id,
            Name = known.Name,
            Type = known.Type,
            State = known.State,
        };

    private static string? Head(ParsedText text)
    {
        foreach (var sentence in text.Sentences)
            if (sentence.Role == SentenceRole.Headline)
                return sentence.Span.In(text.Document.Text).ToString();
        return null;
    }

    private static int Count(string text, string phrase, int most)
    {
        var times = 0;
        for (
            var from = 0;
            times < most && text.AsSpan(from).IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at and >= 0;
            from += at + phrase.Length
        )
            times++;
        return times;
    }

    private static TextKind KindOf(string kind) =>
        kind switch
        {
            "readout" => TextKind.Readout,
            "joint-statement" => TextKind.JointStatement,
            "interview" => TextKind.Interview,
            "speech" => TextKind.Speech,
            _ => TextKind.News,
        };
}
