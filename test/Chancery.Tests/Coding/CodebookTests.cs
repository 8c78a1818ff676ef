using Chancery.Coding;
using Chancery.Reading;
using Chancery.Reading.Lexis;
using Chancery.Record;

namespace Chancery.Tests.Coding;

public sealed class CodebookTests
{
    private static IEnumerable<Frame> All => Codebook.Verbs.Values.Concat(Codebook.Nouns.Values).SelectMany(frames => frames);

    [Fact]
    public void Every_type_has_verbs_and_nouns()
    {
        foreach (var type in Enum.GetValues<EventType>())
        {
            Assert.True(Codebook.Verbs.Values.SelectMany(frames => frames).Count(frame => frame.Type == type) >= 5, type.ToString());
            Assert.Contains(Codebook.Nouns.Values.SelectMany(frames => frames), frame => frame.Type == type);
            Assert.NotEmpty(Codebook.Quad(type));
        }
    }

    [Fact]
    public void No_two_entries_share_a_word_and_a_frame() =>
        Assert.Empty(All.GroupBy(frame => frame.Id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_code_has_a_score() => Assert.Empty(All.Where(frame => Codebook.Score(frame.Cameo) is null).Select(frame => frame.Id));

    [Fact]
    public void Every_example_holds_the_word_that_it_is_for()
    {
        // The lemmatizer alone does not know every irregular form, so the beginning of the word counts as well.
        var lemmas = new Lemmatizer();
        var missing = All.Where(frame =>
            !frame
                .Example.Split(' ', '.', ',', '\'')
                .Any(word =>
                    word.StartsWith(frame.Lemma[..2], StringComparison.OrdinalIgnoreCase)
                    || lemmas.Of(word, UniversalTag.VERB, PennTag.VBD) == frame.Lemma
                )
        );
        Assert.Empty(missing.Select(frame => $"{frame.Id}: {frame.Example}"));
    }
}
