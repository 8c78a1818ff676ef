using System.Collections.Immutable;
using System.Text.Json;

namespace Chancery.Cli.Evaluation;

/// <summary>What is labelled of one set of accounts, by document and sentence, without the texts.</summary>
/// <param name="Set">The name of the set.</param>
/// <param name="Documents">The names of its documents.</param>
/// <param name="Topics">Each topic that somebody raises, with what every document does with it, in the order of the documents.</param>
/// <param name="Contradictions">The sentences of each contradiction.</param>
internal sealed record AccountLabels(
    string Set,
    ImmutableArray<string> Documents,
    ImmutableArray<(string Name, ImmutableArray<string> States)> Topics,
    ImmutableArray<ImmutableArray<(string Document, string Sentence)>> Contradictions
)
{
    /// <summary>Takes them from a labelled set, as test/gold/accounts describes it.</summary>
    public static AccountLabels Of(JsonElement set)
    {
        var documents = set.GetProperty("documents").EnumerateArray().Select(document => Word(document, "document")).ToImmutableArray();
        return new(
            Word(set, "set"),
            documents,
            [
                .. Items(set, "topics")
                    .Select(row => (Word(row, "topic"), documents.Select(name => Word(row.GetProperty("cells"), name)).ToImmutableArray())),
            ],
            [
                .. Items(set, "contradictions")
                    .Select(group =>
                        group
                            .GetProperty("lines")
                            .EnumerateArray()
                            .Select(line => (Word(line, "document"), Word(line, "sentence")))
                            .ToImmutableArray()
                    ),
            ]
        );
    }

    /// <summary>Reads every set at a folder, in the order of the files' names.</summary>
    public static IEnumerable<AccountLabels> At(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file =>
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                return Of(json.RootElement);
            });

    /// <summary>The members of a list of the set; none where it lacks the list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement set, string name) =>
        set.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static string Word(JsonElement row, string field) => row.GetProperty(field).GetString()!;
}
