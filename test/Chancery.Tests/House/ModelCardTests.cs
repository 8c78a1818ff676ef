using System.Security.Cryptography;

namespace Chancery.Tests.House;

public sealed class ModelCardTests
{
    [Fact]
    public void The_card_names_every_file_of_weights_by_its_hash()
    {
        var card = File.ReadAllText(Path.Combine(Repository.Root, "models", "README.md"));
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "models"))
                .Where(path => Path.GetExtension(path) is ".bin" or ".csv")
        )
            Assert.Contains(
                $"| `{Path.GetFileName(file)}` | `{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}` |",
                card,
                StringComparison.Ordinal
            );
    }
}
