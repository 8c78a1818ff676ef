using System.Collections.Immutable;
using System.Text;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores the chains of sources and the addressees of statements against labelled ones. A link is right where half of its words, cut to five
/// letters, are those of the entity or of a name, title or noun that the text has for it.
/// </summary>
internal static class ChainScore
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "the", "of", "a", "an", "s", "his", "her", "its" };

    public static IReadOnlyList<Figure> Of(string path, IReader reader, TextWriter misses)
    {
        var clerk = new Clerk(reader);
        int all = 0,
            found = 0,
            chains = 0,
            nested = 0,
            nestedRight = 0,
            addressed = 0,
            addressedRight = 0,
            unaddressed = 0,
            unaddressedRight = 0;
        string text = "";
        IReadOnlyList<Statement> statements = [];
        ILookup<string, string> named = Array.Empty<string>().ToLookup(name => name, StringComparer.Ordinal);
        foreach (var label in LabelledStatement.Read(path))
        {
            if (text != label.Text)
            {
                text = label.Text;
                var read = clerk.Read(Document.Of(text));
                statements = [.. read.Entries.OfType<Statement>()];
                named = read
                    .Cast.Mentions.Where(mention => mention.Form != MentionForm.Pronoun)
                    .SelectMany(mention => mention.Entities)
                    .Where(entity => entity.Span is not null)
                    .ToLookup(entity => entity.Id, entity => entity.Span!.Value.In(text).ToString(), StringComparer.Ordinal);
            }

            all++;
            var (links, wanted) = (label.Links, label.Addressees);
            var candidates = statements.Where(statement => IsAt(statement, text, label.Cue)).ToList();
            var right = candidates.Exists(statement => IsChain(statement, text, named, links));
            var heard = candidates.Exists(statement => AreNamed(wanted, statement.Addressees, text, named));
            found += candidates.Count > 0 ? 1 : 0;
            chains += right ? 1 : 0;
            nested += links.Length > 1 ? 1 : 0;
            nestedRight += links.Length > 1 && right ? 1 : 0;
            addressed += wanted.Length > 0 ? 1 : 0;
            addressedRight += wanted.Length > 0 && heard ? 1 : 0;
            unaddressed += wanted.Length == 0 && candidates.Count > 0 ? 1 : 0;
            unaddressedRight += wanted.Length == 0 && candidates.Exists(statement => statement.Addressees.IsEmpty) ? 1 : 0;
            if (right && (heard || wanted.Length == 0))
                continue;
            misses.WriteLine(
                $"{(candidates.Count == 0 ? "no statement" : right ? "addressee" : "chain")}\t{label.Line}\t{text.ReplaceLineEndings(" ")}"
            );
            foreach (var statement in candidates)
                misses.WriteLine(
                    $"\t{string.Join(" < ", statement.Sources.Skip(1).Select(Words))} > {string.Join("+", statement.Addressees.Select(e => e.Name))}"
                );
        }

        return
        [
            new("cue_recall", Share(found, all)),
            new("chain", Share(chains, all)),
            new("nested_chain", Share(nestedRight, nested)),
            new("addressee", Share(addressedRight, addressed)),
            new("no_addressee", Share(unaddressedRight, unaddressed)),
            new("n", all),
        ];
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Words(Source source) => string.Join("+", source.Entities.Select(entity => entity.Name));

    private static bool IsAt(Statement statement, string text, string cue)
    {
        for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + 1, StringComparison.Ordinal))
            if (statement.Cue is { } found && found.Span.Overlaps(new Span(at, at + cue.Length)))
                return true;
        return false;
    }

    private static bool IsChain(
        Statement statement,
        string text,
        ILookup<string, string> named,
        ImmutableArray<ImmutableArray<string>> links
    )
    {
        if (statement.Sources.Length != links.Length + 1)
            return false;
        for (var i = 0; i < links.Length; i++)
            if (!AreNamed(links[i], statement.Sources[i + 1].Entities, text, named))
                return false;
        return true;
    }

    private static bool AreNamed(
        ImmutableArray<string> wanted,
        IReadOnlyCollection<Entity> entities,
        string text,
        ILookup<string, string> named
    ) => wanted.Length <= Math.Max(1, entities.Count) && wanted.All(name => entities.Any(entity => IsNamed(name, entity, text, named)));

    private static bool IsNamed(string name, Entity entity, string text, ILookup<string, string> named)
    {
        var wanted = Stems(name);
        var got = Stems(entity.Name);
        if (entity.Span is { } span)
            got.UnionWith(Stems(span.In(text).ToString()));
        foreach (var words in named[entity.Id])
            got.UnionWith(Stems(words));
        return wanted.Count(got.Contains) * 2 >= wanted.Count || entity.Members.Any(member => IsNamed(name, member, text, named));
    }

    /// <summary>The words that tell, cut to five letters.</summary>
    public static HashSet<string> Stems(string words)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in words + " ")
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                var whole = word.ToString();
                if (!Empty.Contains(whole))
                    stems.Add(whole[..Math.Min(5, whole.Length)]);
                word.Clear();
            }
        }

        return stems;
    }
}
