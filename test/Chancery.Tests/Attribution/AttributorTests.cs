using Chancery.Attribution;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

public sealed class AttributorTests
{
    private static readonly (string, string, EntityType)[] People =
    [
        ("Lopez", "person/lopez", EntityType.Person),
        ("Okafor", "person/okafor", EntityType.Person),
        ("ministry", "organ/m", EntityType.Organ),
        ("Nigeria", "state/NGA", EntityType.State),
    ];

    private static AttributedText Read(ParsedText text) =>
        Attributor.Read(text, HandMade.Cast(text, People), new Chronology(text, DateValue.Unknown, []));

    [Fact]
    public void A_statement_within_an_account_carries_both_sources()
    {
        var text = HandMade.Text(
            "Lopez/Lopez/PROPN/2/nsubj told/tell/VERB/0/root Okafor/Okafor/PROPN/2/iobj that/that/SCONJ/8/mark both/both/DET/6/det sides/side/NOUN/8/nsubj "
                + "should/should/AUX/8/aux talk/talk/VERB/2/ccomp ,/,/PUNCT/14/punct according/accord/VERB/14/case to/to/ADP/10/fixed a/a/DET/14/det "
                + "ministry/ministry/NOUN/14/compound statement/statement/NOUN/2/obl ././PUNCT/2/punct"
        );
        var told = Read(text).Statements.Single(s => s.Cue!.Lemma == "tell");
        Assert.Equal(["this-report", "organ/m", "person/lopez"], told.Sources.SelectMany(s => s.Entities).Select(e => e.Id));
        Assert.Equal("person/okafor", Assert.Single(told.Addressees).Id);
        Assert.Equal(Mood.Demanded, told.Mood);
        Assert.Equal("that both sides should talk", Words(text, told));
    }

    [Fact]
    public void A_quotation_without_marks_goes_back_to_the_first_sentence_in_the_first_person()
    {
        var text = HandMade.Text(
            "We/we/PRON/2/nsubj endured/endure/VERB/0/root much/much/ADJ/2/obj ././PUNCT/2/punct",
            "Trade/trade/NOUN/2/nsubj grows/grow/VERB/5/ccomp ,/,/PUNCT/5/punct Lopez/Lopez/PROPN/5/nsubj told/tell/VERB/0/root Okafor/Okafor/PROPN/5/iobj "
                + "././PUNCT/5/punct"
        );
        var told = Assert.Single(Read(text).Statements);
        Assert.Equal(StatementForm.Direct, told.Form);
        Assert.Equal("We endured much .\nTrade grows", Words(text, told));
    }

    [Fact]
    public void A_pronoun_after_a_sentence_about_a_statement_stands_for_its_issuer()
    {
        var text = HandMade.Text(
            "The/the/DET/3/det ministry/ministry/NOUN/3/compound statement/statement/NOUN/5/nsubj never/never/ADV/5/advmod mentioned/mention/VERB/0/root "
                + "oil/oil/NOUN/5/obj ././PUNCT/5/punct",
            "He/he/PRON/2/nsubj said/say/VERB/0/root talks/talk/NOUN/4/nsubj continue/continue/VERB/2/ccomp ././PUNCT/2/punct"
        );
        var all = Read(text).Statements;
        Assert.Equal(EntryStatus.Negated, all[0].Status);
        Assert.Equal("organ/m", Assert.Single(all[1].Speakers).Id);
    }

    [Fact]
    public void Both_speakers_of_a_joint_statement_are_kept_and_the_marks_of_demand_are_read()
    {
        var text = HandMade.Text(
            "Lopez/Lopez/PROPN/4/nsubj and/and/CCONJ/3/cc Okafor/Okafor/PROPN/1/conj called/call/VERB/0/root for/for/ADP/6/case restraint/restraint/NOUN/4/obl "
                + "././PUNCT/4/punct"
        );
        var call = Assert.Single(Read(text).Statements);
        Assert.Equal(["person/lopez", "person/okafor"], call.Speakers.Select(e => e.Id));
        Assert.Equal(("call for", Mood.Demanded, "restraint"), (call.Cue!.Lemma, call.Mood, Words(text, call)));
    }

