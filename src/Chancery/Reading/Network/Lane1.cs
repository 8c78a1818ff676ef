using System.Runtime.CompilerServices;

namespace Chancery.Reading.Network;

/// <summary>One float at a time: the portable path.</summary>
internal readonly unsafe struct Lane1(float value) : ILane<Lane1>
{
    private readonly float _value = value;

    public static int Width => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Load(float* at) => new(*at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane1 value, float* at) => *at = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 All(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Add(Lane1 a, Lane1 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Subtract(Lane1 a, Lane1 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Multiply(Lane1 a, Lane1 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Divide(Lane1 a, Lane1 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Fuse(Lane1 a, Lane1 b, Lane1 c) => new(MathF.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Larger(Lane1 a, Lane1 b) => new(MathF.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Smaller(Lane1 a, Lane1 b) => new(MathF.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Root(Lane1 a) => new(MathF.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Floor(Lane1 a) => new(MathF.Floor(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Power(Lane1 whole) => new(BitConverter.Int32BitsToSingle(((int)whole._value + 127) << 23));
}
