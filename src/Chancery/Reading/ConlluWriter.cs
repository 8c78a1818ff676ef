using System.Text;

namespace Chancery.Reading;

/// <summary>Writes a parsed text in CoNLL-U, each word with its code units in the last column, for those who want trees.</summary>
public static class ConlluWriter
{
    /// <summary>Appends every sentence with its text, a blank line after each.</summary>
    public static void Write(ParsedText parsed, StringBuilder output)
    {
        output.Append("# newdoc id = ").Append(parsed.Document.Id).Append('\n');
        for (var s = 0; s < parsed.Sentences.Length; s++)
        {
            var sentence = parsed.Sentences[s];
            output.Append("# sent_id = ").Append(s + 1).Append("\n# text = ");
            foreach (var c in sentence.Span.In(parsed.Document.Text))
                output.Append(c < ' ' ? ' ' : c);
            output.Append('\n');
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var token = parsed.Tokens[i];
                output
                    .Append(i - sentence.FirstToken + 1)
                    .Append('\t')
                    .Append(parsed.Form(i))
                    .Append('\t')
                    .Append(token.Lemma)
                    .Append('\t')
                    .Append(token.Tag)
                    .Append('\t')
                    .Append(token.Penn.Label())
                    .Append("\t_\t")
                    .Append(token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1)
                    .Append('\t')
                    .Append(token.Relation.Label())
                    .Append("\t_\tSpan=")
                    .Append(token.Span.Start)
                    .Append(':')
                    .Append(token.Span.End)
                    .Append('\n');
            }

            output.Append('\n');
        }
    }
}
