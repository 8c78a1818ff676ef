using System.Text;
using Chancery.Reading;
using Chancery.Reading.Naming;
using Chancery.Reading.Network;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Training.Reading;

/// <summary>
/// Turns names into cases: those of labelled sentences; those of raw ones that lists and last words tell beyond doubt,
/// from which only the place of a name is learnt; and names of lists, from which only words are.
/// </summary>
internal sealed class NameCases(NameLexicon lexicon)
{
    private const float RawWeight = 0.1f,
        ListWeight = 0.5f,
        FewOfKind = 1500f;
    private const int Batch = 200,
        LeastRaw = 6,
        LongestRaw = 60;

    // Words that close, or with "of" open, the names of bodies only.
    private static readonly HashSet<string> Closing = new(StringComparer.Ordinal)
    {
        "Agency",
        "Airlines",
        "Airways",
        "Association",
        "Authority",
        "Bank",
        "Bureau",
        "Co",
        "Co.",
        "College",
        "Commission",
        "Committee",
        "Company",
        "Congress",
        "Corp",
        "Corp.",
        "Council",
        "Department",
        "Federation",
        "Foundation",
        "Group",
        "Inc",
        "Inc.",
        "Industries",
        "Institute",
        "Ltd",
        "Ltd.",
        "Ministry",
        "Motors",
        "Organisation",
        "Organization",
        "PLC",
        "Parliament",
        "Party",
        "Plc",
        "Senate",
        "Union",
        "University",
    };

    private static readonly HashSet<string> Opening = new(StringComparer.Ordinal)
    {
        "Association",
        "Bank",
        "Department",
        "Ministry",
        "University",
    };

    private readonly NeuralReader _reader = NeuralReader.Load(ReaderSize.Fast);
    private readonly NameTyper _untaught = new(lexicon, new short[NameTyper.Choices * NameTyper.Types], [], []);
    private readonly List<NameCase> _cases = [];

    public IReadOnlyList<NameCase> All => _cases;

    /// <summary>Adds the names of labelled sentences, with what the network, which must not have seen them, gives to each type.</summary>
    public void Add(IEnumerable<(string[] Forms, List<(int First, int End, int Choice)> Names)> sentences, NameShares held)
    {
        foreach (var chunk in sentences.Chunk(Batch))
        {
            var (parsed, drafts) = Parse(chunk.Select(s => s.Forms));
            for (var s = 0; s < chunk.Length; s++)
            {
                if (chunk[s].Names.Count > 0)
                    held.Open(chunk[s].Forms);
                foreach (var (first, end, choice) in chunk[s].Names)
                    _cases.Add(Case(parsed, drafts[s], first, end, choice, held.Of(first, end)));
            }
        }
    }

    /// <summary>Adds the names of raw sentences that lists tell.</summary>
    public void AddRaw(IEnumerable<string[]> sentences)
    {
        foreach (var chunk in sentences.Where(s => s.Length is >= LeastRaw and <= LongestRaw).Chunk(Batch))
        {
            var (parsed, drafts) = Parse(chunk);
            var s = 0;
            foreach (var name in parsed.Names)
            {
                while (drafts[s].EndWord <= name.FirstToken)
                    s++;
                if (Told(parsed, name) is not { } type)
                    continue;
                var place = new uint[NameFeatures.Most];
                var features = new NameFeatures(place, lexicon);
                features.AddPlace(
                    parsed.Document.Text,
                    parsed.Tokens.AsSpan(),
                    name.FirstToken,
                    name.EndToken,
                    drafts[s].FirstWord,
                    drafts[s].EndWord
                );
                _cases.Add(new NameCase([], place[..features.Count], [], (int)type, RawWeight));
            }
        }
    }

