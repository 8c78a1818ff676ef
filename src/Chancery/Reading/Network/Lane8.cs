using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Network;

/// <summary>Eight floats in a 256-bit register.</summary>
internal readonly unsafe struct Lane8(Vector256<float> value) : ILane<Lane8>
{
    private readonly Vector256<float> _value = value;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Load(float* at) => new(Vector256.Load(at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane8 value, float* at) => value._value.Store(at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Add(Lane8 a, Lane8 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Subtract(Lane8 a, Lane8 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Multiply(Lane8 a, Lane8 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Divide(Lane8 a, Lane8 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Fuse(Lane8 a, Lane8 b, Lane8 c) => new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Larger(Lane8 a, Lane8 b) => new(Vector256.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Smaller(Lane8 a, Lane8 b) => new(Vector256.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Root(Lane8 a) => new(Vector256.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Floor(Lane8 a) => new(Vector256.Floor(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Power(Lane8 whole) =>
        new(Vector256.ShiftLeft(Vector256.ConvertToInt32(whole._value) + Vector256.Create(127), 23).AsSingle());
}
