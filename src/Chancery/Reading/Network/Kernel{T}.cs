using System.Runtime.CompilerServices;

namespace Chancery.Reading.Network;

/// <summary>The arithmetic written once over a lane.</summary>
internal sealed unsafe class Kernel<TLane> : Kernel
    where TLane : struct, ILane<TLane>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(float* a, int aStride, PackedMatrix b, float* c, int cStride, int rows, bool add)
    {
        var depth = b.Rows;
        for (var first = 0; first < b.Columns; first += PackedMatrix.Panel)
        {
            var panel = b.At + ((long)first * depth);
            var width = Math.Min(PackedMatrix.Panel, b.Columns - first);
            for (var column = 0; column < width; column += 2 * TLane.Width)
            {
                var row = 0;
                for (; row + 6 <= rows; row += 6)
                    Six(
                        a + ((long)row * aStride),
                        aStride,
                        panel + column,
                        c + ((long)row * cStride) + first + column,
                        cStride,
                        depth,
                        add
                    );
                for (; row + 2 <= rows; row += 2)
                    Two(
                        a + ((long)row * aStride),
                        aStride,
                        panel + column,
                        c + ((long)row * cStride) + first + column,
                        cStride,
                        depth,
                        add
                    );
                if (row < rows)
                    One(a + ((long)row * aStride), panel + column, c + ((long)row * cStride) + first + column, depth, add);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Cells(float* gates, float* before, float* cells, float* outputs, int stride, int rows, int size)
    {
        for (var row = 0; row < rows; row++, gates += 4 * size, cells += size, outputs += stride)
        {
            for (var j = 0; j < size; j += TLane.Width)
            {
                var input = Activation.Logistic(TLane.Load(gates + j));
                var output = Activation.Logistic(TLane.Load(gates + (2 * size) + j));
                var update = Activation.Tanh(TLane.Load(gates + (3 * size) + j));
                var cell = TLane.Multiply(input, update);
                if (before != null)
                    cell = TLane.Fuse(Activation.Logistic(TLane.Load(gates + size + j)), TLane.Load(before + j), cell);
                TLane.Store(cell, cells + j);
                TLane.Store(TLane.Multiply(output, Activation.Tanh(cell)), outputs + j);
            }

            if (before != null)
                before += size;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddRow(float* x, int stride, int rows, float* row, int length)
    {
        for (var i = 0; i < rows; i++, x += stride)
            for (var j = 0; j < length; j += TLane.Width)
                TLane.Store(TLane.Add(TLane.Load(x + j), TLane.Load(row + j)), x + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Rectify(float* x, int stride, int rows, int length)
    {
        for (var i = 0; i < rows; i++, x += stride)
            for (var j = 0; j < length; j += TLane.Width)
                TLane.Store(TLane.Larger(TLane.Load(x + j), TLane.All(0f)), x + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RectifiedSum(float* a, float* b, float* to, int length)
    {
        for (var j = 0; j < length; j += TLane.Width)
            TLane.Store(TLane.Larger(TLane.Add(TLane.Load(a + j), TLane.Load(b + j)), TLane.All(0f)), to + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Accumulate(float* a, float* to, long length)
    {
        long j = 0;
        for (; j + TLane.Width <= length; j += TLane.Width)
            TLane.Store(TLane.Add(TLane.Load(to + j), TLane.Load(a + j)), to + j);
        for (; j < length; j++)
            to[j] += a[j];
    }

    // Twelve running sums hide the latency of the multiply-add and leave registers for two columns of B and one of A.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(float* a, int aStride, float* b, float* c, int cStride, int depth, bool add)
    {
        TLane c00 = TLane.All(0f),
            c01 = c00,
            c10 = c00,
            c11 = c00,
            c20 = c00,
            c21 = c00;
        TLane c30 = c00,
            c31 = c00,
            c40 = c00,
            c41 = c00,
            c50 = c00,
            c51 = c00;
        nint s = aStride;
        var a3 = a + (3 * s);
        for (var k = 0; k < depth; k++, b += PackedMatrix.Panel, a++, a3++)
        {
            TLane left = TLane.Load(b),
                right = TLane.Load(b + TLane.Width);
            var x = TLane.All(a[0]);
            c00 = TLane.Fuse(x, left, c00);
            c01 = TLane.Fuse(x, right, c01);
            x = TLane.All(a[s]);
            c10 = TLane.Fuse(x, left, c10);
            c11 = TLane.Fuse(x, right, c11);
            x = TLane.All(a[2 * s]);
            c20 = TLane.Fuse(x, left, c20);
            c21 = TLane.Fuse(x, right, c21);
            x = TLane.All(a3[0]);
            c30 = TLane.Fuse(x, left, c30);
            c31 = TLane.Fuse(x, right, c31);
            x = TLane.All(a3[s]);
            c40 = TLane.Fuse(x, left, c40);
            c41 = TLane.Fuse(x, right, c41);
            x = TLane.All(a3[2 * s]);
            c50 = TLane.Fuse(x, left, c50);
            c51 = TLane.Fuse(x, right, c51);
        }

        Put(c, c00, c01, add);
        Put(c + cStride, c10, c11, add);
        Put(c + (2L * cStride), c20, c21, add);
        Put(c + (3L * cStride), c30, c31, add);
        Put(c + (4L * cStride), c40, c41, add);
        Put(c + (5L * cStride), c50, c51, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(float* a, int aStride, float* b, float* c, int cStride, int depth, bool add)
    {
        TLane c00 = TLane.All(0f),
            c01 = c00,
            c10 = c00,
            c11 = c00;
        for (var k = 0; k < depth; k++, b += PackedMatrix.Panel)
        {
            TLane left = TLane.Load(b),
                right = TLane.Load(b + TLane.Width);
            var x = TLane.All(a[k]);
            c00 = TLane.Fuse(x, left, c00);
            c01 = TLane.Fuse(x, right, c01);
            x = TLane.All(a[k + aStride]);
            c10 = TLane.Fuse(x, left, c10);
            c11 = TLane.Fuse(x, right, c11);
        }

        Put(c, c00, c01, add);
        Put(c + cStride, c10, c11, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(float* a, float* b, float* c, int depth, bool add)
    {
        TLane c0 = TLane.All(0f),
            c1 = c0;
        for (var k = 0; k < depth; k++, b += PackedMatrix.Panel)
        {
            var x = TLane.All(a[k]);
            c0 = TLane.Fuse(x, TLane.Load(b), c0);
            c1 = TLane.Fuse(x, TLane.Load(b + TLane.Width), c1);
        }

        Put(c, c0, c1, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, TLane left, TLane right, bool add)
    {
        if (add)
        {
            left = TLane.Add(left, TLane.Load(c));
            right = TLane.Add(right, TLane.Load(c + TLane.Width));
        }

        TLane.Store(left, c);
        TLane.Store(right, c + TLane.Width);
    }
}
