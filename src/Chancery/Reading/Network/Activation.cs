using System.Runtime.CompilerServices;

namespace Chancery.Reading.Network;

/// <summary>
/// Exponential, logistic function and hyperbolic tangent from additions, multiplications and one division, so that they do not depend
/// on the platform's mathematical library. Relative error of the exponential below 2e-7 (Cephes' polynomial for single precision).
/// </summary>
internal static class Activation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Exp<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        x = TLane.Smaller(TLane.Larger(x, TLane.All(-80f)), TLane.All(80f));
        var whole = TLane.Floor(TLane.Fuse(x, TLane.All(1.44269504f), TLane.All(0.5f)));
        var rest = TLane.Fuse(whole, TLane.All(-0.693359375f), x);
        rest = TLane.Fuse(whole, TLane.All(2.12194440e-4f), rest);
        var p = TLane.Fuse(TLane.All(1.9875691500e-4f), rest, TLane.All(1.3981999507e-3f));
        p = TLane.Fuse(p, rest, TLane.All(8.3334519073e-3f));
        p = TLane.Fuse(p, rest, TLane.All(4.1665795894e-2f));
        p = TLane.Fuse(p, rest, TLane.All(1.6666665459e-1f));
        p = TLane.Fuse(p, rest, TLane.All(5.0000001201e-1f));
        p = TLane.Fuse(p, TLane.Multiply(rest, rest), TLane.Add(rest, TLane.All(1f)));
        return TLane.Multiply(p, TLane.Power(whole));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Logistic<TLane>(TLane x)
        where TLane : struct, ILane<TLane> => TLane.Divide(TLane.All(1f), TLane.Add(TLane.All(1f), Exp(TLane.Subtract(TLane.All(0f), x))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Tanh<TLane>(TLane x)
        where TLane : struct, ILane<TLane> => TLane.Fuse(Logistic(TLane.Add(x, x)), TLane.All(2f), TLane.All(-1f));

    /// <summary>The exponential of one number, to the same bits as in a register.</summary>
    public static unsafe float Exp(float x)
    {
        Lane1.Store(Exp(new Lane1(x)), &x);
        return x;
    }

    /// <summary>The natural logarithm of a positive number, to 2e-6, from the same operations.</summary>
    public static float Log(float x)
    {
        var bits = BitConverter.SingleToInt32Bits(x);
        var power = (bits >> 23) - 127;
        var t = BitConverter.Int32BitsToSingle((bits & 0x7fffff) | 0x3f800000);
        t = (t - 1f) / (t + 1f);
        var square = t * t;
        var series = 1f + (square * ((1f / 3f) + (square * ((1f / 5f) + (square * ((1f / 7f) + (square / 9f)))))));
        return (power * 0.693147181f) + (2f * t * series);
    }
}
