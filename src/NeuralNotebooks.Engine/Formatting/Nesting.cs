namespace NeuralNotebooks.Engine;

/// <summary>Limits the depth and the number of the values that are formatted, and detects cycles.</summary>
internal sealed class Nesting
{
    private const int MaxLevel = 6;
    private const int MaxValues = 2000;

    private readonly Stack<object> _ancestors = new();
    private int _values;

    public int Level => _ancestors.Count;

    /// <summary>Whether to show the parts of a value, and then to call <see cref="Leave"/>.</summary>
    public bool TryEnter(object value)
    {
        if (Level >= MaxLevel || ++_values > MaxValues || _ancestors.Any(a => ReferenceEquals(a, value)))
            return false;
        _ancestors.Push(value);
        return true;
    }

    public void Leave() => _ancestors.Pop();
}
