using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The forms of the training text, each with its features and how often it stands there.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<string, int> _number = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _counts = [],
        _labelled = [];

    public List<FormFeatures> Features { get; } = [];

    /// <summary>The number of a form, which is counted, apart where the sentence was labelled by hand.</summary>
    public int Add(string form, bool labelled)
    {
        if (!_number.TryGetValue(form, out var number))
        {
            number = Features.Count;
            _number[form] = number;
            Features.Add(FormFeatures.Of(form));
        }

        var key = Features[number].Key;
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (labelled)
            _labelled[key] = _labelled.GetValueOrDefault(key) + 1;
        return number;
    }

    public int Count(ulong key) => _counts.GetValueOrDefault(key);

    /// <summary>The keys that occur so often in labelled sentences or so often in all, sorted.</summary>
    public ulong[] Vocabulary(int labelled, int all) =>
        [.. _counts.Where(c => c.Value >= all || _labelled.GetValueOrDefault(c.Key) >= labelled).Select(c => c.Key).Order()];
}
