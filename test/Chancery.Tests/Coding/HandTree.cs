using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Coding;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Coding;

/// <summary>
/// A sentence with its tree written by hand, one word as <c>form/lemma/TAG/PENN/head/relation</c>, heads counted from 1 in the
/// sentence. Every capitalised word except the first is taken to name an entity; so is a first word tagged PROPN or ADJ.
/// </summary>
internal static class HandTree
{
    public static ImmutableArray<Event> Code(string written, DateOnly? day = null)
    {
        var (text, cast, chronology) = Parts(written, day);
        return EventCoder.Code(text, cast, chronology);
    }

    public static (ParsedText Text, Cast Cast, Chronology Chronology) Parts(string written, DateOnly? day = null)
    {
        var text = Read(written);
        var date = day is { } known ? DateValue.Day(known, DateBasis.Stated) : DateValue.Unknown;
        return (text, new Cast(Mentions(text), text.Tokens.Length), new Chronology(text, date, []));
    }

    public static ParsedText Read(string written)
    {
        var words = written
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.Split('/'))
            .ToArray();
        var document = Document.Of(string.Join(' ', words.Select(word => word[0])));
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var (at, first) = (0, 0);
        foreach (var word in words)
        {
            tokens.Add(
                new Token
                {
                    Span = new Span(at, at + word[0].Length),
                    Lemma = word[1],
                    Tag = Enum.Parse<UniversalTag>(word[2]),
                    Penn = Enum.Parse<PennTag>(word[3]),
                    Features = Features.None,
                    Head = int.Parse(word[4]) is var head and > 0 ? first + head - 1 : -1,
                    Relation = Relations.Parse(word[5]),
                }
            );
            at += word[0].Length + 1;
            if (word[0] != ".")
                continue;
            sentences.Add(new Sentence(first, tokens.Count, new Span(tokens[first].Span.Start, at - 1), 0, SentenceRole.Body));
            first = tokens.Count;
        }

        return new ParsedText(document, sentences.ToImmutable(), tokens.ToImmutable(), []);
    }

    private static ImmutableArray<ResolvedMention> Mentions(ParsedText text)
    {
        var mentions = ImmutableArray.CreateBuilder<ResolvedMention>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            if (!char.IsUpper(text.Form(i)[0]) || token.Tag is not (UniversalTag.PROPN or UniversalTag.ADJ))
                continue;
            var entity = new Entity
            {
                Id = $"unknown/{token.Lemma}",
                Name = token.Lemma,
                Type = EntityType.State,
                Span = token.Span,
            };
            mentions.Add(new ResolvedMention(i, i + 1, i, [entity], MentionForm.Name, null, 1, "test", []));
        }

        return mentions.ToImmutable();
    }
}
