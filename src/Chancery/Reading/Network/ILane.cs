namespace Chancery.Reading.Network;

/// <summary>
/// A register's worth of floats. A kernel written once over it runs at every width; since each output element has its own place in
/// a register and its own order of operations, the widths agree to the last bit.
/// </summary>
internal unsafe interface ILane<TSelf>
    where TSelf : struct, ILane<TSelf>
{
    static abstract int Width { get; }

    static abstract TSelf Load(float* at);

    static abstract void Store(TSelf value, float* at);

    static abstract TSelf All(float value);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Subtract(TSelf a, TSelf b);

    static abstract TSelf Multiply(TSelf a, TSelf b);

    static abstract TSelf Divide(TSelf a, TSelf b);

    /// <summary>a × b + c, rounded once.</summary>
    static abstract TSelf Fuse(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Larger(TSelf a, TSelf b);

    static abstract TSelf Smaller(TSelf a, TSelf b);

    static abstract TSelf Root(TSelf a);

    static abstract TSelf Floor(TSelf a);

    /// <summary>2 to a whole power between -126 and 127.</summary>
    static abstract TSelf Power(TSelf whole);
}
