using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Chancery.Reading;

/// <summary>Hands arrays over to immutable ones without a copy.</summary>
internal static class ImmutableCollections
{
    /// <summary>The array as an immutable one; the caller gives it up.</summary>
    public static ImmutableArray<T> Own<T>(T[] array) => ImmutableCollectionsMarshal.AsImmutableArray(array);
}