    /// <summary>Adds names of lists, from which only words are learnt, as if no list knew them.</summary>
    public void AddListed(NameListing listing)
    {
        var words = new List<Span>();
        var room = new uint[NameFeatures.Most];
        foreach (var (name, type, kind) in listing.Examples())
        {
            words.Clear();
            Tokenizer.Cut(name, 0, name.Length, words);
            if (words.Count > 8)
                continue;
            var features = new NameFeatures(room, lexicon);
            features.AddWords(
                name,
                words
                    .Select(w => new Token
                    {
                        Span = w,
                        Tag = UniversalTag.PROPN,
                        Penn = PennTag.NNP,
                        Features = default,
                        Lemma = "",
                        Head = -1,
                        Relation = Relation.Root,
                    })
                    .ToArray(),
                0,
                words.Count,
                listed: false
            );
            _cases.Add(new NameCase(room[..features.Count], [], [], (int)type, ListWeight * MathF.Min(1f, FewOfKind / kind)));
        }
    }

    private NameCase Case(ParsedText parsed, SentenceDraft sentence, int first, int end, int choice, sbyte[] shares)
    {
        var room = new uint[NameFeatures.Most];
        var text = parsed.Document.Text;
        var tokens = parsed.Tokens.AsSpan();
        var words = new NameFeatures(room, lexicon);
        words.AddWords(text, tokens, sentence.FirstWord + first, sentence.FirstWord + end);
        uint[] own = room[..words.Count];
        var place = new NameFeatures(room, lexicon);
        place.AddPlace(text, tokens, sentence.FirstWord + first, sentence.FirstWord + end, sentence.FirstWord, sentence.EndWord);
        return new NameCase(own, room[..place.Count], shares, choice, 1f);
    }

    private (ParsedText Parsed, List<SentenceDraft> Drafts) Parse(IEnumerable<string[]> sentences)
    {
        var text = new StringBuilder();
        var words = new List<Span>();
        var drafts = new List<SentenceDraft>();
        foreach (var forms in sentences)
        {
            var first = words.Count;
            foreach (var form in forms)
            {
                words.Add(new Span(text.Length, text.Length + form.Length));
                text.Append(form).Append(' ');
            }

            drafts.Add(new SentenceDraft(first, words.Count, drafts.Count, SentenceRole.Body));
        }

        return (_reader.Read(Document.Of(text.ToString()), words, drafts, _untaught), drafts);
    }

    private NameType? Told(ParsedText parsed, NameSpan name)
    {
        string[] words =
        [
            .. Enumerable
                .Range(name.FirstToken, name.EndToken - name.FirstToken)
                .Select(i => parsed.Tokens[i].Span.In(parsed.Document.Text).ToString()),
        ];
        if (!char.IsUpper(words[0][0]))
            return null;
        if (words.Length > 1 && (Closing.Contains(words[^1]) || (words[1] == "of" && Opening.Contains(words[0]))))
            return NameType.Organisation;
        var row = 0UL;
        foreach (var word in words)
            row = NameLexicon.Follow(row, FormFeatures.KeyOf(word));
        var whole = lexicon.ListsOf(row) & ~(words.Length > 1 ? NameLists.Given | NameLists.Surname : NameLists.None);
        NameLists first = ListsOf(words[0]),
            last = ListsOf(words[^1]);
        if (
            words.Length is 2 or 3
            && words.All(w => char.IsUpper(w[0]))
            && (whole & ~NameLists.Person) == NameLists.None
            && (
                whole == NameLists.Person
                || (
                    (first & NameLists.Given) != NameLists.None
                    && (last & NameLists.Surname) != NameLists.None
                    && (first & NameLists.Place) == NameLists.None
                )
            )
        )
            return NameType.Person;
        if (
            (whole & ~(NameLists.Place | NameLists.LargePlace)) == NameLists.None
            && (whole & NameLists.Place) != NameLists.None
            && (words.Length > 1 || (whole & NameLists.LargePlace) != NameLists.None)
        )
            return NameType.Place;
        return words.Length == 1
            ? null
            : whole switch
            {
                NameLists.Organisation => NameType.Organisation,
                NameLists.Event => NameType.Event,
                _ => null,
            };
    }

    private NameLists ListsOf(string word) => lexicon.ListsOf(NameLexicon.Follow(0, FormFeatures.KeyOf(word)));
}
