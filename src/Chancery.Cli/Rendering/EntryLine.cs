using System.Globalization;
using Chancery.Record;
using Spectre.Console;

namespace Chancery.Cli.Rendering;

/// <summary>One entry on the page: its day in the margin; beside it who, what and whom, how it stands and according to whom, and the words.</summary>
internal sealed class EntryLine(Dossier dossier, Entry entry)
{
    private bool _begun;

    /// <summary>The day, or what is known of it.</summary>
    public Text Margin { get; private set; } = new(EntryWords.Days(EntryWords.When(entry)), PageText.Faint);

    /// <summary>The rest.</summary>
    public Paragraph Body { get; } = new();

    public static void Happened(EntryLine line, Event happening)
    {
        line.Piece(EntryWords.Names(happening.Actors, "somebody"), PageText.Strong);
        line.Piece(happening.Mode is { } mode ? $"{happening.Type} ({mode})" : happening.Type.ToString(), PageText.Deed);
        line.Piece(EntryWords.Names(happening.Recipients), PageText.Strong);
        line.Standing();
        line.Words();
    }

    public static void Said(EntryLine line, Statement statement)
    {
        line.Margin = new Text(EntryJson.Published(statement.Mood), PageText.Faint);
        line.Piece(EntryWords.Names(statement.Speakers, "somebody"), PageText.Strong);
        line.Piece(statement.Cue is { } cue ? cue.Span.In(line.Text).ToString() : "(quoted)", PageText.Deed);
        line.Piece(EntryWords.Names(statement.Addressees), PageText.Strong);
        line.Standing();
        foreach (var content in statement.Content)
            line.Quote(content);
    }

    public static void Held(EntryLine line, Position position)
    {
        line.Piece(EntryWords.Names(position.Actors, "somebody"), PageText.Strong);
        line.Piece(position.Stance, PageText.Deed);
        line.Piece(position.Object ?? position.Issue, PageText.Strong);
        line.Standing();
        line.Words();
    }

    public static void Stands(EntryLine line, Fact fact)
    {
        line.Piece(EntryWords.Names(fact.Subjects, "—"), PageText.Strong);
        line.Piece(fact.Predicate, PageText.Deed);
        line.Piece(EntryWords.Names(fact.Objects), PageText.Strong);
        line.Standing();
        line.Words();
    }

    public static void Counted(EntryLine line, Figure figure)
    {
        var value =
            (figure.Approximate ? "about " : "")
            + figure.Comparator
            + " "
            + figure.Value.ToString("#,0.####", CultureInfo.InvariantCulture)
            + " "
            + figure.Unit;
        line.Piece(figure.Indicator, PageText.Strong);
        line.Piece(PageText.Clean(value).Trim(), PageText.Deed);
        line.Piece(figure.Role is { } role ? $"({role})" : "", PageText.Faint);
        line.Piece(EntryWords.Names(figure.Of), PageText.Strong);
        line.Standing();
        line.Words();
    }

    public static void Told(EntryLine line, Account account)
    {
        line.Piece(EntryWords.Names(account.By, "the report"), PageText.Strong);
        line.Piece("tells of", PageText.Deed);
        line.Piece(EntryWords.What(account), Style.Plain);
        line.Standing();
    }

    public static void LeftOut(EntryLine line, Silence silence)
    {
        line.Margin = new Text(EntryJson.Published(silence.Basis), PageText.Faint);
        line.Piece(EntryWords.Names(silence.By, "—"), PageText.Strong);
        line.Piece(EntryJson.Published(silence.State), PageText.Deed);
        line.Piece(silence.Topic, PageText.Strong);
        line.Standing();
        line.Words();
    }

    private string Text => dossier.Document.Text;

    private void Piece(string text, Style style)
    {
        if (text.Length == 0)
            return;
        if (_begun)
            Body.Append("  ");
        _begun = true;
        Body.Append(PageText.Clean(text), style);
    }

    private void Standing()
    {
        if (entry.Status != EntryStatus.Occurred && entry is Event or Figure or Fact)
            Piece(EntryJson.Published(entry.Status), PageText.Warning);
        if (EntryWords.Chain(entry) is { Length: > 0 } chain)
            Piece("according to " + chain, PageText.Faint);
    }

    /// <summary>The sentence around the predicate, the predicate marked.</summary>
    private void Words()
    {
        var span = entry.Spans[0];
        var sentences = dossier.Text.Sentences;
        var excerpt = sentences.FirstOrDefault(sentence => sentence.Span.Contains(span)) is { Span.Length: > 0 } around
            ? Excerpt.Around(Text, span, around.Span)
            : Excerpt.InLine(Text, span);
        Body.Append("\n“" + PageText.Clean(excerpt.Before).TrimStart(), PageText.Faint);
        Body.Append(PageText.Clean(excerpt.Words), PageText.Predicate);
        Body.Append(PageText.Clean(excerpt.After).TrimEnd() + "”", PageText.Faint);
    }

    private void Quote(Span span)
    {
        var words = PageText.Clean(Excerpt.Around(Text, span, span).Words).Trim();
        var own = words is ['"' or '“', .., '"' or '”'] && words.AsSpan(1, words.Length - 2).IndexOfAny('"', '“', '”') < 0;
        Body.Append(own ? $"\n“{words[1..^1]}”" : $"\n“{words}”", PageText.Faint);
    }
}
