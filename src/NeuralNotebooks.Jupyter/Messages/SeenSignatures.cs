namespace NeuralNotebooks.Jupyter;

/// <summary>Stores the latest signatures, so that a captured message cannot be replayed.</summary>
internal sealed class SeenSignatures(int capacity = 65_536)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = [];

    public bool Add(string signature)
    {
        lock (_gate)
        {
            if (!_seen.Add(signature))
                return false;
            _inOrder.Enqueue(signature);
            if (_inOrder.Count > capacity)
                _seen.Remove(_inOrder.Dequeue());
            return true;
        }
    }
}
