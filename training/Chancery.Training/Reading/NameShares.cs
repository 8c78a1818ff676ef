using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>What a network gives to the types of names in one sentence after another.</summary>
internal sealed class NameShares(Network network)
{
    private readonly Encoder _encoder = new(network, Kernel.Best);
    private readonly FormCache _cache = new(network, Kernel.Best);
    private readonly NamePath _path = new();

    public void Open(string[] forms)
    {
        _encoder.Layout.Arrange([forms.Length]);
        _cache.Reserve(forms.Length);
        int[] slots = [.. forms.Select(f => _cache.Slot(f))];
        _cache.Project();
        _encoder.Encode([.. slots.Select(_cache.Gates)]);
        _path.Open(forms.Length);
        for (var i = 0; i < forms.Length; i++)
            _path.Add(_encoder.Output(i).Slice(network.Shape.NameAt, NameMarks.Count));
    }

    public sbyte[] Of(int first, int end)
    {
        var shares = new sbyte[NameMarks.Types];
        _path.Shares(first, end, shares);
        return shares;
    }
}
