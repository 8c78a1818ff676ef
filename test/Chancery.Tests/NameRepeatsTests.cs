using Chancery.Reading;
using Chancery.Reading.Naming;
using Chancery.Record;

namespace Chancery.Tests;

public sealed class NameRepeatsTests
{
    [Fact]
    public void What_is_a_name_once_is_one_throughout_and_so_are_its_initials() =>
        Assert.Equal(
            ["Orvel River Council", "ORC", "Orvel River Council"],
            Mended("the Orvel River Council met . Farmers sued the ORC and the Orvel River Council .", "1-4", "12-13")
        );

    [Fact]
    public void A_name_found_longer_here_is_not_cut() =>
        Assert.Equal(["Orvel", "Orvel River Council"], Mended("Orvel rose . The Orvel River Council met .", "0-1", "4-7"));

    [Fact]
    public void A_common_noun_that_opens_a_sentence_is_no_repeat() =>
        Assert.Equal(
            ["Dawn Coalition", "Dawn Coalition"],
            Mended("the Dawn Coalition won . Dawn broke . the Dawn Coalition left .", "1-3", "9-11")
        );

    [Fact]
    public void An_address_stands_alone() =>
        Assert.Equal(["Ilka Moor", "ilka@orvel.example", "Orvel Library"], Mended("Ilka Moor ilka@orvel.example Orvel Library .", "0-5"));

    [Fact]
    public void A_numeral_goes_with_the_name_before_it() => Assert.Equal(["King Tarel IV"], Mended("King Tarel IV died .", "0-2"));

    [Theory]
    [InlineData("Miriam Batiz of the Union of Growers spoke .", "0-7", "Miriam Batiz; Union of Growers")]
    [InlineData("Supreme Court of Sonora ruled .", "0-4", "Supreme Court of Sonora")]
    [InlineData("Prime Minister of Sonora left .", "0-4", "Prime Minister of Sonora")]
    public void A_person_is_parted_from_the_body_after_of(string text, string name, string expected) =>
        Assert.Equal(expected, string.Join("; ", Mended(text, name)));

    // Words parted by blanks, capitals as names, sentences by stops; names as first-end by words.
    private static List<string> Mended(string text, params string[] names)
    {
        var tokens = new List<Token>();
        var sentences = new List<Sentence>();
        var (at, first) = (0, 0);
        foreach (var word in text.Split(' '))
        {
            var named = char.IsUpper(word[0]) && word is not ("The" or "Farmers" or "Dawn");
            tokens.Add(
                new Token
                {
                    Span = new Span(at, at + word.Length),
                    Tag = named ? UniversalTag.PROPN : UniversalTag.NOUN,
                    Penn = named ? PennTag.NNP : PennTag.NN,
                    Features = default,
                    Lemma = word,
                    Head = -1,
                    Relation = Relation.Root,
                }
            );
            at += word.Length + 1;
            if (word != ".")
                continue;
            sentences.Add(new Sentence(first, tokens.Count, new Span(tokens[first].Span.Start, tokens[^1].Span.End), 0, SentenceRole.Body));
            first = tokens.Count;
        }

        var drafts = names.Select(n => n.Split('-')).Select(n => new NameDraft(int.Parse(n[0], null), int.Parse(n[1], null), -1)).ToList();
        return
        [
            .. NameRepeats
                .Mend(text, tokens.ToArray(), sentences.ToArray(), drafts, NameTyper.Shared)
                .Select(n => text[tokens[n.FirstToken].Span.Start..tokens[n.EndToken - 1].Span.End]),
        ];
    }
}