    [Fact]
    public void The_reporters_own_reading_is_hedged_and_his_alone()
    {
        var text = HandMade.Text(
            "They/they/PRON/2/nsubj left/leave/VERB/0/root ,/,/PUNCT/5/punct apparently/apparently/ADV/5/advmod referring/refer/VERB/2/advcl to/to/ADP/7/case "
                + "threats/threat/NOUN/5/obl ././PUNCT/2/punct"
        );
        var hedge = Assert.Single(Read(text).Statements);
        Assert.Equal((EntryStatus.Hedged, "this-report", "threats"), (hedge.Status, hedge.Speakers[0].Id, Words(text, hedge)));
    }

    [Fact]
    public void A_position_takes_its_issue_from_what_went_before()
    {
        var text = HandMade.Text(
            "Fighting/fighting/NOUN/4/nsubj in/in/ADP/3/case Sudan/Sudan/PROPN/1/nmod spread/spread/VERB/0/root ././PUNCT/4/punct",
            "Nigeria/Nigeria/PROPN/2/nsubj refused/refuse/VERB/0/root to/to/PART/4/mark condemn/condemn/VERB/2/xcomp the/the/DET/6/det "
                + "offensive/offensive/NOUN/4/obj ././PUNCT/2/punct"
        );
        var position = Assert.Single(Read(text).Positions);
        Assert.Equal(("Sudan war", "refuses to condemn"), (position.Issue, position.Stance));
        Assert.Equal("state/NGA", Assert.Single(position.Actors).Id);
    }

    [Fact]
    public void A_cue_at_the_end_takes_the_sentence_before_its_comma_however_the_tree_joins_them()
    {
        var text = HandMade.Text(
            "Trade/trade/NOUN/2/nsubj grows/grow/VERB/0/root ,/,/PUNCT/4/punct Lopez/Lopez/PROPN/5/nsubj said/say/VERB/2/conj ,/,/PUNCT/7/punct "
                + "citing/cite/VERB/2/advcl figures/figure/NOUN/7/obj ././PUNCT/2/punct"
        );
        Assert.Equal("Trade grows", Words(text, Read(text).Statements.Single(s => s.Cue!.Lemma == "say")));
    }

    [Fact]
    public void What_somebody_goes_on_to_do_is_no_statement()
    {
        var text = HandMade.Text(
            "Lopez/Lopez/PROPN/2/nsubj spoke/speak/VERB/0/root ,/,/PUNCT/6/punct as/as/SCONJ/6/mark ministers/minister/NOUN/6/nsubj "
                + "continue/continue/VERB/2/advcl to/to/PART/8/mark work/work/VERB/6/xcomp ././PUNCT/2/punct"
        );
        Assert.Empty(Read(text).Statements);
    }

    [Fact]
    public void Nobody_takes_a_position_by_what_he_might_do()
    {
        var text = HandMade.Text(
            "Nigeria/Nigeria/PROPN/3/nsubj could/could/AUX/3/aux support/support/VERB/0/root sanctions/sanction/NOUN/3/obj ././PUNCT/3/punct"
        );
        Assert.Equal(EntryStatus.Hypothetical, Assert.Single(Read(text).Positions).Status);
    }

    [Fact]
    public void Of_two_objects_the_second_is_what_somebody_is_called()
    {
        var text = HandMade.Text(
            "Lopez/Lopez/PROPN/2/nsubj called/call/VERB/0/root Okafor/Okafor/PROPN/2/iobj a/a/DET/5/det friend/friend/NOUN/2/obj ././PUNCT/2/punct"
        );
        Assert.Equal("a friend", Words(text, Assert.Single(Read(text).Statements)));
    }

    private static string Words(ParsedText text, Statement statement) =>
        string.Join(" | ", statement.Content.Select(span => span.In(text.Document.Text).ToString()));
}
