namespace NeuralNotebooks.Plotting;

/// <summary>The part of a circuit that is drawn: a small circuit completely, a large one only near its
/// result.</summary>
/// <remarks>
/// Gates are opened, that is, drawn with their inputs, in the order of their distance from the result, as long as there
/// is room for the inputs. A gate that is not opened is a box with the value and the gradient of its wire. Of a gate
/// with very many inputs only the first few and the last are drawn.
/// </remarks>
internal sealed class CircuitSubgraph
{
    // A circuit with more than MaxParts values would be too much for a reader: it is condensed to MaxPartsCondensed.
    private const int MaxParts = 60, MaxPartsCondensed = 30;

    private const int WideGate = 8, FirstInputs = 4;

    private readonly HashSet<Value> _opened = [];
    private readonly HashSet<Value> _shown = [];

    /// <param name="circuit">The values, each after its inputs; the result is the last.</param>
    public CircuitSubgraph(IReadOnlyList<Value> circuit)
    {
        IsCondensed = circuit.Count > MaxParts;
        int room = IsCondensed ? MaxPartsCondensed : circuit.Count;
        _shown.Add(circuit[^1]);
        int drawn = 1;
        Queue<Value> open = new([circuit[^1]]);
        while (open.TryDequeue(out Value? value))
        {
            Value[] inputs = [.. Drawn(value).Distinct().Where(input => !_shown.Contains(input))];
            int added = inputs.Length + (Bundled(value).Count > 0 ? 1 : 0);
            if (value.Gate is null || (drawn + added > room && _opened.Count > 0))
                continue;
            _opened.Add(value);
            drawn += added;
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

    /// <summary>The inputs of a wide gate that are drawn as one.</summary>
    public (int From, int Count) Bundled(Value gate) =>
        IsCondensed && gate.Parents.Count > WideGate ? (FirstInputs, gate.Parents.Count - FirstInputs - 1) : (0, 0);

    private IEnumerable<Value> Drawn(Value gate)
    {
        (int from, int count) = Bundled(gate);
        return count == 0 ? gate.Parents : [.. gate.Parents.Take(from), .. gate.Parents.Skip(from + count)];
    }
}
