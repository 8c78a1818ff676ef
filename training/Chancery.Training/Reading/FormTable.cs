using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The forms of the training text, each with its features and how often it stands there.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<string, int> _number = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _counts = [];

    public List<FormFeatures> Features { get; } = [];

    public int Add(string form)
    {
        if (!_number.TryGetValue(form, out var number))
        {
            number = Features.Count;
            _number[form] = number;
            Features.Add(FormFeatures.Of(form));
        }

        var key = Features[number].Key;
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        return number;
    }

    public int Count(ulong key) => _counts.GetValueOrDefault(key);

    /// <summary>The keys that occur at least so often, sorted.</summary>
    public ulong[] Vocabulary(int least) => [.. _counts.Where(c => c.Value >= least).Select(c => c.Key).Order()];
}
