using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests;

public sealed class NeuralReaderTests
{
    private static readonly NeuralReader Reader = NeuralReader.Load(ReaderSize.Fast);

    [Theory]
    [InlineData(ReaderSize.Fast)]
    [InlineData(ReaderSize.Accurate)]
    public void A_plain_sentence_has_its_tree(ReaderSize size)
    {
        var text = NeuralReader.Load(size).Read(Document.Of("The Kenyan president met the Ethiopian prime minister in Nairobi on Monday."));
        var root = text.Tokens.Single(token => token.Head < 0);
        Assert.Equal("meet", root.Lemma);
        Assert.Equal("president", text.Tokens[text.Dependent(text.Tokens.IndexOf(root), Relation.Nsubj)].Lemma);
        Assert.Equal("minister", text.Tokens[text.Dependent(text.Tokens.IndexOf(root), Relation.Obj)].Lemma);
    }

    [Theory]
    [InlineData("Mexico hands 12 cartel suspects to Peru", "hands", UniversalTag.VERB, Relation.Root)]
    [InlineData("Fighting erupts near Walikale", "Fighting", UniversalTag.NOUN, Relation.Nsubj)]
    [InlineData("The two exchanged views on the Middle East.", "exchanged", UniversalTag.VERB, Relation.Root)]
    [InlineData(
        "Iran, which barred them after Israel and the United States bombed its plants in June, agreed to let them return.",
        "Israel",
        UniversalTag.PROPN,
        Relation.Nsubj
    )]
    public void Tags_agree_with_the_tree(string sentence, string word, UniversalTag tag, Relation relation)
    {
        var text = Reader.Read(Document.Of(sentence));
        var token = text.Tokens[text.TokenAt(sentence.IndexOf(word, StringComparison.Ordinal))];
        Assert.Equal((tag, relation), (token.Tag, token.Relation));
        AssertTrees(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("!!!")]
    [InlineData("\ud800 \u202eabc \U0001F600")]
    public void Any_text_has_a_reading(string text) => AssertTrees(Reader.Read(Document.Of(text)));

    [Fact]
    public void A_line_of_two_hundred_thousand_words_has_a_reading() =>
        AssertTrees(Reader.Read(Document.Of(string.Concat(Enumerable.Repeat("the envoy said that ", 50000)))));

    [Fact]
    public void A_sentence_reads_the_same_whatever_was_read_before_and_beside_it()
    {
        const string Sentence = "Ministers from both states signed the accord after talks in Muscat.";
        var alone = NeuralReader.Load(ReaderSize.Fast).Read(Document.Of(Sentence));
        var among = Reader.Read(
            Document.Of(
                "He left.\n" + string.Concat(Enumerable.Repeat("A long reply followed, which nobody had expected. ", 80)) + "\n" + Sentence
            )
        );
        var last = among.Sentences[^1];
        Assert.Equal(
            alone.Tokens.Select(t => (t.Tag, t.Penn, t.Relation, t.Head)),
            Enumerable
                .Range(last.FirstToken, last.Length)
                .Select(i => among.Tokens[i])
                .Select(t => (t.Tag, t.Penn, t.Relation, t.Head < 0 ? -1 : t.Head - last.FirstToken))
        );
    }

    private static void AssertTrees(ParsedText text)
    {
        foreach (var sentence in text.Sentences)
        {
            Assert.Equal(1, Enumerable.Range(sentence.FirstToken, sentence.Length).Count(i => text.Tokens[i].Head < 0));
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var (at, steps) = (i, 0);
                while (at >= 0 && steps++ <= sentence.Length)
                    at = text.Tokens[at].Head;
                Assert.Equal(-1, at);
            }
        }
    }
}
