using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Tells whose account it is by which something was not discussed: of "Trump did not mention Afrin, a Turkish official said" the Turkish one, whoever did
/// not speak. Of "the Turkish text did not mention Afrin, an official said" it is the text, and the official only says so.
/// </summary>
internal static class SilenceTellers
{
    /// <summary>The words in which it is said, and the account of whoever says it; null where the reporter says it by himself or a text is what is silent.</summary>
    /// <param name="silence">The cue.</param>
    /// <param name="statements">What is said in the document.</param>
    /// <param name="subjects">Who is silent.</param>
    public static (Span Words, Citation? Account)? Of(SilenceCue silence, ImmutableArray<Statement> statements, SilenceSubjects subjects)
    {
        if (silence.IsAfter || subjects.IsText(silence.Cue))
            return null;
        if (
            silence.State != SilenceState.SaysNotDiscussed
            && (silence.State != SilenceState.Silent || subjects.Person(silence.Cue) is null)
        )
            return null;
        var around = statements
            .Where(statement => statement.Content.Any(content => content.Contains(silence.Cue)))
            .OrderByDescending(statement => statement.Content.Sum(content => content.Length))
            .ThenBy(statement => statement.Spans[0])
            .ToList();
        if (around.Count == 0)
            return null;
        // Whose account it is tells the outermost link of a side; how far the words go, the innermost.
        var account = around
            .SelectMany(statement => statement.Sources.Skip(1))
            .Where(source => source.Span is not null)
            .SelectMany(source => source.Entities.Select(entity => new Citation(entity, source.Span!.Value)))
            .FirstOrDefault(citation => ReportedVoices.Side(citation.Issuer) is not null);
        return (
            around
                .SelectMany(statement => statement.Content)
                .Where(content => content.Contains(silence.Cue))
                .MinBy(content => content.Length),
            account
        );
    }
}
