using Chancery.Record;

namespace Chancery.Tests.Coding;

public sealed class EventCoderTests
{
    // Expected: type, mode, status, actors, recipients, separated by blanks; several names by '+', none by '-'.
    public static TheoryData<string, string> Sentences() =>
        new()
        {
            {
                "Egypt/Egypt/PROPN/NNP/2/nsubj criticized/criticize/VERB/VBD/0/root Ethiopia/Ethiopia/PROPN/NNP/2/obj ././PUNCT/Stop/2/punct",
                "ACCUSE disapprove occurred Egypt Ethiopia"
            },
            {
                "Ethiopia/Ethiopia/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass criticized/criticize/VERB/VBN/0/root by/by/ADP/IN/5/case Egypt/Egypt/PROPN/NNP/3/obl:agent ././PUNCT/Stop/3/punct",
                "ACCUSE disapprove occurred Egypt Ethiopia"
            },
            {
                "Egypt/Egypt/PROPN/NNP/3/nsubj has/have/AUX/VBZ/3/aux refused/refuse/VERB/VBN/0/root to/to/PART/TO/5/mark condemn/condemn/VERB/VB/3/xcomp Chad/Chad/PROPN/NNP/5/obj ././PUNCT/Stop/3/punct",
                "REJECT - occurred Egypt Chad"
            },
            {
                "Modi/Modi/PROPN/NNP/3/nsubj will/will/AUX/MD/3/aux visit/visit/VERB/VB/0/root Japan/Japan/PROPN/NNP/3/obj ././PUNCT/Stop/3/punct",
                "AGREE - planned Modi Japan"
            },
            {
                "India/India/PROPN/NNP/3/nsubj could/could/AUX/MD/3/aux support/support/VERB/VB/0/root Nepal/Nepal/PROPN/NNP/3/obj ././PUNCT/Stop/3/punct",
                "SUPPORT - hypothetical India Nepal"
            },
            {
                "Modi/Modi/PROPN/NNP/2/nsubj held/hold/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case Macron/Macron/PROPN/NNP/3/nmod ././PUNCT/Stop/2/punct",
                "CONSULT - occurred Macron+Modi -"
            },
            {
                "Iraq/Iraq/PROPN/NNP/4/nmod:poss 's/'s/PART/POS/1/case alleged/alleged/ADJ/JJ/4/amod invasion/invasion/NOUN/NN/7/nsubj of/of/ADP/IN/6/case Kuwait/Kuwait/PROPN/NNP/4/nmod failed/fail/VERB/VBD/0/root ././PUNCT/Stop/7/punct",
                "ASSAULT - alleged Iraq Kuwait"
            },
            {
                "Kenya/Kenya/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Sudan/Sudan/PROPN/NNP/2/obj to/to/PART/TO/5/mark free/free/VERB/VB/2/xcomp Chad/Chad/PROPN/NNP/5/obj ././PUNCT/Stop/2/punct",
                "REQUEST yield occurred Kenya Sudan;RETREAT release demanded Sudan Chad"
            },
            {
                "Iran/Iran/PROPN/NNP/5/nsubj has/have/AUX/VBZ/5/aux not/not/PART/RB/5/advmod yet/yet/ADV/RB/5/advmod attacked/attack/VERB/VBN/0/root Oman/Oman/PROPN/NNP/5/obj ././PUNCT/Stop/5/punct",
                "ASSAULT - negated Iran Oman"
            },
            {
                "The/the/DET/DT/2/det conflict/conflict/NOUN/NN/7/nsubj between/between/ADP/IN/4/case Chad/Chad/PROPN/NNP/2/nmod and/and/CCONJ/CC/6/cc Libya/Libya/PROPN/NNP/4/conj continued/continue/VERB/VBD/0/root ././PUNCT/Stop/7/punct",
                "ASSAULT - occurred Chad+Libya -"
            },
            {
                "A/a/DET/DT/3/det phone/phone/NOUN/NN/3/compound call/call/NOUN/NN/8/nsubj between/between/ADP/IN/5/case Modi/Modi/PROPN/NNP/3/nmod and/and/CCONJ/CC/7/cc Macron/Macron/PROPN/NNP/5/conj ended/end/VERB/VBD/0/root ././PUNCT/Stop/8/punct "
                    + "The/the/DET/DT/2/det call/call/NOUN/NN/3/nsubj helped/help/VERB/VBD/0/root ././PUNCT/Stop/3/punct",
                "CONSULT phone occurred Macron+Modi -;CONSULT phone occurred Macron+Modi -"
            },
            {
                "Iran/Iran/PROPN/NNP/2/nsubj threatened/threaten/VERB/VBD/0/root to/to/PART/TO/4/mark attack/attack/VERB/VB/2/xcomp Oman/Oman/PROPN/NNP/4/obj ././PUNCT/Stop/2/punct",
                "THREATEN violence occurred Iran Oman"
            },
            {
                "Iran/Iran/PROPN/NNP/4/nsubj is/be/AUX/VBZ/4/cop a/a/DET/DT/4/det neighbour/neighbour/NOUN/NN/0/root of/of/ADP/IN/6/case Oman/Oman/PROPN/NNP/4/nmod ././PUNCT/Stop/4/punct",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_clause_is_coded_with_its_participants_and_status(string tree, string expected)
    {
        var coded = HandTree
            .Code(tree)
            .Select(e => $"{e.Type} {e.Mode ?? "-"} {EntryJson.Published(e.Status)} {Names(e.Actors)} {Names(e.Recipients)}");
        Assert.Equal(expected, string.Join(';', coded));
    }

    [Fact]
    public void What_has_been_so_ends_on_the_day_of_the_report()
    {
        var day = new DateOnly(2025, 5, 6);
        var coded = HandTree.Code(
            "Egypt/Egypt/PROPN/NNP/3/nsubj has/have/AUX/VBZ/3/aux criticized/criticize/VERB/VBN/0/root Chad/Chad/PROPN/NNP/3/obj ././PUNCT/Stop/3/punct",
            day
        );
        Assert.Equal(day, Assert.Single(coded).Date.End);
        Assert.Null(coded[0].Date.Start);
    }

    private static string Names(IEnumerable<Entity> entities) =>
        string.Join('+', entities.Select(entity => entity.Name).Order(StringComparer.Ordinal)) is { Length: > 0 } names ? names : "-";
}
