using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>One labelled phrase: who is meant, by what form, and as what.</summary>
/// <param name="Span">The phrase in the text without its marks.</param>
/// <param name="Who">The labels of those meant, as the set writes them; <c>?</c> or <c>-</c> where nothing is to be counted.</param>
/// <param name="Form">The letter of the form: <c>n</c>, <c>t</c>, <c>p</c>, <c>g</c> or <c>m</c>.</param>
/// <param name="Reading"><c>g</c>, <c>p</c>, or empty where the label leaves it open.</param>
internal sealed record LabelledMention(Span Span, ImmutableArray<string> Who, string Form, string Reading)
{
    /// <summary>Whether the case counts at all.</summary>
    public bool Counts => Who is not ["?"] and not ["-"];
}
