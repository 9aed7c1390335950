namespace NeuralNotebooks.Plotting;

/// <summary>A circuit whose inputs the reader drags.</summary>
internal static class InteractiveCircuit
{
    private const int MaxValues = 24;

    private const double Nudge = 1e-5, Step = 0.1, PixelsForStep = 4;

    private static readonly Interval _numbers = (-10, 10);

    // The gates that circuit.js can compute.
    private static readonly string[] _symbols = ["+", "×", "−", "max", "relu", "σ", "tanh"];

    /// <exception cref="ArgumentException">The circuit has more than 24 values, no input, or another gate.</exception>
    public static InteractiveFigure Of(Value result)
    {
        Value[] inputs = Inputs(result);
        // The numbers of the first frame have up to six characters, so that the drawing has room for as many. The
        // second one is drawn.
        CircuitGraph shown = CircuitGraph.WithGradientsOfResult(result),
            wide = CircuitGraph.WithGradientsOfResult(At(result, input => input == inputs[^1] ? 8.9 : -3.7));
        CircuitDrawing drawing = new([wide, shown]) { IsMovable = true, Start = 1 };
        InteractiveTable table = new("input", "value", "gradient", "nudged");
        Dictionary<string, double> start = [];
        List<(string, PixelAxis)> axes = [];
        List<FigureInput> handles = [];
        foreach (CircuitPart part in shown.Of(CircuitPartKind.Input))
        {
            string variable = $"i{part.Number}";
            start[variable] = part.Value.Data;
            axes.Add((variable, new("", _numbers, (0, PixelsForStep / Step * _numbers.Length), Step)));
            handles.Add(new FigureHandle($"handle{part.Number}", $"input {part.Name}", variable));
            table.Row(
                part.Name!, ($"value{part.Number}", part.Value.Data),
                ($"gradient{part.Number}", part.Gradient!.Value),
                ($"measured{part.Number}", Measured(result, part.Value)));
        }
        return new InteractiveFigure("circuit", new { parts = shown.Parts.Select(Described) }, [drawing.ToSvg()])
        {
            Start = start,
            Axes = axes,
            Inputs = handles,
            Below = table.ToHtml(),
        };
    }

    private static Value[] Inputs(Value result)
    {
        IReadOnlyList<Value> all = result.Circuit();
        Value[] inputs = [.. all.Where(value => value.Gate is null && value.Name is not null)];
        if (all.Count > MaxValues || inputs.Length == 0)
            throw new ArgumentException(
                $"The circuit has {all.Count} values and {inputs.Length} named inputs: a circuit to drag has at most "
                + $"{MaxValues} values and at least one named input.", nameof(result));
        Gate? other = all.Select(value => value.Gate).FirstOrDefault(
            gate => gate is not null && !_symbols.Contains(gate.Symbol));
        if (other is not null)
            throw new ArgumentException(
                $"A circuit to drag cannot have a {other.Name} gate; it can have {string.Join(' ', _symbols)}.",
                nameof(result));
        return inputs;
    }

    private static object Described(CircuitPart part) => new
    {
        inputs = part.Inputs.Select(wire => wire.From.Number),
        name = part.Kind == CircuitPartKind.Input ? part.Name : null,
        value = part.Kind == CircuitPartKind.Constant ? (double?)part.Value.Data : null,
        gate = part.Gate?.Symbol,
        labels = part.Inputs.Select(wire => wire.Formula ?? ""),
    };

    private static double Measured(Value result, Value input)
    {
        double Nudged(double by) => At(result, value => value == input ? value.Data + by : value.Data).Data;
        return Math.Round((Nudged(Nudge) - Nudged(-Nudge)) / (2 * Nudge), 6);
    }

    /// <summary>The same circuit with other numbers at its named inputs.</summary>
    private static Value At(Value result, Func<Value, double> number)
    {
        Dictionary<Value, Value> rebuilt = [];
        foreach (Value value in result.Circuit())
        {
            rebuilt[value] = value.Gate is { } gate ? Value.Of(gate, value.Parents.Select(parent => rebuilt[parent]))
                : new(value.Name is null ? value.Data : number(value), value.Name);
            if (value.Gate is not null && value.Name is { } name)
                rebuilt[value].Named(name);
        }
        return rebuilt[result];
    }
}
