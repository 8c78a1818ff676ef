using System.Reflection;
using System.Security.Cryptography;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// What made a record: the version of the tool and the hashes of its code, codebook, knowledge and models. Two runs of one
/// generation over one text give the same bytes; a new generation reads again without losing what the old one said.
/// </summary>
/// <param name="Version">The version for people, such as <c>0.1.0</c>.</param>
/// <param name="Code">The hash of the engine's source files.</param>
/// <param name="Codebook">The hash of the codebook that it carries.</param>
/// <param name="Knowledge">The hash of the knowledge that it carries.</param>
/// <param name="Models">The hash of the models that it carries.</param>
public sealed record Generation(string Version, string Code, string Codebook, string Knowledge, string Models)
{
    /// <summary>The hash over all parts: <c>g-</c> and 20 hex digits.</summary>
    public string Id => Identity.Of("g", Version, Code, Codebook, Knowledge, Models);

    /// <summary>
    /// The generation of an engine, from the hashes of its sources and of the data that it carries. Neither the compiler, its settings, the folder
    /// nor the machine are part of it.
    /// </summary>
    public static Generation Of(Assembly engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var version = engine.GetName().Version?.ToString(3) ?? "0.0.0";
        return new Generation(
            version,
            Sources(engine),
            Carried(engine, "codebook"),
            Carried(engine, "knowledge"),
            Carried(engine, "models")
        );
    }

    // The build lists the files in the order of the file system, which is not the same everywhere.
    private static string Sources(Assembly engine)
    {
        using var list = engine.GetManifestResourceStream("code/sources");
        if (list is null)
            return Identity.Of("c", engine.ManifestModule.ModuleVersionId.ToString("N"));
        using var reader = new StreamReader(list);
        var lines = reader
            .ReadToEnd()
            .Replace('\\', '/')
            .ToLowerInvariant()
            .Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(lines, StringComparer.Ordinal);
        return Identity.Of("c", lines);
    }

    private static string Carried(Assembly engine, string part)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (
            var name in engine
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(part + "/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            using var stream = engine.GetManifestResourceStream(name);
            for (int read; stream is not null && (read = stream.Read(buffer)) > 0;)
                hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..20];
    }
}
