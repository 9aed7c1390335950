namespace NeuralNotebooks;

/// <summary>A number that stores from which values and by which gate it was computed, so that derivatives with respect
/// to those values can be computed.</summary>
/// <remarks>
/// <para>
/// Operators and functions on values build a circuit: each result has references to its <see cref="Gate"/> and its
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
public sealed partial class Value : INode<Value>, IHtml
{
    private double _data;

    /// <summary>Creates an input of a circuit: a number that is not the result of a gate.</summary>
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
    /// <exception cref="InvalidOperationException">On setting: the value is the result of a gate; set the gate's inputs
    /// instead, and compute it again.</exception>
    public double Data
    {
        get => _data;
        set => _data = Gate is null
            ? value
            : throw new InvalidOperationException(
                $"{Name ?? "This value"} is the result of a {Gate.Name} gate: set its inputs and compute it again.");
    }

    /// <summary>∂L/∂(this), computed by the last call of <see cref="Backward"/> on a value L that depends on this one;
    /// 0 before the first call.</summary>
    /// <remarks>Calling <see cref="Backward"/> on a value that does not depend on this one does not change
    /// it.</remarks>
    public double Gradient { get; internal set; }

    /// <summary>The value's name, if it has one.</summary>
    public string? Name { get; private set; }

    /// <summary>The gate that computed the value; null for an input.</summary>
    public Gate? Gate { get; }

    /// <summary>The inputs of the gate, in order; a value that is used twice is listed twice.</summary>
    public IReadOnlyList<Value> Parents { get; } = [];

    string? INode<Value>.Gate => Gate?.Symbol;

    Value[] INode<Value>.Inputs => [.. Parents];

    double[] INode<Value>.Slopes => LocalDerivatives();

    /// <summary>Converts a number to an input of a circuit, as in <c>2 * x + 1</c>.</summary>
    public static implicit operator Value(double data) => new(data);

    /// <summary>Applies a gate to inputs and returns the result. This is how a custom gate is used.</summary>
    /// <exception cref="ArgumentException">An input is null.</exception>
    public static Value Of(Gate gate, params IEnumerable<Value> inputs)
    {
        ThrowIfNull(gate);
        ThrowIfNull(inputs);
        Value[] parents = [.. inputs];
        return Array.IndexOf(parents, null) is var missing and >= 0
            ? throw new ArgumentException(
                $"Input {missing} of the {gate.Name} gate is null: a value or a number was expected.", nameof(inputs))
            : new Value(gate, parents);
    }

    /// <summary>Sets the value's name, and returns the value itself.</summary>
    public Value Named(string name)
    {
        Name = name;
        return this;
    }

    /// <summary>∂(this)/∂(parent) for each parent, in their order: the factors by which the gate multiplies the
    /// incoming gradient. Empty for an input.</summary>
    public double[] LocalDerivatives()
    {
        var derivatives = new double[Parents.Count];
        Gate?.Derivatives([.. Parents.Select(parent => parent.Data)], Data, derivatives);
        return derivatives;
    }

    /// <summary>Sets <see cref="Gradient"/> of every value in this circuit to the derivative of this one with respect
    /// to it.</summary>
    /// <remarks>Gradients of an earlier pass are cleared first, so that running a cell twice gives the same numbers. To
    /// add up the gradients of several results, add the results and call <see cref="Backward"/> once on the
    /// sum.</remarks>
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
                value.Parents[i].Gradient += value.Gradient * derivatives[i];   // +=: a sum over all paths to L
        }
    }

    /// <summary>This value and all values that it was computed from, each after its parents (a topological
    /// order).</summary>
    public IReadOnlyList<Value> Circuit()
    {
        var ordered = new List<Value>();
        var seen = new HashSet<Value>();
        // An explicit stack instead of recursion, which would overflow the call stack on long chains.
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
