using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Attribution.Spotting;

/// <summary>What the spotter asks of every word, worked out once a document: hashes, quotation marks, sentences, names, vectors.</summary>
internal sealed class TextView
{
    public TextView(ParsedText text, WordVectors vectors)
    {
        Text = text;
        Reach = new Reach(text);
        var count = text.Tokens.Length;
        Lemma = new ulong[count];
        Form = new FormFeatures[count];
        Vector = new int[count];
        Class = new byte[count];
        Sentence = new int[count];
        Names = new byte[count];
        Children = new uint[count];
        for (var i = 0; i < count; i++)
        {
            var token = text.Tokens[i];
            Lemma[i] = ClueKey.Of(token.Lemma);
            Form[i] = FormFeatures.Of(text.Form(i));
            Vector[i] = vectors.Find(Form[i].Key);
            Class[i] = ClassOf(token);
            if (token.Head >= 0)
                Children[token.Head] |= Bit(token.Relation, i > token.Head);
        }

        foreach (var name in text.Names)
            for (var i = name.FirstToken; i < name.EndToken; i++)
                Names[i] = (byte)(((int)name.Type * 2) + (i == name.FirstToken ? 1 : 2));
        for (var s = 0; s < text.Sentences.Length; s++)
            for (var i = text.Sentences[s].FirstToken; i < text.Sentences[s].EndToken; i++)
                Sentence[i] = s;
        (Quoted, Marks) = Quotes(text);
    }

    public ParsedText Text { get; }

    public Reach Reach { get; }

    /// <summary>The hash of each lemma.</summary>
    public ulong[] Lemma { get; }

    public FormFeatures[] Form { get; }

    /// <summary>The row of each word's vector, or -1.</summary>
    public int[] Vector { get; }

    /// <summary>The class of each word by the cue table: 0 for a word that is not in it.</summary>
    public byte[] Class { get; }

    /// <summary>The sentence of each word.</summary>
    public int[] Sentence { get; }

    /// <summary>The type of the name that a word belongs to, first word and others apart; 0 outside names.</summary>
    public byte[] Names { get; }

    /// <summary>Which relations that matter for a cue stand below each word, left and right.</summary>
    public uint[] Children { get; }

    /// <summary>0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing one.</summary>
    public byte[] Quoted { get; }

    /// <summary>How many quotation marks stand before each word in the document.</summary>
    public int[] Marks { get; }

    private static byte ClassOf(Token token)
    {
        var part = token.Tag == UniversalTag.NOUN ? "noun:" : "verb:";
        if (!AttributionTables.Cues.TryGetValue(part + token.Lemma, out var word))
            return 0;
        var kind = word.Class switch
        {
            "communication" => 1,
            "mental" => 2,
            "evidence" => 3,
            _ => 4,
        };
        return (byte)((kind * 8) + (int)word.Mood + 1);
    }

    private static uint Bit(Relation relation, bool right)
    {
        var bit = relation switch
        {
            Relation.Nsubj => 0,
            Relation.NsubjPass => 1,
            Relation.Ccomp => 2,
            Relation.Xcomp => 3,
            Relation.Obj => 4,
            Relation.Iobj => 5,
            Relation.Parataxis => 6,
            Relation.Mark => 7,
            Relation.AuxPass => 8,
            Relation.Aux => 9,
            Relation.Obl => 10,
            Relation.OblAgent => 11,
            Relation.Acl => 12,
            Relation.Case => 13,
            Relation.Cop => 14,
            _ => 15,
        };
        return bit == 15 ? 0 : 1u << ((bit * 2) + (right ? 1 : 0));
    }

    /// <summary>
    /// Marks are paired within a paragraph; an opening mark may stay open at its end where the next paragraph opens one again. A straight
    /// mark opens where none is open.
    /// </summary>
    private static (byte[] Quoted, int[] Marks) Quotes(ParsedText text)
    {
        var quoted = new byte[text.Tokens.Length];
        var marks = new int[text.Tokens.Length];
        int seen = 0,
            paragraph = -1;
        var open = false;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                open = false;
            paragraph = sentence.Paragraph;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var form = text.Form(i);
                var opens = form is "“" or "``" or "‘" or "«" || (!open && form is "\"" or "''");
                var closes = !opens && (form is "”" or "\"" or "''" or "»" || (open && form is "’"));
                quoted[i] =
                    opens ? (byte)2
                    : closes ? (byte)3
                    : open ? (byte)1
                    : (byte)0;
                marks[i] = seen;
                if (opens || closes)
                {
                    seen++;
                    open = opens;
                }
            }
        }

        return (quoted, marks);
    }
}
