using Chancery.Reading;

namespace Chancery.Attribution;

/// <summary>How far every token's subtree reaches, found in one pass from the leaves up and so without recursion.</summary>
internal sealed class Reach
{
    private readonly int[] _first;
    private readonly int[] _end;
    private readonly ParsedText _text;

    public Reach(ParsedText text)
    {
        _text = text;
        var count = text.Tokens.Length;
        _first = new int[count];
        _end = new int[count];
        var pending = new int[count];
        for (var i = 0; i < count; i++)
        {
            _first[i] = i;
            _end[i] = i + 1;
            if (text.Tokens[i].Head is var head and >= 0)
                pending[head]++;
        }

        var ready = new Queue<int>();
        for (var i = 0; i < count; i++)
            if (pending[i] == 0)
                ready.Enqueue(i);
        while (ready.TryDequeue(out var token))
        {
            var head = text.Tokens[token].Head;
            if (head < 0)
                continue;
            _first[head] = Math.Min(_first[head], _first[token]);
            _end[head] = Math.Max(_end[head], _end[token]);
            if (--pending[head] == 0)
                ready.Enqueue(head);
        }
    }

    public int First(int token) => _first[token];

    public int End(int token) => _end[token];

    /// <summary>Whether a token hangs on another, at whatever depth, or is it.</summary>
    public bool Under(int token, int above)
    {
        for (; token >= 0; token = _text.Tokens[token].Head)
            if (token == above)
                return true;
        return false;
    }
}
