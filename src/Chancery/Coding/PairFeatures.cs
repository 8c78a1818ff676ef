using System.Globalization;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// What a weighted model sees of two parties in a text: what the codebook proposes, the path between them in the tree, the words
/// between and after, and which types of the codebook the words of the path are alike to. Each feature has a name that a person can read.
/// </summary>
internal static class PairFeatures
{
    private const int PathReach = 24,
        After = 6;

    public static List<(string Name, float Value)> Of(Pair pair)
    {
        var text = pair.Text;
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        Proposals(pair, found);
        var path = Path(text, pair.Source, pair.Target, out var top);
        Tree(pair, path, top, found);
        Words(pair, found);
        Likeness(text, path, found);
        found["bias"] = 1;
        return [.. found.Select(pair => (pair.Key, pair.Value)).OrderBy(feature => feature.Key, StringComparer.Ordinal)];
    }

    // What is told as done speaks for its type; what is to come or was not done speaks first of that.
    private static void Proposals(Pair pair, Dictionary<string, float> found)
    {
        var first = true;
        foreach (var proposal in pair.Proposals)
        {
            var coded = proposal.Event;
            var real = coded.Status is EntryStatus.Occurred or EntryStatus.Ongoing or EntryStatus.Historical ? "" : $"|{coded.Status}";
            found[$"fit:{coded.Type}:{proposal.Fit}{real}"] = 1;
            found[$"type:{coded.Type}{real}"] = 1;
            found[$"quad:{coded.Quad}{real}"] = 1;
            if (!first)
                continue;
            first = false;
            found[$"best:{coded.Type}{real}"] = 1;
            found[$"best:{coded.Rule}{real}"] = 1;
            found[$"best:{coded.Cameo}"] = 1;
            found[$"beststatus:{coded.Status}"] = 1;
            found[$"bestfit:{proposal.Fit}"] = 1;
        }

        if (first)
            found["best:none"] = 1;
    }

    private static void Tree(Pair pair, List<int> path, int top, Dictionary<string, float> found)
    {
        var text = pair.Text;
        found[$"source:{text.Tokens[pair.Source].Relation.Label()}"] = 1;
        found[$"target:{text.Tokens[pair.Target].Relation.Label()}"] = 1;
        foreach (var dependent in text.Dependents(pair.Target))
            if (text.Tokens[dependent].Relation == Relation.Case)
                found[$"case:{text.Tokens[dependent].Lemma}"] = 1;
        if (top >= 0)
            found[$"top:{text.Tokens[top].Lemma}"] = 1;
        var verb = Governor(text, pair.Source);
        if (verb >= 0)
        {
            var lemma = text.Tokens[verb].Lemma;
            found[$"verb:{lemma}"] = 1;
            found[$"status:{StatusReader.Own(text, verb)}"] = 1;
            foreach (var dependent in text.Dependents(verb))
            {
                var word = text.Tokens[dependent];
                if (
                    word.Relation is Relation.Obj or Relation.Xcomp or Relation.Ccomp or Relation.Obl or Relation.CompoundPrt
                    && dependent != pair.Target
                )
                {
                    found[$"verb+:{lemma}+{word.Lemma}"] = 1;
                    found[$"arg:{word.Lemma}"] = 1;
                    found[$"argtype:{TypeOf(word)}"] = 1;
                }
                else if (word.Relation is Relation.Aux or Relation.Advmod)
                    found[$"mod:{word.Lemma}"] = 1;
            }
        }

        foreach (var token in path)
        {
            var word = text.Tokens[token];
            if (token == pair.Source || token == pair.Target)
                continue;
            found[$"path:{word.Lemma}"] = 1;
            if (TypeOf(word) is { } type)
                found[$"pathtype:{type}"] = 1;
            var cluster = WordLikeness.Cluster(word.Lemma);
            if (cluster > 0)
                found[string.Create(CultureInfo.InvariantCulture, $"cluster:{cluster}")] = 1;
        }
    }

    private static void Words(Pair pair, Dictionary<string, float> found)
    {
        var text = pair.Text;
        var (from, to) = (Math.Min(pair.Source, pair.Target), Math.Max(pair.Source, pair.Target));
        if (pair.Source > pair.Target)
            found["order:target first"] = 1;
        for (var i = from + 1; i < to && i < from + 40; i++)
        {
            var word = text.Tokens[i];
            if (!IsContent(word))
                continue;
            found[$"between:{word.Lemma}"] = 1;
            if (TypeOf(word) is { } type)
                found[$"betweentype:{type}"] = 1;
            if (i + 1 < to)
                found[$"pair:{word.Lemma} {text.Tokens[i + 1].Lemma}"] = 1;
        }

        for (var i = to + 1; i < Math.Min(to + 1 + After, text.Tokens.Length); i++)
            if (IsContent(text.Tokens[i]))
                found[$"after:{text.Tokens[i].Lemma}"] = 1;
    }

    private static void Likeness(ParsedText text, List<int> path, Dictionary<string, float> found)
    {
        foreach (var token in path)
        {
            var word = text.Tokens[token];
            if (!IsContent(word) || word.Tag == UniversalTag.PROPN || WordLikeness.Of(word.Lemma) is not { } vector)
                continue;
            foreach (var (type, centre) in CodebookVectors.Nearest(vector))
            {
                var name = $"like:{type}";
                found[name] = Math.Max(found.GetValueOrDefault(name, -1), centre);
            }
        }
    }

    /// <summary>The type of the first frame of a word, whatever must stand beside it; null where the codebook has none.</summary>
    internal static EventType? TypeOf(Token word) =>
        word.Tag switch
        {
            UniversalTag.VERB when Codebook.Verbs.TryGetValue(word.Lemma, out var verbs) => verbs[^1].Type,
            UniversalTag.NOUN when Codebook.Nouns.TryGetValue(word.Lemma, out var nouns) => nouns[^1].Type,
            UniversalTag.ADJ when Codebook.Adjectives.TryGetValue(word.Lemma, out var adjectives) => adjectives[^1].Type,
            _ => null,
        };

    private static bool IsContent(Token word) =>
        word.Tag is UniversalTag.VERB or UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.ADP or UniversalTag.PART or UniversalTag.ADV;

    private static int Governor(ParsedText text, int token)
    {
        for (var i = 0; i < 6 && token >= 0; i++)
        {
            token = text.Tokens[token].Head;
            if (token >= 0 && text.Tokens[token].IsVerb)
                return token;
        }

        return -1;
    }

    private static List<int> Path(ParsedText text, int source, int target, out int top)
    {
        var up = new List<int>();
        for (var at = source; at >= 0 && up.Count < PathReach; at = text.Tokens[at].Head)
            up.Add(at);
        var down = new List<int>();
        top = -1;
        for (var at = target; at >= 0 && down.Count < PathReach; at = text.Tokens[at].Head)
        {
            if (up.IndexOf(at) is var meeting and >= 0)
            {
                top = at;
                up.RemoveRange(meeting + 1, up.Count - meeting - 1);
                break;
            }

            down.Add(at);
        }

        up.AddRange(down);
        return up;
    }
}
