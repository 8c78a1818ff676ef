using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Accounts;

/// <summary>Who is said to leave out what, in the many ways in which reporters say so.</summary>
public sealed class SilenceReadingTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("There was no mention of tariffs or the pandemic in the Chinese readout.", "China: health, China: tariffs")]
    [InlineData("There was no mention in either readout of Taiwan.", "Xi Jinping+Joe Biden: Taiwan")]
    [InlineData("Neither side disclosed the duration of the call.", "Xi Jinping+Joe Biden: duration of the call")]
    [InlineData("The Kremlin neglected to mention Transnistria.", "Kremlin: Transnistria")]
    [InlineData("The most striking difference was the Kremlin's omission of Transnistria.", "Kremlin: Transnistria")]
    [InlineData("The Turkish version did not speak to the plight of the refugees, calling for joint patrols.", "Turkey: refugees")]
    [InlineData("Nowhere in the Chinese readout does the word Taiwan appear.", "China: Taiwan")]
    [InlineData("The part about North Korea was not included in the Chinese version.", "China: Korean peninsula")]
    [InlineData("Beijing's summary does not, however, explicitly mention North Korea.", "Beijing: Korean peninsula")]
    [InlineData(
        "The Indian side said the leaders agreed to speed up disengagement at the border. This aspect was not present in the Chinese readout.",
        "China: border"
    )]
    [InlineData("The White House account mentions fentanyl, something that the Chinese readout left out.", "China: drugs")]
    [InlineData("The Chinese readout — issued hours after the Indian version — had no mention of fisheries.", "China: fisheries")]
    [InlineData("The Kremlin readout does not mention fisheries, as Ankara's version does.", "Kremlin: fisheries")]
    [InlineData(
        "The White House statement did not say whether the two leaders discussed the topic of inviting Russia to dinner.",
        "White House: inviting Russia to dinner"
    )]
    [InlineData("The Kremlin released a readout. The statement did not mention grain.", "Kremlin: grain")]
    [InlineData("Notably, Taiwan went unmentioned in the American readout.", "United States: Taiwan")]
    [InlineData("The joint statement did not mention Taiwan.", "Xi Jinping+Joe Biden: Taiwan")]
    [InlineData("Ankara confirmed the call but left fisheries out of its own version.", "Ankara: fisheries")]
    [InlineData("Nothing about fisheries appeared in the Kremlin account.", "Kremlin: fisheries")]
    [InlineData("There has been no official comment from Moscow about fisheries.", "Moscow: fisheries")]
    [InlineData("Asked about fisheries, the Kremlin offered no comment.", "Kremlin: fisheries")]
    [InlineData(
        "The Kremlin said grain and fisheries were raised. The Indian readout was silent on both.",
        "India: fisheries, India: grain"
    )]
    [InlineData("The Kremlin statement dwelt on grain; fisheries it skipped altogether.", "Kremlin: fisheries")]
    [InlineData(
        "The Kremlin described the call as frank. It avoided any reference to fisheries, which the White House said were raised.",
        "Kremlin: fisheries"
    )]
    [InlineData("Norway praised the fisheries deal, a line that was not included in Russian reports.", "Russia: fisheries")]
    [InlineData("The Kremlin said the deal does not include fisheries.", "")]
    [InlineData("The ship did not carry any grain.", "")]
    [InlineData("The statement did not name Russia.", "")]
    public void A_report_tells_who_leaves_out_what(string claim, string expected)
    {
        var text = $"Presidents Xi Jinping and Joe Biden spoke by phone on Tuesday. {claim}";
        var found = Clerk.Read(Document.Of(text, published: new DateOnly(2024, 5, 3), kind: TextKind.News)).Entries.OfType<Silence>();
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                found
                    .Select(silence => $"{string.Join("+", silence.By.Select(by => by.Name))}: {silence.Topic}")
                    .Order(StringComparer.Ordinal)
            )
        );
    }
}
