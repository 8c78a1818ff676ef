using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

/// <summary>Who speaks according to whom, and to whom, through the whole reader.</summary>
public sealed class VoicesTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData("Foreign Minister Maria Silva urged Eritrea to reopen the road.", "urge", "Eritrea")]
    [InlineData("In a letter to the African Union, Ethiopia complained about the dam.", "complain about", "African Union")]
    [InlineData("In a telephone call with President William Ruto, Maria Silva said the grain would arrive.", "say", "William Ruto")]
    [InlineData("Kenya was warned by Ethiopia that the river would rise.", "warn", "Kenya")]
    [InlineData("Maria Silva said: \"Ethiopia asked us to wait.\"", "ask", "Maria Silva")]
    [InlineData("Maria Silva met President William Ruto and told him that the road was open.", "tell", "William Ruto")]
    [InlineData("Maria Silva phoned President William Ruto and asked whether the port was open.", "ask", "William Ruto")]
    [InlineData("Kenya demanded of Ethiopia that the port be opened.", "demand", "Ethiopia")]
    [InlineData("The rebels claimed, in a statement sent to Reuters, that the port was closed.", "claim", "")]
    [InlineData("Maria Silva expressed her thanks to President William Ruto.", "express", "William Ruto")]
    [InlineData("Maria Silva told a meeting in Nairobi that the port was open.", "tell", "meeting")]
    [InlineData("Kenya promised a meeting in May.", "promise", "")]
    [InlineData("Kenya agreed with Ethiopia that the port should be opened.", "agree", "Ethiopia")]
    [InlineData("In talks with President William Ruto, Maria Silva promised that the port would open.", "promise", "William Ruto")]
    [InlineData("Kenya said Ethiopia informed Eritrea on Friday that the port would close.", "inform", "Eritrea")]
    [InlineData("The minister said that the letter to the king had been lost.", "say", "")]
    [InlineData("Before a meeting with President William Ruto, Maria Silva said the road was open.", "say", "")]
    public void Who_is_spoken_to_is_read(string text, string cue, string hearers) =>
        Assert.Equal(hearers, string.Join("+", Statement(text, cue).Addressees.Select(e => e.Name)));

    [Theory]
    [InlineData("Maria Silva said Kenya had closed the port, a charge that Ethiopia rejected.", "reject", "Ethiopia")]
    [InlineData("Kenya insisted that the port was open, while Ethiopia said its ships had been sent back.", "say", "Ethiopia")]
    [InlineData("Maria Silva said the port was closed, adding that Kenya had been told.", "add", "Maria Silva")]
    [InlineData(
        "Kenya told the agency that it would build a dam, a confidential report seen by Reuters said.",
        "tell",
        "confidential report < Kenya"
    )]
    [InlineData("\"I told President William Ruto that the port must close,\" Maria Silva said.", "tell", "Maria Silva < Maria Silva")]
    [InlineData("The ambassador said the port was closed. He added that it would reopen.", "add", "ambassador")]
    [InlineData("Maria Silva was quoted by Reuters as telling Ethiopia that the port was closed.", "tell", "Reuters < Maria Silva")]
    [InlineData("Kenya is reported to have told Ethiopia that the port was closed.", "tell", "Kenya")]
    [InlineData("Kenya told Ethiopia that the port was closed; Maria Silva called the move a mistake.", "call", "Maria Silva")]
    [InlineData("Ethiopia had been warned by Kenya that the port would close.", "warn", "Kenya")]
    [InlineData("Kenya said Ethiopia's request for ships had been granted.", "request", "Kenya < Ethiopia")]
    [InlineData("Kenya gave Ethiopia its assurance that the port would open.", "assurance", "Kenya")]
    [InlineData("Kenya denied a report by Reuters that ships had sunk.", "report", "Kenya < Reuters")]
    public void The_chain_ends_where_another_takes_the_word(string text, string cue, string chain) =>
        Assert.Equal(
            chain,
            string.Join(" < ", Statement(text, cue).Sources.Skip(1).Select(source => string.Join("+", source.Entities.Select(e => e.Name))))
        );

    [Fact]
    public void A_source_that_is_put_in_ends_what_was_said_before_it()
    {
        const string text = "Kenya called for opening the port in May, according to the ministry, naming two piers.";
        Assert.Equal("opening the port in May", Statement(text, "call for").Content[0].In(text).ToString());
    }

    [Fact]
    public void What_is_said_in_a_quotation_ends_with_it()
    {
        const string text = "\"Ethiopia told us nothing,\" complained the mayor of the town.";
        Assert.DoesNotContain(
            Read(text),
            statement => statement.Content.Any(span => span.In(text).ToString().Contains("complained", StringComparison.Ordinal))
        );
    }

    private static Statement Statement(string text, string cue) => Assert.Single(Read(text), statement => statement.Cue!.Lemma == cue);

    private static IEnumerable<Statement> Read(string text) => Clerk.Read(Document.Of(text)).Entries.OfType<Statement>();
}
