using System.Security.Cryptography;

namespace Chancery.Reading;

/// <summary>Names weights by their content.</summary>
internal static class WeightsHash
{
    /// <summary>The first 12 hex digits of the SHA-256.</summary>
    public static unsafe string Of(UnmanagedMemoryStream stream) =>
        Convert.ToHexStringLower(SHA256.HashData(new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length))))[..12];
}
