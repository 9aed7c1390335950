namespace NeuralNotebooks.Jupyter;

/// <summary>Remembers the latest signatures, so that a message that somebody has overheard cannot be sent once more.</summary>
internal sealed class SeenSignatures(int capacity = 65_536)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<string> inOrder = [];

    /// <returns>Whether it is new.</returns>
    public bool Add(string signature)
    {
        lock (gate)
        {
            if (!seen.Add(signature))
                return false;
            inOrder.Enqueue(signature);
            if (inOrder.Count > capacity)
                seen.Remove(inOrder.Dequeue());
            return true;
        }
    }
}
