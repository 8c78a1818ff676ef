using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Actors;

public sealed class LinkerTests
{
    [Theory]
    [InlineData("Kenyan President William Ruto met his Ethiopian counterpart Abiy Ahmed. The two leaders spoke.", "The two leaders", "person/william-ruto person/abiy-ahmed")]
    [InlineData("India accused Pakistan of firing. The two sides later met.", "The two sides", "state/IND state/PAK")]
    [InlineData("The Greek prime minister has agreed to talks.", "The Greek prime minister", "person/kyriakos-mitsotakis")]
    [InlineData("The Brazilian Foreign Ministry said so.", "The Brazilian Foreign Ministry", "organ/BRA.mfa")]
    [InlineData("Japan protested. The Japanese Foreign Ministry statement was brief.", "The Japanese Foreign Ministry statement", "organ/JPN.mfa")]
    [InlineData("Manila has condemned the collision.", "Manila", "state/PHL")]
    [InlineData("A blast shook a hotel in Manila on Monday.", "Manila", "place/manila")]
    [InlineData("ECOWAS imposed sanctions on Niger. The bloc also closed borders.", "The bloc", "igo/ECOWAS")]
    [InlineData("Zambian Foreign Minister Chola Mwansa spoke.", "Zambian Foreign Minister Chola Mwansa", "unknown/chola-mwansa")]
    [InlineData("Western governments were silent.", "Western governments", "unknown/western-governments")]
    public void A_phrase_means_whom_a_reader_would_say(string text, string phrase, string expected)
    {
        var cast = Read(text);
        var start = text.IndexOf(phrase, StringComparison.Ordinal);
        var mention = Assert.Single(cast.Mentions, m => m.Entities.Length > 0 && m.Entities[0].Span == new Span(start, start + phrase.Length));
        Assert.Equal(expected, string.Join(' ', mention.Entities.Select(e => e.Id)));
        Assert.NotEmpty(mention.Reasons);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the")]
    [InlineData("The president of the")]
    [InlineData("his counterpart")]
    [InlineData("Mr")]
    [InlineData("the two")]
    [InlineData("Russia's former")]
    [InlineData("\ud800 (((((( 中国 \U0001F600 the the the")]
    public void Any_text_is_read(string text) => Assert.NotNull(Read(text));

    [Fact]
    public void Where_nothing_tells_the_place_from_the_government_nobody_is_named()
        => Assert.Empty(Assert.Single(Read("A view of Nairobi.").Mentions).Entities);

    private static Cast Read(string text)
    {
        var document = new Document { Id = "d-0", Text = text, Sha256 = "" };
        return ActorReader.Read(new ShapeReader().Read(document), DateValue.Day(new(2024, 2, 8), DateBasis.Stated));
    }
}
