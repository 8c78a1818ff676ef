using System.Security.Cryptography;
using System.Text;

namespace Chancery.Record;

/// <summary>Names things by hashes of their content, so that the same input has the same ids on every machine.</summary>
public static class Identity
{
    /// <summary>The SHA-256 of a text in UTF-8, as 64 lower-case hex digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// A prefix, a hyphen and the first 80 bits of the SHA-256 over the parts, in 20 hex digits. A null part and an empty one
    /// differ, and no two lists of parts run together.
    /// </summary>
    public static string Of(string prefix, params ReadOnlySpan<string?> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
            joined.Append(part is null ? "-" : "+").Append(part).Append('\u001f');
        return $"{prefix}-{Sha256(joined.ToString())[..20]}";
    }

    /// <summary>A prefix, a hyphen and the first 80 bits of the SHA-256 over bytes that are already joined, in 20 hex digits.</summary>
    public static string OfBytes(string prefix, ReadOnlySpan<byte> joined)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(joined, hash);
        return string.Concat(prefix, "-", Convert.ToHexStringLower(hash[..10]));
    }
}
