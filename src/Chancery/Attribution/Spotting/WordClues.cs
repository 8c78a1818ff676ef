using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Attribution.Spotting;

/// <summary>What is seen of a word before its neighbours: its own form and class, its place in the tree, and how it stands to quotation marks.</summary>
internal static class WordClues
{
    /// <summary>The most clues that a word has.</summary>
    public const int Most = 28;

    /// <summary>Writes the keys of a word's clues and gives their number.</summary>
    public static int Of(TextView view, WordVectors vectors, int i, Span<ulong> keys)
    {
        var text = view.Text;
        var token = text.Tokens[i];
        var n = 0;
        int head = token.Head,
            grand = head < 0 ? -1 : text.Tokens[head].Head;
        ulong relation = (ulong)token.Relation,
            tag = (ulong)token.Tag,
            above = head < 0 ? 1UL : view.Lemma[head],
            side = head > i ? 1UL : 0UL;
        ulong children = view.Children[i];
        var (fine, coarse) = vectors.ClustersOf(view.Vector[i]);
        var sentence = text.Sentences[view.Sentence[i]];
        keys[n++] = ClueKey.Of(1, view.Form[i].Key);
        keys[n++] = ClueKey.Of(2, view.Lemma[i], tag);
        keys[n++] = ClueKey.Of(3, (ulong)token.Penn, relation);
        keys[n++] = ClueKey.Of(4, above, relation);
        keys[n++] = ClueKey.Of(5, head < 0 ? 99UL : (ulong)text.Tokens[head].Tag, relation, side);
        keys[n++] = ClueKey.Of(6, view.Class[i], tag, children & 0xfff);
        keys[n++] = ClueKey.Of(7, (ulong)fine);
        keys[n++] = ClueKey.Of(8, (ulong)coarse, (ulong)token.Penn);
        keys[n++] = ClueKey.Of(9, (ulong)view.Form[i].Ending3);
        keys[n++] = ClueKey.Of(10, (ulong)view.Form[i].Shape, i == sentence.FirstToken ? 1UL : 0UL);
        keys[n++] = ClueKey.Of(11, view.Quoted[i], i > 0 ? view.Quoted[i - 1] : 0UL, i + 1 < text.Tokens.Length ? view.Quoted[i + 1] : 0UL);
        keys[n++] = ClueKey.Of(12, children, tag);
        keys[n++] = ClueKey.Of(13, view.Lemma[i], children & 0xfff);
        keys[n++] = ClueKey.Of(14, (ulong)fine, relation, head < 0 ? 0UL : view.Class[head]);
        keys[n++] = ClueKey.Of(15, view.Names[i], tag);
        keys[n++] = ClueKey.Of(16, grand < 0 ? 1UL : view.Lemma[grand], head < 0 ? 0UL : (ulong)text.Tokens[head].Relation, relation);
        keys[n++] = ClueKey.Of(17, (ulong)sentence.Role, sentence.Paragraph == 0 ? 1UL : 0UL, (ulong)Math.Min(sentence.Length / 8, 5));
        keys[n++] = ClueKey.Of(18, head < 0 ? 99UL : view.Class[head], relation, side);
        keys[n++] = ClueKey.Of(
            19,
            (ulong)(view.Marks[sentence.EndToken - 1] - view.Marks[i] > 0 ? 1 : 0),
            view.Quoted[i],
            (ulong)(view.Marks[i] - view.Marks[sentence.FirstToken] > 0 ? 1 : 0)
        );
        foreach (var child in text.Dependents(i))
        {
            if (n >= Most - 3)
                break;
            var below = text.Tokens[child];
            switch (below.Relation)
            {
                case Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent:
                    keys[n++] = ClueKey.Of(
                        20,
                        view.Lemma[i],
                        below.Tag == UniversalTag.PRON ? view.Lemma[child] : view.Names[child],
                        (ulong)below.Tag
                    );
                    keys[n++] = ClueKey.Of(21, view.Class[i], (ulong)vectors.ClustersOf(view.Vector[child]).Fine, (ulong)below.Relation);
                    break;
                case Relation.CompoundPrt or Relation.Mark or Relation.Case:
                    keys[n++] = ClueKey.Of(22, view.Lemma[i], view.Lemma[child]);
                    break;
                case Relation.Ccomp or Relation.Xcomp or Relation.Obj:
                    keys[n++] = ClueKey.Of(23, view.Lemma[i], (ulong)below.Relation, (ulong)below.Tag);
                    break;
                case Relation.Obl or Relation.Nmod or Relation.Acl or Relation.Advcl:
                    var mark = text.Dependent(child, Relation.Case) is var found and >= 0 ? found : text.Dependent(child, Relation.Mark);
                    if (mark >= 0)
                        keys[n++] = ClueKey.Of(24, view.Lemma[i], view.Lemma[mark]);
                    break;
            }
        }

        if (token.Relation == Relation.Case && head >= 0 && grand >= 0)
            keys[n++] = ClueKey.Of(25, view.Lemma[grand], view.Lemma[i]);
        return n;
    }
}
