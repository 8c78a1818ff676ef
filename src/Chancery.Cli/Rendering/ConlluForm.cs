using System.Globalization;
using System.Text;
using Chancery.Reading;

namespace Chancery.Cli.Rendering;

/// <summary>The trees in CoNLL-U, for those who look at the reading itself.</summary>
internal sealed class ConlluForm : IRecordForm
{
    public ReadOnlyMemory<byte> Opening => default;

    public ReadOnlyMemory<byte> Between => default;

    public ReadOnlyMemory<byte> Closing => default;

    public ReadOnlyMemory<byte> Write(Dossier dossier)
    {
        var text = dossier.Text;
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# newdoc id = {dossier.Document.Id}\n");
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var sentence = text.Sentences[s];
            page.Append(CultureInfo.InvariantCulture, $"# sent_id = {s + 1}\n# text = ")
                .Append(sentence.Span.In(dossier.Document.Text).ToString().ReplaceLineEndings(" "))
                .Append('\n');
            for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                var token = text.Tokens[t];
                var head = token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1;
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"{t - sentence.FirstToken + 1}\t{Field(text.Form(t))}\t{Field(token.Lemma)}\t{token.Tag}\t{token.Penn}\t_\t{head}\t{token.Relation.Label()}\t_\t_\n"
                );
            }

            page.Append('\n');
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Field(ReadOnlySpan<char> form) =>
        form.IsEmpty ? "_" : form.ToString().Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
