namespace Chancery.Reading.Network;

/// <summary>The marks that the name head puts on words: 0 for none, then begin and inside for each type.</summary>
internal static class NameMarks
{
    /// <summary>How many there are.</summary>
    public const int Count = 1 + (2 * Types);

    /// <summary>How many types of names there are.</summary>
    public const int Types = (int)NameType.Other + 1;

    public static int Begin(NameType type) => 1 + (2 * (int)type);

    public static int Inside(NameType type) => 2 + (2 * (int)type);

    public static NameType TypeOf(int mark) => (NameType)((mark - 1) >> 1);

    public static bool IsBegin(int mark) => mark > 0 && (mark & 1) == 1;
}
