using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Tests.Attribution;

/// <summary>Parsed texts made by hand: a line of <c>form/lemma/UPOS/head/relation</c> a sentence, heads counted from 1 in the sentence.</summary>
internal static class HandMade
{
    public static ParsedText Text(params string[] lines)
    {
        var text = string.Join('\n', lines.Select(line => string.Join(' ', line.Split(' ').Select(cell => cell.Split('/')[0]))));
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var at = 0;
        foreach (var line in lines)
        {
            int first = tokens.Count,
                from = at;
            foreach (var cell in line.Split(' '))
            {
                var part = cell.Split('/');
                var head = int.Parse(part[3]);
                tokens.Add(
                    new Token
                    {
                        Span = new Span(at, at + part[0].Length),
                        Lemma = part[1],
                        Tag = Enum.Parse<UniversalTag>(part[2]),
                        Penn = PennTag.None,
                        Features = Features.None,
                        Head = head == 0 ? -1 : first + head - 1,
                        Relation = Relations.Parse(part[4]),
                    }
                );
                at += part[0].Length + 1;
            }

            sentences.Add(new Sentence(first, tokens.Count, new Span(from, at - 1), 0, SentenceRole.Body));
        }

        return new ParsedText(Document.Of(text), sentences.ToImmutable(), tokens.ToImmutable(), []);
    }

    public static Cast Cast(ParsedText text, params (string Form, string Id, EntityType Type)[] people)
    {
        var mentions = ImmutableArray.CreateBuilder<ResolvedMention>();
        for (var i = 0; i < text.Tokens.Length; i++)
            foreach (var (form, id, type) in people)
                if (text.Form(i).SequenceEqual(form))
                    mentions.Add(
                        new(
                            i,
                            i + 1,
                            i,
                            [
                                new Entity
                                {
                                    Id = id,
                                    Name = form,
                                    Type = type,
                                },
                            ],
                            MentionForm.Name,
                            null,
                            1,
                            "test",
                            []
                        )
                    );
        return new Cast(mentions.ToImmutable(), text.Tokens.Length);
    }
}
