namespace NeuralNotebooks;

/// <summary>A number in a computation that remembers where it came from, so that gradients can flow back to
/// it.</summary>
/// <remarks>
/// <para>
/// Operators and functions on values build a circuit: each result knows its <see cref="Gate"/> and its
/// <see cref="Parents"/>. <see cref="Backward"/> then fills in, for every value of the circuit, the derivative of the
/// result with respect to it. That is reverse-mode differentiation (Griewank and Walther, "Evaluating Derivatives",
/// 2008).
/// </para>
/// <code>
/// Value x = new(3.0, "x"), y = new(-1.0, "y"), z = new(5.0, "z");
/// Value loss = (x + y) * z;
/// loss.Backward();          // x.Gradient is 5, y.Gradient is 5, z.Gradient is 2
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Value : IHtml
{
    private double _data;

    /// <summary>Creates an input of a circuit: a number that no gate computed.</summary>
    public Value(double data, string? name = null)
    {
        _data = data;
        Name = name;
    }

    private Value(Gate gate, Value[] parents)
    {
        Gate = gate;
        Parents = parents;
        _data = gate.Forward(Array.ConvertAll(parents, parent => parent.Data));
    }

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">On setting: a gate computed the value, so it can only change with
    /// its inputs.</exception>
    public double Data
    {
        get => _data;
        set => _data = Gate is null
            ? value
            : throw new InvalidOperationException(
                $"{Name ?? "This value"} is the result of a {Gate.Name} gate: set its inputs and compute it again.");
    }

    /// <summary>∂L/∂(this), with L the last result of this value whose <see cref="Backward"/> ran; else 0.</summary>
    /// <remarks>A pass of another circuit does not change it.</remarks>
    public double Gradient { get; private set; }

    /// <summary>The value's name, if it has one.</summary>
    public string? Name { get; private set; }

    /// <summary>The gate that computed the value; null for an input.</summary>
    public Gate? Gate { get; }

    /// <summary>The inputs of the gate, in order; a value that is used twice is listed twice.</summary>
    public IReadOnlyList<Value> Parents { get; } = [];

    /// <summary>A number is a value: <c>2 * x + 1</c>.</summary>
    public static implicit operator Value(double data) => new(data);

    /// <summary>The result of a gate: the way to use a custom gate.</summary>
    public static Value Of(Gate gate, params IEnumerable<Value> inputs)
    {
        ThrowIfNull(gate);
        ThrowIfNull(inputs);
        Value[] parents = [.. inputs];
        return Array.IndexOf(parents, null) is var missing and >= 0
            ? throw new ArgumentException(
                $"Input {missing} of the {gate.Name} gate is null: a value or a number was expected.",
                nameof(inputs)
            )
            : new Value(gate, parents);
    }

    /// <summary>Gives the value a name, and returns it.</summary>
    public Value Named(string name)
    {
        Name = name;
        return this;
    }

    /// <summary>∂(this)/∂(parent) for each of the parents: what the gate multiplies an incoming gradient by.</summary>
    public double[] LocalDerivatives()
    {
        var derivatives = new double[Parents.Count];
        Gate?.Derivatives([.. Parents.Select(parent => parent.Data)], Data, derivatives);
        return derivatives;
    }

    /// <summary>Sets <see cref="Gradient"/> of every value in this circuit to the derivative of this one with respect
    /// to it.</summary>
    /// <remarks>
    /// Gradients of an earlier pass are cleared first, so that running a cell twice gives the same numbers. To add up
    /// the gradients of several results, add the results and call <see cref="Backward"/> once on the sum.
    /// </remarks>
    public void Backward()
    {
        IReadOnlyList<Value> circuit = Circuit();
        foreach (Value value in circuit)
            value.Gradient = 0;

        Gradient = 1;                                                // ∂L/∂L
        foreach (Value value in circuit.Reverse())                   // reverse topological order
        {
            double[] derivatives = value.LocalDerivatives();
            for (int i = 0; i < derivatives.Length; i++)
                value.Parents[i].Gradient += value.Gradient * derivatives[i];   // +=: paths that meet add up
        }
    }

    /// <summary>This value and those that it was computed from, each after its parents (a topological order).</summary>
    public IReadOnlyList<Value> Circuit()
    {
        var ordered = new List<Value>();
        var seen = new HashSet<Value>();
        // An explicit stack: long chains would overflow the call stack.
        var open = new Stack<(Value Value, bool ParentsDone)>([(this, false)]);
        while (open.TryPop(out var next))
        {
            if (next.ParentsDone)
            {
                ordered.Add(next.Value);
            }
            else if (seen.Add(next.Value))
            {
                open.Push((next.Value, true));
                foreach (Value parent in next.Value.Parents.Reverse())
                    open.Push((parent, false));
            }
        }

        return ordered;
    }
}
