using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Finds which of many contents hold a place of the text, without going over all of them.</summary>
internal sealed class ContentIndex
{
    private readonly (Span Stretch, int Owner)[] _stretches;
    private readonly int[] _furthest;

    /// <summary>Takes the contents in order; their places in the order are what <see cref="Holding"/> gives.</summary>
    public ContentIndex(IEnumerable<IReadOnlyList<Span>> contents)
    {
        var owner = 0;
        var all = new List<(Span Stretch, int Owner)>();
        foreach (var content in contents)
        {
            foreach (var stretch in content)
                all.Add((stretch, owner));
            owner++;
        }

        all.Sort((a, b) => a.Stretch.Start != b.Stretch.Start ? a.Stretch.Start.CompareTo(b.Stretch.Start) : a.Owner - b.Owner);
        _stretches = [.. all];
        _furthest = new int[_stretches.Length];
        var furthest = 0;
        for (var i = 0; i < _stretches.Length; i++)
            _furthest[i] = furthest = Math.Max(furthest, _stretches[i].Stretch.End);
    }

    /// <summary>The contents that hold a place, as their places in the order, each once.</summary>
    public List<int> Holding(Span place)
    {
        int low = 0,
            high = _stretches.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_stretches[middle].Stretch.Start <= place.Start)
                low = middle + 1;
            else
                high = middle;
        }

        var found = new List<int>();
        for (var i = low - 1; i >= 0 && _furthest[i] >= place.End; i--)
            if (_stretches[i].Stretch.Contains(place) && !found.Contains(_stretches[i].Owner))
                found.Add(_stretches[i].Owner);
        return found;
    }
}
