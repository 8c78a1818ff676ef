using System.Numerics;

namespace Chancery.Knowledge;

/// <summary>
/// A table of a compiled pack: rows of numbers, found by the text of their first column or counted. It lies as the number of rows, of columns and
/// of slots, then the slots (a row and one, or nothing; open addressing), then the rows. A table without slots is only counted.
/// </summary>
internal readonly unsafe struct PackedTable(PackedWorld world, int* at)
{
    private readonly PackedWorld _world = world;
    private readonly int* _slots = at + 3;
    private readonly int* _rows = at + 3 + at[2];
    private readonly int _columns = at[1];
    private readonly int _last = at[2] - 1;

    /// <summary>The number of rows.</summary>
    public int Count { get; } = at[0];

    /// <summary>A number of a row.</summary>
    public int this[int row, int column] => _rows[(row * _columns) + column];

    /// <summary>A text of a row; a number below nought is none.</summary>
    public string Text(int row, int column) => _world.Text(this[row, column]);

    /// <summary>A text of a row, or null.</summary>
    public string? TextOrNull(int row, int column) => this[row, column] is >= 0 and var text ? _world.Text(text) : null;

    /// <summary>A day of a row, which takes two columns.</summary>
    public DayRange? Days(int row, int column) =>
        this[row, column] is >= 0 and var first ? new(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(this[row, column + 1])) : null;

    /// <summary>The numbers of a list, whose place and length take two columns.</summary>
    public ReadOnlySpan<int> List(int row, int column) => _world.List(this[row, column], this[row, column + 1]);

    /// <summary>The texts of a list.</summary>
    public string[] Texts(int row, int column)
    {
        var list = List(row, column);
        var texts = new string[list.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = _world.Text(list[i]);
        return texts;
    }

    /// <summary>The row whose first column is the text; below nought where there is none. Allocates nothing.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        for (var slot = Hash(text) & _last; ; slot = (slot + 1) & _last)
        {
            var row = _slots[slot] - 1;
            if (row < 0 || _world.Letters(_rows[row * _columns]).SequenceEqual(text))
                return row;
        }
    }

    /// <summary>Whether a row begins with the text.</summary>
    public bool Has(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>The same number for the same letters at every start and on every machine that can read the pack: two letters at a step, mixed at the end.</summary>
    public static int Hash(ReadOnlySpan<char> text)
    {
        var (one, other) = (352654597u, 352654597u);
        fixed (char* letters = text)
        {
            var pair = (uint*)letters;
            for (var i = text.Length >> 2; i > 0; i--, pair += 2)
            {
                one = (BitOperations.RotateLeft(one, 5) + one) ^ pair[0];
                other = (BitOperations.RotateLeft(other, 5) + other) ^ pair[1];
            }
        }

        for (var i = text.Length & ~3; i < text.Length; i++)
            other = (BitOperations.RotateLeft(other, 5) + other) ^ text[i];
        var hash = one + (other * 1566083941u);
        return (int)(hash ^ (hash >> 15));
    }
}
