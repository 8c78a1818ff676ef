using Chancery.Record;

namespace Chancery.Reading;

/// <summary>
/// One syntactic word of a document with its place in the tree. It points at the text and holds no copy of it; the two words of
/// a contraction share the surface between them ("do" and "n't").
/// </summary>
public readonly record struct Token
{
    /// <summary>Where the word stands in the document.</summary>
    public required Span Span { get; init; }

    /// <summary>The universal part of speech.</summary>
    public required UniversalTag Tag { get; init; }

    /// <summary>The Penn tag.</summary>
    public required PennTag Penn { get; init; }

    /// <summary>The morphological features.</summary>
    public required Features Features { get; init; }

    /// <summary>The dictionary form, lower case except for names; interned, so that comparing is cheap.</summary>
    public required string Lemma { get; init; }

    /// <summary>The index in the document of the word it depends on; -1 for the root of a sentence.</summary>
    public required int Head { get; init; }

    /// <summary>How it depends on its head.</summary>
    public required Relation Relation { get; init; }

    /// <summary>Whether a finite or non-finite verb form, auxiliaries left out.</summary>
    public bool IsVerb => Tag == UniversalTag.VERB;

    /// <summary>Whether a noun, name or pronoun.</summary>
    public bool IsNominal => Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.PRON;

    /// <summary>Whether all the given features are there.</summary>
    public bool Has(Features features) => (Features & features) == features;
}
