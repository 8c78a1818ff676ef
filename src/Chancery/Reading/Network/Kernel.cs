using System.Runtime.Intrinsics;

namespace Chancery.Reading.Network;

/// <summary>The arithmetic of the network at one register width. All widths give the same bits.</summary>
internal abstract unsafe class Kernel
{
    /// <summary>One float at a time; for machines without vector registers and for checking the others.</summary>
    public static Kernel Portable { get; } = new Kernel<Lane1>();

    /// <summary>256-bit registers.</summary>
    public static Kernel Wide { get; } = new Kernel<Lane8>();

    /// <summary>512-bit registers.</summary>
    public static Kernel Widest { get; } = new Kernel<Lane16>();

    /// <summary>The widest that this machine has in hardware.</summary>
    public static Kernel Best { get; } =
        Vector512.IsHardwareAccelerated ? Widest
        : Vector256.IsHardwareAccelerated ? Wide
        : Portable;

    /// <summary>
    /// C = A × B, or C += A × B: <paramref name="rows"/> rows of A, <paramref name="aStride"/> floats apart. C's rows must have room
    /// for the padded columns of B.
    /// </summary>
    public abstract void Multiply(float* a, int aStride, PackedMatrix b, float* c, int cStride, int rows, bool add);

    /// <summary>
    /// One step of a recurrent layer: from the summed gates (input, forget, output, update, each <paramref name="size"/> wide) and
    /// the cells before it (null at the first step) to the cells and the outputs, whose rows are <paramref name="stride"/> apart.
    /// </summary>
    public abstract void Cells(float* gates, float* before, float* cells, float* outputs, int stride, int rows, int size);

    /// <summary>Adds one row to each row; the length is a multiple of 16.</summary>
    public abstract void AddRow(float* x, int stride, int rows, float* row, int length);

    /// <summary>Sets what is negative to nought.</summary>
    public abstract void Rectify(float* x, int stride, int rows, int length);

    /// <summary>max(0, a + b) of two rows.</summary>
    public abstract void RectifiedSum(float* a, float* b, float* to, int length);

    /// <summary>to += a.</summary>
    public abstract void Accumulate(float* a, float* to, long length);
}
