using System.Reflection;
using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// Says what a name names: for each type a sum of weights over the features of the name (<see cref="NameFeatures"/>) and over what the
/// network gives to each type, learnt from labelled names (<c>training</c>, verb <c>names</c>). All its arithmetic is in whole numbers.
/// </summary>
internal sealed class NameTyper
{
    /// <summary>The first number of its file: its format.</summary>
    public const int Format = 0x43484e02;

    /// <summary>The types of names.</summary>
    public const int Types = (int)NameType.Other + 1;

    /// <summary>The types, and last that the words are no name that is wanted: a day, an age.</summary>
    public const int Choices = Types + 1;

    private static readonly Lazy<NameTyper> Embedded = new(() =>
    {
        unsafe
        {
            var stream =
                Assembly.GetExecutingAssembly().GetManifestResourceStream("models/names.bin") as UnmanagedMemoryStream
                ?? throw new InvalidOperationException("The engine was built without models/names.bin.");
            return Read(new WeightsCursor(stream.PositionPointer, stream.Length), NeuralReader.SharedVectors);
        }
    });

    private readonly short[] _network;
    private readonly uint[] _keys;
    private readonly sbyte[] _weights;

    /// <summary>A typer of the given parts: the lexicon, a row of weights a choice over the shares of the network, and one a feature, sorted.</summary>
    public NameTyper(NameLexicon lexicon, short[] network, uint[] keys, sbyte[] weights) =>
        (Lexicon, _network, _keys, _weights) = (lexicon, network, keys, weights);

    /// <summary>The model that the engine carries.</summary>
    public static NameTyper Shared => Embedded.Value;

    /// <summary>The lists of names that the features ask.</summary>
    public NameLexicon Lexicon { get; }

    /// <summary>Adds to the sum of each choice what features speak for it.</summary>
    public void Add(Span<int> sums, ReadOnlySpan<uint> features)
    {
        foreach (var feature in features)
        {
            var row = Array.BinarySearch(_keys, feature);
            if (row < 0)
                continue;
            for (var choice = 0; choice < Choices; choice++)
                sums[choice] += _weights[(row * Choices) + choice];
        }
    }

    /// <summary>Adds to the sum of each choice what the shares of the network (<see cref="NamePath.Shares"/>) speak for it.</summary>
    public void AddShares(Span<int> sums, ReadOnlySpan<sbyte> shares)
    {
        for (var choice = 0; choice < Choices; choice++)
        {
            var sum = 0;
            for (var type = 0; type < Types; type++)
                sum += _network[(choice * Types) + type] * shares[type];
            sums[choice] += sum / NamePath.ShareUnit;
        }
    }

    private static NameTyper Read(WeightsCursor cursor, WordVectors vectors)
    {
        if (cursor.Integer() != Format)
            throw new InvalidDataException("Not a file of name weights, or one of another format.");
        int known = cursor.Integer(),
            features = cursor.Integer();
        return new NameTyper(
            new NameLexicon(
                cursor.Values<uint>(known),
                cursor.Values<ushort>(known),
                cursor.Values<byte>(vectors.Count * NameLexicon.Senses),
                vectors
            ),
            cursor.Values<short>(Choices * Types),
            cursor.Values<uint>(features),
            cursor.Values<sbyte>(features * Choices)
        );
    }
}
