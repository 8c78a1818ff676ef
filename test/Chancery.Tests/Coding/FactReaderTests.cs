using Chancery.Coding;
using Chancery.Record;

namespace Chancery.Tests.Coding;

public sealed class FactReaderTests
{
    [Theory]
    [InlineData(
        "Brazil/Brazil/PROPN/NNP/2/nsubj assumed/assume/VERB/VBD/0/root the/the/DET/DT/5/det Mercosur/Mercosur/PROPN/NNP/5/compound presidency/presidency/NOUN/NN/2/obj ././PUNCT/Stop/2/punct",
        "Brazil|holds presidency of|Mercosur"
    )]
    [InlineData(
        "Chile/Chile/PROPN/NNP/4/nsubj and/and/CCONJ/CC/3/cc China/China/PROPN/NNP/1/conj marked/mark/VERB/VBD/0/root 50/50/NUM/CD/6/nummod years/year/NOUN/NNS/4/obj of/of/ADP/IN/9/case "
            + "diplomatic/diplomatic/ADJ/JJ/9/amod relations/relation/NOUN/NNS/6/nmod ././PUNCT/Stop/4/punct",
        "Chile|diplomatic relations with|China 1975"
    )]
    [InlineData(
        "Iran/Iran/PROPN/NNP/4/nmod:poss 's/'s/PART/POS/1/case sanctions-hit/sanctions-hit/ADJ/JJ/4/amod economy/economy/NOUN/NN/5/nsubj shrank/shrink/VERB/VBD/0/root ././PUNCT/Stop/5/punct",
        "Iran|under sanctions|"
    )]
    [InlineData(
        "The/the/DET/DT/3/det African/African/ADJ/JJ/3/amod Union/Union/PROPN/NNP/7/nsubj (/(/PUNCT/LeftBracket/5/punct AU/AU/PROPN/NNP/3/appos )/)/PUNCT/RightBracket/5/punct met/meet/VERB/VBD/0/root ././PUNCT/Stop/7/punct",
        "African Union|abbreviated|AU"
    )]
    [InlineData("Paris/Paris/PROPN/NNP/2/nsubj slept/sleep/VERB/VBD/0/root ././PUNCT/Stop/2/punct", "")]
    public void A_lasting_state_is_read(string tree, string expected)
    {
        var (text, cast, chronology) = HandTree.Parts(tree, new DateOnly(2025, 5, 6));
        var facts = FactReader
            .Read(text, cast, chronology)
            .Select(fact =>
                $"{Names(fact.Subjects)}|{fact.Predicate}|{Names(fact.Objects)}" + (fact.Valid.Start is { } start ? $" {start.Year}" : "")
            );
        Assert.Equal(expected, string.Join(';', facts));
    }

    private static string Names(IEnumerable<Entity> entities) => string.Join('+', entities.Select(entity => entity.Name));
}
