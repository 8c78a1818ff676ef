namespace Chancery.Reading.Network;

/// <summary>
/// The first-layer gates of the forms seen of late. Everything that the network sees of a word before its neighbours depends on the
/// form alone, so that part of the work is done once a form. When full it is emptied; results do not depend on what it holds.
/// </summary>
internal sealed unsafe class FormCache(Network network, Kernel kernel)
{
    /// <summary>The most forms that it holds.</summary>
    public const int Capacity = 16384;
    private const int Block = 256;

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<FloatBuffer> _blocks = [];
    private readonly List<string> _fresh = [];
    private readonly FloatBuffer _input = new(),
        _vector = new();
    private int _ready;

    /// <summary>Empties the cache if as many further forms might not fit.</summary>
    public void Reserve(int forms)
    {
        if (_slots.Count + forms <= Capacity)
            return;
        _slots.Clear();
        _ready = 0;
    }

    /// <summary>The slot of a form; its gates stand ready after <see cref="Project"/>.</summary>
    public int Slot(ReadOnlySpan<char> form)
    {
        var lookup = _slots.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(form, out var slot))
            return slot;
        slot = _slots.Count;
        var text = form.ToString();
        _slots[text] = slot;
        _fresh.Add(text);
        return slot;
    }

    /// <summary>The gates of a slot: forward, then backward.</summary>
    public nint Gates(int slot) => (nint)(_blocks[slot / Block].At + ((long)(slot % Block) * 2 * network.Shape.Gates));

    /// <summary>Works out the gates of the forms that are new.</summary>
    public void Project()
    {
        var shape = network.Shape;
        var done = 0;
        while (done < _fresh.Count)
        {
            var block = _ready / Block;
            if (block == _blocks.Count)
                _blocks.Add(new FloatBuffer((long)Block * 2 * shape.Gates));
            var count = Math.Min(_fresh.Count - done, Block - (_ready % Block));
            var input = _input.Fit((long)Block * network.Projection.PaddedColumns);
            var vector = _vector.Fit((long)Block * shape.Vector);
            int stride = network.Projection.PaddedColumns,
                gates = shape.Gates;
            for (var i = 0; i < count; i++)
                network.Embed(_fresh[done + i], input + ((long)i * stride), vector + ((long)i * shape.Vector));
            kernel.Multiply(vector, shape.Vector, network.Projection, input, stride, count, add: true);
            var to = (float*)Gates(_ready);
            for (var direction = 0; direction < 2; direction++)
            {
                var weights = network.Recurrent[direction];
                kernel.Multiply(input, stride, weights.Input, to + (direction * gates), 2 * gates, count, add: false);
                kernel.AddRow(to + (direction * gates), 2 * gates, count, weights.Bias.At, gates);
            }

            done += count;
            _ready += count;
        }

        _fresh.Clear();
    }
}
