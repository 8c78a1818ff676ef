using Chancery.Reading;

namespace Chancery.Coding;

/// <summary>Tells what a number measures: by the words after it, else by the noun it modifies or the subject of its verb.</summary>
internal static class FigureIndicator
{
    /// <summary>Deaths or injuries, where the word before the number tells of them; null elsewhere.</summary>
    public static string? Casualties(ParsedText text, int token)
    {
        // "four people were injured": what follows is the number's own.
        for (
            var i = token + 1;
            i < Math.Min(text.Tokens.Length, token + 6)
                && text.Tokens[i].Tag is not (UniversalTag.NUM or UniversalTag.PUNCT or UniversalTag.CCONJ);
            i++
        )
        {
            if (text.Form(i) is "killed" or "dead" or "died")
                return "deaths";
            if (text.Form(i) is "wounded" or "injured" or "hurt")
                return "injuries";
        }

        for (var i = token - 1; i >= Math.Max(0, token - 3); i--)
        {
            if (text.Form(i) is "killed" or "killing" or "kills" or "kill")
                return "deaths";
            if (text.Form(i) is "wounded" or "injured" or "injuring" or "wounding")
                return "injuries";
        }
        return null;
    }

    /// <summary>The indicator, and the token by which its time is looked up (-1 for none).</summary>
    public static (string Indicator, int Anchor) Of(ParsedText text, ScannedFigure figure)
    {
        var head = text.Tokens[figure.Token].Head;
        for (var steps = 0; head >= 0 && steps < 4 && !text.Tokens[head].IsVerb; steps++)
        {
            if (
                text.Tokens[head].Relation is Relation.Obj or Relation.Obl or Relation.Nsubj or Relation.NsubjPass
                || text.Tokens[head].Head < 0
            )
                break;
            head = text.Tokens[head].Head;
        }
        var verb = head >= 0 && !text.Tokens[head].IsVerb ? text.Tokens[head].Head : head;
        var anchor = verb >= 0 ? verb : head;
        if (figure.Unit == "person" && Casualties(text, figure.Token) is { } casualties)
            return (casualties, anchor);
        if (After(text, figure) is { } after)
            return (figure.Unit == "year" ? "duration of " + after : after, anchor);
        if (figure.Indicator is { } told)
            return (told, anchor);
        if (verb >= 0 && text.Tokens[verb].IsVerb)
        {
            var subject = text.Dependent(verb, Relation.Nsubj);
            // "trade, which surpassed $200 billion": the relative stands for what its clause modifies.
            if (subject >= 0 && text.Tokens[subject].Tag == UniversalTag.PRON && text.Tokens[verb].Relation == Relation.AclRelcl)
                subject = text.Tokens[verb].Head;
            if (subject >= 0 && text.Tokens[subject].Tag is UniversalTag.NOUN or UniversalTag.PROPN)
                return (text.Tokens[subject].Lemma, anchor);
        }
        return (head >= 0 && text.Tokens[head].Tag == UniversalTag.NOUN ? text.Tokens[head].Lemma : "count", anchor);
    }

    // "75 years of diplomatic relations"
    private static string? After(ParsedText text, ScannedFigure figure)
    {
        var at = figure.Token;
        while (at < text.Tokens.Length && text.Tokens[at].Span.End <= figure.Span.End)
            at++;
        if (at + 1 >= text.Tokens.Length || text.Form(at) is not ("of" or "in"))
            return null;
        if (text.Form(at) is "in" && figure.Unit is not ("USD" or "EUR" or "GBP" or "CNY"))
            return null;
        var end = at + 1;
        while (
            end < text.Tokens.Length
            && end < at + 4
            && text.Form(end) is var form
            && char.IsLower(form[0])
            && form is not ("and" or "this" or "to" or "from" or "the" or "in" or "for" or "with" or "last" or "by")
        )
            end++;
        return end > at + 1 ? text.SpanOf(at + 1, end).In(text.Document.Text).ToString() : null;
    }
}
