using System.Collections.Frozen;
using System.Text;

namespace Chancery.Record;

/// <summary>
/// The published form of single entries: one JSON object, fields in a fixed order, offsets in code points, numbers in the
/// invariant form. Whoever writes many entries of a document keeps an <see cref="EntryScribe"/> instead.
/// </summary>
public static class EntryJson
{
    /// <summary>Names the entry by the hash of its content.</summary>
    public static T Seal<T>(T entry, Document document)
        where T : Entry
    {
        using var scribe = new EntryScribe(document);
        return scribe.Seal(entry);
    }

    /// <summary>The entry as one line of UTF-8 JSON, without the line end.</summary>
    public static ReadOnlyMemory<byte> Write(Entry entry, Document document, CodePoints points)
    {
        using var scribe = new EntryScribe(document, points);
        return scribe.Write(entry).ToArray();
    }

    /// <summary>An enumeration's member in the published form: <c>ArmedGroup</c> is <c>armed-group</c>.</summary>
    public static string Published<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>()
            .Distinct()
            .ToFrozenDictionary(value => value, Hyphenated);

        private static string Hyphenated(T value)
        {
            var name = value.ToString();
            var text = new StringBuilder(name.Length + 4);
            foreach (var c in name)
            {
                if (char.IsUpper(c) && text.Length > 0)
                    text.Append('-');
                text.Append(char.ToLowerInvariant(c));
            }

            return text.ToString();
        }
    }
}
