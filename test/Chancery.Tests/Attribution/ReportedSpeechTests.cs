using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

/// <summary>Real text through the whole reader: the cases in which readers of quotations are known to fail.</summary>
public sealed class ReportedSpeechTests
{
    private static readonly Clerk Clerk = new(NeuralReader.Load(ReaderSize.Fast));

    [Theory]
    [InlineData(
        "Hugh Penrose, a doctor in the border town, said: “The road is closed.”\n“Nobody can leave,” he added.",
        "said",
        "Hugh Penrose",
        "“The road is closed.”"
    )]
    [InlineData(
        "Hugh Penrose, a doctor in the border town, said: “The road is closed.”\n“Nobody can leave,” he added.",
        "added",
        "Hugh Penrose",
        "“Nobody can leave,”"
    )]
    [InlineData("The reply of Maria Silva was blunt. “We will not pay,” she said.", "said", "Maria Silva", "“We will not pay,”")]
    [InlineData(
        "Kenyan President William Ruto arrived on Monday. Ruto said the talks would go on.",
        "said",
        "William Ruto",
        "the talks would go on"
    )]
    [InlineData(
        "Maria Silva, who replaced Joao Costa as foreign minister in May, said the border would stay open.",
        "said",
        "Maria Silva",
        "the border would stay open"
    )]
    [InlineData(
        "Foreign Minister Maria Silva met reporters on Monday. The hall was full. She said the border would stay open.",
        "said",
        "Maria Silva",
        "the border would stay open"
    )]
    [InlineData(
        "Ethiopia accused Eritrea of sending troops across the border.",
        "accused",
        "Ethiopia",
        "Eritrea of sending troops across the border"
    )]
    [InlineData("Kenya and Ethiopia said the talks would continue.", "said", "Kenya+Ethiopia", "the talks would continue")]
    [InlineData("“The talks go on, said Maria Silva.", "said", "Maria Silva", "“The talks go on")]
    [InlineData(
        "Maria Silva said: “We will not pay. Nobody will.\nThe crowd left.",
        "said",
        "Maria Silva",
        "“We will not pay. Nobody will"
    )]
    [InlineData("On Twitter, Maria Silva denied the report.", "denied", "Maria Silva", "the report")]
    [InlineData("Eritrea has denied sending troops across the border.", "has denied", "Eritrea", "sending troops across the border")]
    [InlineData(
        "Allegations by Ethiopia that Eritrea armed the rebels have not been proved.",
        "Allegations",
        "Ethiopia",
        "that Eritrea armed the rebels"
    )]
    [InlineData("William Ruto responded that the talks would go on.", "responded", "William Ruto", "that the talks would go on")]
    [InlineData("Two people familiar with the matter said the deal was close.", "said", "Two people", "the deal was close")]
    [InlineData(
        "“We want peace,” Maria Silva told the parliament. “But we will defend ourselves.”",
        "told",
        "Maria Silva",
        "“We want peace,” ... “But we will defend ourselves.”"
    )]
    [InlineData("“The talks,” Maria Silva said, “have failed.”", "said", "Maria Silva", "“The talks,” ... “have failed.”")]
    [InlineData("The ministry said in a statement that the border would stay open.", "said", "ministry", "that the border would stay open")]
    [InlineData("SILVA: We will not pay the debt. Nobody will.\nThe crowd left.", ":", "SILVA", "We will not pay the debt. Nobody will.")]
    [InlineData("\"We will act on this report.\" -Commissioner Maria Silva", "-", "Maria Silva", "\"We will act on this report.\"")]
    [InlineData(
        "Nobody knew what to do.\n\n\"We will act on this report.\" — Foreign Minister Maria Silva",
        "—",
        "Maria Silva",
        "\"We will act on this report.\""
    )]
    [InlineData(
        "And from Chairwoman Maria Silva:\n\"We will act on this report. Nobody will be spared.\"",
        ":",
        "Maria Silva",
        "\"We will act on this report. Nobody will be spared.\""
    )]
    [InlineData(
        "From the desk of Chairwoman Maria Silva\n\nWe will act on this report. Nobody will be spared.",
        "From",
        "Maria Silva",
        "We will act on this report. Nobody will be spared."
    )]
    public void Who_says_what_is_read(string text, string cue, string speakers, string content)
    {
        var statement = Read(text).First(s => s.Cue!.Span.In(text).StartsWith(cue, StringComparison.Ordinal));
        Assert.Equal(speakers, string.Join("+", statement.Speakers.Select(e => e.Name)));
        Assert.Equal(content, string.Join(" ... ", statement.Content.Select(span => span.In(text).ToString())));
    }

    [Theory]
    [InlineData("Maria Silva did not say whether the border would open.")]
    [InlineData("Maria Silva neglected to mention the border.")]
    [InlineData("Maria Silva refrained from mentioning the border.")]
    public void What_was_not_said_is_negated(string text) => Assert.Equal(EntryStatus.Negated, Assert.Single(Read(text)).Status);

    [Fact]
    public void Within_a_quotation_by_others_the_chain_has_both()
    {
        var saying = Read("State television quoted Maria Silva as saying the talks had failed.").Single(s => s.Cue!.Lemma == "say");
        Assert.Equal(
            ["this report", "State television", "Maria Silva"],
            saying.Sources.SelectMany(source => source.Entities).Select(e => e.Name)
        );
    }

    [Theory]
    [InlineData("The White House released a readout of the call. Kenya was firm, the statement read.", "White House")]
    [InlineData(
        "According to a statement on Sunday evening by the Somali foreign ministry, Kenya expelled two diplomats.",
        "Somali Foreign Ministry"
    )]
    [InlineData("In a statement, the African Union condemned the coup. The statement said Niger must return to order.", "African Union")]
    [InlineData("A statement by the junta said two soldiers had died.", "junta")]
    public void A_text_speaks_for_who_issued_it(string text, string speaker) =>
        Assert.Equal(speaker, Assert.Single(Read(text).Last().Speakers).Name);

    [Fact]
    public void A_call_on_somebody_is_addressed_to_him()
    {
        var call = Assert.Single(Read("Maria Silva called on Ethiopia to withdraw its troops."));
        Assert.Equal(("Ethiopia", Mood.Demanded), (Assert.Single(call.Addressees).Name, call.Mood));
    }

    [Fact]
    public void A_verb_that_the_tree_joins_to_what_was_said_is_joined_to_the_cue()
    {
        var urged = Read("Lin Jian said the Philippine boat had intruded and urged Manila to stop its provocations.")
            .Single(s => s.Cue!.Lemma == "urge");
        Assert.Equal("Lin Jian", Assert.Single(urged.Speakers).Name);
    }

    private static IEnumerable<Statement> Read(string text) => Clerk.Read(Document.Of(text)).Entries.OfType<Statement>();
}
