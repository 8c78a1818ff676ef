using Chancery.Reading;
using Chancery.Reading.Lexis;

namespace Chancery.Tests;

public sealed class LemmatizerTests
{
    [Theory]
    [InlineData("agreed", PennTag.VBD, "agree")]
    [InlineData("announced", PennTag.VBN, "announce")]
    [InlineData("met", PennTag.VBD, "meet")]
    [InlineData("condemns", PennTag.VBZ, "condemn")]
    [InlineData("countries", PennTag.NNS, "country")]
    [InlineData("stopping", PennTag.VBG, "stop")]
    [InlineData("said", PennTag.VBD, "say")]
    [InlineData("stronger", PennTag.JJR, "strong")]
    public void A_word_has_the_lemma_of_its_tag(string form, PennTag penn, string lemma) =>
        Assert.Equal(lemma, new Lemmatizer().Of(form, UniversalTag.VERB, penn));

    [Fact]
    public void A_name_keeps_its_capitals() => Assert.Equal("Xi", new Lemmatizer().Of("Xi", UniversalTag.PROPN, PennTag.NNP));
}
