using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests;

/// <summary>What kind of text comes without a word of its carrier, and whose it is. The texts were written for these tests.</summary>
public sealed class DocumentKindTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData(
        "Readout of Prime Minister's call with President of Egypt\n\nOTTAWA, March 12, 2024 - Prime Minister Justin Trudeau spoke today with the President of Egypt, Abdel Fattah El-Sisi. The Prime Minister reiterated that Canada is concerned.",
        TextKind.Readout,
        "state/CAN"
    )]
    [InlineData(
        "President Xi Jinping Meets with Indonesian President Prabowo Subianto\n\nOn November 9, 2024, President Xi Jinping held talks with Indonesian President Prabowo Subianto in Beijing. The two heads of state exchanged views.",
        TextKind.Readout,
        "state/CHN"
    )]
    [InlineData(
        "Telephone conversation with President of Kazakhstan Kassym-Jomart Tokayev\n\nVladimir Putin had a telephone conversation with President of the Republic of Kazakhstan Kassym-Jomart Tokayev on May 3, 2024.",
        TextKind.Readout,
        "state/RUS"
    )]
    [InlineData(
        "Foreign Ministry Spokesperson's Regular Press Conference on November 5, 2024\n\nAFP: Will China reply?\nMao Ning: We have noted the remarks.\nReuters: Is there a comment?\nMao Ning: I have nothing to add.",
        TextKind.Interview,
        "state/CHN"
    )]
    [InlineData(
        "Joint Statement of the Presidents of Kenya and Uganda\n\nThe presidents met in Nairobi on May 3, 2024. They agreed to open the border.",
        TextKind.JointStatement,
        null
    )]
    [InlineData(
        "Remarks by President William Ruto at the UN General Assembly\n\nWe gather at a difficult time. Kenya supports reform.",
        TextKind.Speech,
        null
    )]
    [InlineData(
        "Mali expels UN spokesman\n\nBAMAKO, 20 July 2022 (Agency) - Mali's government on Wednesday ordered the spokesman to leave. President Ruto met nobody, officials said.",
        TextKind.News,
        null
    )]
    [InlineData(
        "Biden speaks with Xi\n\nPresident Joe Biden said on Thursday that he had spoken with Xi Jinping. \"We talked,\" Biden told reporters. The president left for Delaware.",
        TextKind.News,
        null
    )]
    [InlineData(
        "Secretary's Meeting with Egyptian President El-Sisi\nOCTOBER 15, 2023\n\nThe below is attributable to Spokesperson Jane Doe:\n\nSecretary of State Antony Blinken met today with Egyptian President Abdel Fattah El-Sisi in Cairo.",
        TextKind.Readout,
        "state/USA"
    )]
    [InlineData(
        "Lima's readout of the call differs from Quito's\n\nThe Peruvian readout says the two leaders reaffirmed their bilateral cooperation and exchanged views. The Ecuadorian statement underscored the two sides' dispute. The president spoke by telephone, the Ecuadorian foreign ministry said.",
        TextKind.News,
        null
    )]
    [InlineData(
        "President Joe Biden spoke with President Lula on Thursday. The White House released a readout of the call. The two leaders reaffirmed their friendship, the White House said. The president underscored bilateral cooperation, the Brazilian statement read.",
        TextKind.News,
        null
    )]
    [InlineData(
        "President Kagame speaks by phone with President Biden\n\nU.S. President Joe Biden called President Paul Kagame. The two leaders reaffirmed bilateral cooperation and exchanged views.",
        TextKind.Readout,
        "state/RWA"
    )]
    [InlineData("", TextKind.News, null)]
    public void The_kind_and_the_issuer_are_read_from_the_head_and_the_style(string text, TextKind kind, string? issuer)
    {
        var head = Assert.Single(Clerk.Read(Document.Of(text)).Entries.OfType<DocumentEntry>());
        Assert.Equal((kind, issuer), (head.TextKind, head.Issuer?.Id));
        Assert.Equal(kind != TextKind.News, head.Reasons.Any(reason => reason.Field == "text_kind"));
    }

    [Fact]
    public void What_the_carrier_declares_is_not_doubted() =>
        Assert.Equal(
            TextKind.News,
            Assert
                .Single(
                    Clerk
                        .Read(Document.Of("Readout of a call\n\nThe two leaders exchanged views.", kind: TextKind.News))
                        .Entries.OfType<DocumentEntry>()
                )
                .TextKind
        );
}
