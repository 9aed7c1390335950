namespace NeuralNotebooks.Plotting;

/// <summary>A circuit whose inputs the reader drags. The script computes its numbers, and writes them into the
/// drawing.</summary>
internal static class InteractiveCircuit
{
    private const int MaxValues = 24;

    // The gates that circuit.js can compute.
    private static readonly string[] _symbols = ["+", "×", "−", "max", "relu", "σ", "tanh"];

    /// <exception cref="ArgumentException">The circuit has more than 24 values, no input, or another gate.</exception>
    public static Picture Of(Value result)
    {
        IReadOnlyList<Value> all = result.Circuit();
        int inputs = all.Count(value => value.Gate is null && value.Name is not null);
        if (all.Count > MaxValues || inputs == 0)
            throw new ArgumentException(
                $"The circuit has {all.Count} values and {inputs} named inputs: a circuit to drag has at most "
                + $"{MaxValues} values and at least one named input.", nameof(result));
        if (all.Select(value => value.Gate).FirstOrDefault(gate => gate is not null && !_symbols.Contains(gate.Symbol))
            is { } other)
            throw new ArgumentException(
                $"A circuit to drag cannot have a {other.Name} gate; it can have {string.Join(' ', _symbols)}.",
                nameof(result));
        CircuitGraph circuit = CircuitGraph.WithGradientsOfResult(result);
        return InteractiveFigure.Of("circuit", new
        {
            parts = circuit.Parts.Select(part => new
            {
                inputs = part.Inputs.Select(wire => wire.From.Number),
                name = part.Kind == CircuitPartKind.Input ? part.Name : null,
                value = part.Gate is null ? part.Value.Data : (double?)null,
                gate = part.Gate?.Symbol,
                labels = part.Inputs.Select(wire => wire.Formula ?? ""),
            }),
            drawing = new CircuitDrawing([circuit]) { IsMovable = true }.ToSvg(),
        }, CircuitInWords.Of(circuit))
            .WithCaption("Drag an input's number to the left or right, or choose it with Tab and use the arrow keys.");
    }
}
