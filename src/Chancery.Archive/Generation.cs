using System.Reflection;
using System.Security.Cryptography;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// What made a record: the version of the tool and the hashes of its code, codebook, knowledge and models. Two runs of one
/// generation over one text give the same bytes; a new generation reads again without losing what the old one said.
/// </summary>
/// <param name="Version">The version for people, such as <c>0.1.0</c>.</param>
/// <param name="Code">The hash of the compiled engine.</param>
/// <param name="Codebook">The hash of the codebook that it carries.</param>
/// <param name="Knowledge">The hash of the knowledge that it carries.</param>
/// <param name="Models">The hash of the models that it carries.</param>
public sealed record Generation(string Version, string Code, string Codebook, string Knowledge, string Models)
{
    /// <summary>The hash over all parts: <c>g-</c> and 20 hex digits.</summary>
    public string Id => Identity.Of("g", Version, Code, Codebook, Knowledge, Models);

    /// <summary>The generation of a compiled engine, from its module id and the data compiled into it.</summary>
    public static Generation Of(Assembly engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var version = engine.GetName().Version?.ToString(3) ?? "0.0.0";
        var code = Identity.Of("c", engine.ManifestModule.ModuleVersionId.ToString("N"));
        return new Generation(version, code, Carried(engine, "codebook"), Carried(engine, "knowledge"), Carried(engine, "models"));
    }

    private static string Carried(Assembly engine, string part)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var name in engine.GetManifestResourceNames().Where(name => name.Contains(part, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            using var stream = engine.GetManifestResourceStream(name);
            for (int read; stream is not null && (read = stream.Read(buffer)) > 0;) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..20];
    }
}
