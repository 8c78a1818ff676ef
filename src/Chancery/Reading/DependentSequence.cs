namespace Chancery.Reading;

/// <summary>The dependents of one token, to be walked by <c>foreach</c> without allocation.</summary>
public readonly struct DependentSequence
{
    private readonly int _first;
    private readonly int[] _next;

    internal DependentSequence(int first, int[] next)
    {
        _first = first;
        _next = next;
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _first < 0;

    /// <summary>Starts the walk.</summary>
    public Walk GetEnumerator() => new(_first, _next);

    /// <summary>The walk itself.</summary>
    public struct Walk
    {
        private readonly int[] _next;
        private int _coming;

        internal Walk(int first, int[] next)
        {
            _coming = first;
            _next = next;
            Current = -1;
        }

        /// <summary>The index of the dependent in the document.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next dependent.</summary>
        public bool MoveNext()
        {
            if (_coming < 0)
                return false;
            Current = _coming;
            _coming = _next[_coming];
            return true;
        }
    }
}
