namespace NeuralNotebooks.Engine;

/// <summary>How deep in a value the formatter is: it goes so deep, shows so many members in all, and enters no object that it is in already.</summary>
internal sealed class Nesting
{
    private const int DeepestLevel = 6;
    private const int MostValues = 2000;

    private readonly Stack<object> _ancestors = new();
    private int _values;

    public int Level => _ancestors.Count;

    /// <summary>Whether the parts of a value are to be shown; each true is followed by a <see cref="Leave"/>.</summary>
    public bool TryEnter(object value)
    {
        if (Level >= DeepestLevel || ++_values > MostValues || _ancestors.Any(a => ReferenceEquals(a, value)))
            return false;
        _ancestors.Push(value);
        return true;
    }

    public void Leave() => _ancestors.Pop();
}
