using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Network;

/// <summary>Sixteen floats in a 512-bit register.</summary>
internal readonly unsafe struct Lane16(Vector512<float> value) : ILane<Lane16>
{
    private readonly Vector512<float> _value = value;

    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Load(float* at) => new(Vector512.Load(at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane16 value, float* at) => value._value.Store(at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 All(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Add(Lane16 a, Lane16 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Subtract(Lane16 a, Lane16 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Multiply(Lane16 a, Lane16 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Divide(Lane16 a, Lane16 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Fuse(Lane16 a, Lane16 b, Lane16 c) => new(Vector512.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Larger(Lane16 a, Lane16 b) => new(Vector512.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Smaller(Lane16 a, Lane16 b) => new(Vector512.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Root(Lane16 a) => new(Vector512.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Floor(Lane16 a) => new(Vector512.Floor(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Power(Lane16 whole) =>
        new(Vector512.ShiftLeft(Vector512.ConvertToInt32(whole._value) + Vector512.Create(127), 23).AsSingle());
}
