using Chancery.Reading.Network;

namespace Chancery.Attribution.Spotting;

/// <summary>The weights of the model of attribution, read where they lie.</summary>
internal sealed unsafe class SpotterWeights
{
    /// <summary>The first number of the file: its format.</summary>
    public const int Format = 0x43480101;

    /// <summary>Room for labels in a row of scores.</summary>
    public const int Row = 32;

    /// <summary>Labels of words when cues are looked for.</summary>
    public const int CueLabels = 3;

    /// <summary>Labels of words beside one cue: none, source and content.</summary>
    public const int RoleLabels = 5;

    private readonly object _owner;
    private readonly Keys _words,
        _pairs;
    private readonly EmbeddingTable _word,
        _pair;

    public SpotterWeights(object owner, byte* at, long length, WordVectors vectors)
    {
        _owner = owner;
        Vectors = vectors;
        var cursor = new WeightsCursor(at, length);
        if (cursor.Integer() != Format)
            throw new InvalidDataException("Not a file of attribution weights, or one of another format.");
        Input = cursor.Integer();
        Hidden = cursor.Integer();
        Role = cursor.Integer();
        int words = cursor.Integer(),
            pairs = cursor.Integer();
        _words = new Keys((ulong*)cursor.Part(words * sizeof(ulong)), words);
        _word = cursor.Table(words, Input);
        _pairs = new Keys((ulong*)cursor.Part(pairs * sizeof(ulong)), pairs);
        _pair = cursor.Table(pairs, Role);
        Own = cursor.Matrix(vectors.Width, Input);
        Above = cursor.Matrix(vectors.Width, Input);
        Forward = new RecurrentWeights(cursor.Matrix(Input, 4 * Hidden), cursor.Matrix(Hidden, 4 * Hidden), cursor.Row(4 * Hidden));
        Backward = new RecurrentWeights(cursor.Matrix(Input, 4 * Hidden), cursor.Matrix(Hidden, 4 * Hidden), cursor.Row(4 * Hidden));
        CueScore = cursor.Matrix(2 * Hidden, Row);
        CueBias = cursor.Row(Row);
        CuePairs = cursor.Row(16);
        Word = cursor.Matrix(2 * Hidden, Role);
        Cue = cursor.Matrix(2 * Hidden, Role);
        RoleBias = cursor.Row(Role);
        RoleScore = cursor.Matrix(Role, Row);
        LabelBias = cursor.Row(Row);
        RolePairs = cursor.Row(32);
    }

    public WordVectors Vectors { get; }

    public int Input { get; }

    public int Hidden { get; }

    public int Role { get; }

    /// <summary>From the vector of a word, and of the word that it hangs on, to the input.</summary>
    public PackedMatrix Own { get; }

    /// <inheritdoc cref="Own"/>
    public PackedMatrix Above { get; }

    /// <summary>The two directions of the recurrent layer.</summary>
    public RecurrentWeights Forward { get; }

    /// <inheritdoc cref="Forward"/>
    public RecurrentWeights Backward { get; }

    public PackedMatrix CueScore { get; }

    public FloatBuffer CueBias { get; }

    public FloatBuffer CuePairs { get; }

    /// <summary>From a word, and from the cue, to what is asked of the two together.</summary>
    public PackedMatrix Word { get; }

    /// <inheritdoc cref="Word"/>
    public PackedMatrix Cue { get; }

    public FloatBuffer RoleBias { get; }

    public PackedMatrix RoleScore { get; }

    public FloatBuffer LabelBias { get; }

    public FloatBuffer RolePairs { get; }

    /// <summary>Adds what the clues of a word stand for; clues that training did not meet add nothing.</summary>
    public void AddWord(ReadOnlySpan<ulong> keys, float* to) => Add(_words, _word, keys, to);

    /// <summary>Adds what the clues of a pair stand for.</summary>
    public void AddPair(ReadOnlySpan<ulong> keys, float* to) => Add(_pairs, _pair, keys, to);

    private void Add(Keys known, EmbeddingTable table, ReadOnlySpan<ulong> keys, float* to)
    {
        foreach (var key in keys)
            if (known.Find(key) is var row and >= 0)
                table.AddTo(row, to);
        GC.KeepAlive(_owner);
    }
}
