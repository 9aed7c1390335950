namespace NeuralNotebooks.Plotting;

/// <summary>The part of a circuit that is drawn: a small circuit completely, a large one only near its
/// result.</summary>
/// <remarks>
/// Gates are opened, that is, drawn with their inputs, in the order of their distance from the result, as long as there
/// is room for the inputs. A gate that is not opened is a box with the value and the gradient of its wire.
/// </remarks>
internal sealed class CircuitSubgraph
{
    // More values would be too much for a reader.
    private const int MaxParts = 24;

    private readonly HashSet<Value> _opened = [];
    private readonly HashSet<Value> _shown = [];

    /// <param name="circuit">The values, each after its inputs; the result is the last.</param>
    public CircuitSubgraph(IReadOnlyList<Value> circuit)
    {
        IsCondensed = circuit.Count > MaxParts;
        _shown.Add(circuit[^1]);
        Queue<Value> open = new([circuit[^1]]);
        while (open.TryDequeue(out Value? value))
        {
            Value[] inputs = [.. value.Parents.Distinct().Where(input => !_shown.Contains(input))];
            if (value.Gate is null || (_shown.Count + inputs.Length > MaxParts && _opened.Count > 0))
                continue;
            _opened.Add(value);
            foreach (Value input in inputs)
            {
                _shown.Add(input);
                open.Enqueue(input);
            }
        }
    }

    public bool IsCondensed { get; }

    /// <summary>Whether the value is drawn.</summary>
    public bool Shows(Value value) => _shown.Contains(value);

    /// <summary>Whether the gate is drawn with its inputs.</summary>
    public bool Opens(Value value) => _opened.Contains(value);
}
