using System.Runtime.InteropServices;
using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>
/// Parts the words of one paragraph into sentences. Where they end is learnt (<see cref="BoundaryModel"/>); rules see to it that a
/// closing mark stays with its sentence and a title with its name. A run longer than <see cref="Longest"/> is cut at the best sign
/// before it, so that no text costs more than its length.
/// </summary>
internal sealed class SentenceSplitter(BoundaryModel model, uint style)
{
    /// <summary>The most words that one tree is built over; a tree's cost grows with the square of its length.</summary>
    public const int Longest = 120;
    private const uint Lower = 2;

    private static readonly WordList Titles = WordList.Load("abbreviations", "title");
    private static readonly WordList Numbered = WordList.Load("abbreviations", "number");
    private static readonly WordList Units = WordList.Load("abbreviations", "unit");
    private static readonly WordList Hours = WordList.Load("abbreviations", "hour");
    private static readonly WordList Onward = WordList.Load("starters", "onward");
    private static readonly WordList Weekdays = WordList.Load("starters", "weekday");
    private readonly List<BoundaryWord> _seen = [];

    /// <summary>
    /// Whether a text begins its sentences with capitals: 1 if three in four of its stops are followed by one, 2 if fewer are, 0 if
    /// it has too few stops to tell.
    /// </summary>
    public static uint StyleOf(ReadOnlySpan<char> text)
    {
        int capitals = 0,
            all = 0;
        var stopped = 0;
        foreach (var c in text)
        {
            if (c is '.' or '!' or '?')
                stopped = 1;
            else if (char.IsWhiteSpace(c))
                stopped = stopped > 0 ? 2 : 0;
            else
            {
                if (stopped == 2 && char.IsLetter(c))
                {
                    all++;
                    if (char.IsUpper(c))
                        capitals++;
                }

                stopped = 0;
            }
        }

        return all < 3 ? 0u
            : capitals * 4 >= all * 3 ? 1u
            : 2u;
    }

    /// <summary>Adds one past the last word of every sentence among the words from first to end.</summary>
    public void Split(string text, List<Span> words, int first, int end, List<int> ends)
    {
        if (first == end)
            return;
        var seen = Describe(text, words, first, end);
        Span<int> features = stackalloc int[BoundaryModel.Features];
        var start = first;
        var state = new SentenceState(0, style, 0);
        for (var i = first; i < end - 1; i++)
        {
            state = state.After(seen[i - first], text[words[i].Start]);
            BoundaryModel.Describe(seen, start - first, i - first, state, features);
            if (model.Ends(features) ? !HoldsOn(text, words, i) : Abbreviated(seen, i - first) || Stopped(text, words, i, end))
            {
                start = i + 1;
                ends.Add(start);
                state = new SentenceState(0, style, 0);
            }
            else if (i + 1 - start >= Longest)
            {
                start = CutLong(text, words, start, i + 1);
                ends.Add(start);
                state = new SentenceState(0, style, 0);
            }
        }

        ends.Add(end);
    }

    /// <summary>What the model sees of the words from first to end; good until the next call.</summary>
    public ReadOnlySpan<BoundaryWord> Describe(string text, List<Span> words, int first, int end)
    {
        _seen.Clear();
        for (var i = first; i < end; i++)
            _seen.Add(BoundaryWord.Of(text, words[i], i == first ? words[i].Start : words[i - 1].End));
        return CollectionsMarshal.AsSpan(_seen);
    }

    // What no text should teach otherwise: a mark that closes or goes on clings to the word before it, a title to its name,
    // the hour to its day ("at 9 a.m. Wednesday, he said").
    private bool HoldsOn(string text, List<Span> words, int at)
    {
        var next = words[at + 1].In(text);
        var clings = words[at].End == words[at + 1].Start;
        if (clings && next is "”" or "’" or "»" or ")" or "]" or "''" or "," or ";" or ":")
            return true;
        var form = words[at].In(text);
        if (form.Length == 1 || form[^1] != '.')
            return false;
        // "… 400 km. from the border": who opens sentences with capitals goes on here.
        if (style != Lower && char.IsLower(next[0]) && Onward.Contains(next) && Tokenizer.IsAbbreviation(form))
            return true;
        return char.IsUpper(next[0])
            ? Titles.Contains(form[..^1]) || (Hours.Contains(form[..^1]) && Weekdays.Contains(next))
            : char.IsDigit(next[0]) && Numbered.Contains(form[..^1]);
    }

    // "… in the U.S. He …": an abbreviation that is no title, then a usual opening word in capitals. Treebanks have too few of them to learn from.
    private static bool Abbreviated(ReadOnlySpan<BoundaryWord> seen, int at) =>
        seen[at].Class is BoundaryWord.Dotted or > BoundaryWord.Title && seen[at + 1] is { Class: BoundaryWord.Opening, Spaced: true };

    // A stop of its own or of a unit ("400 km."), then a capital, a quotation that opens with one, or a name with one behind its first letter ("eBay", "iPhone").
    private static bool Stopped(string text, List<Span> words, int at, int end)
    {
        var form = words[at].In(text);
        if (form[^1] != '.' || (form.Length > 1 && !Units.Contains(form[..^1])) || words[at + 1].Start == words[at].End)
            return false;
        var next = words[at + 1].In(text);
        if (next is "\"" or "“" or "``" && at + 2 < end && words[at + 1].End == words[at + 2].Start)
            next = words[at + 2].In(text);
        return char.IsUpper(next[0]) || (char.IsLower(next[0]) && next.Length > 2 && char.IsUpper(next[1]));
    }

    private static int CutLong(string text, List<Span> words, int start, int end)
    {
        var earliest = start + ((end - start) / 2);
        for (var i = end - 1; i > earliest; i--)
            if (words[i].In(text) is ";" or ":" or "—" or "--" or "," or ")")
                return i + 1;
        return end;
    }
}
