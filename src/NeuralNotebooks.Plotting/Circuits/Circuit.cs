namespace NeuralNotebooks.Plotting;

/// <summary>Pictures of circuits: how a <see cref="Value"/> was computed, with the value above each wire and the
/// gradient below.</summary>
/// <remarks>
/// Each input of a gate shows its local derivative, the factor by which the arriving gradient is multiplied. If several
/// gates use a value, each of them shows its contribution to the gradient, and the value shows their sum. Circuits of
/// up to about 60 values are drawn in full, larger ones only near the result.
/// </remarks>
public static class Circuit
{
    private const int MaxMovedValues = 24;

    // The gates that circuit.js can compute.
    private static readonly string[] _movedGates = ["+", "×", "−", "max", "relu", "σ", "tanh"];

    /// <summary>A picture of a circuit: <c>loss.Backward(); Circuit.Of(loss)</c>.</summary>
    /// <param name="result">
    /// The value that the circuit computes. The gradients drawn are those stored in the values by the last call of
    /// <see cref="Value.Backward"/>; if all of them are 0, none are drawn.
    /// </param>
    public static Picture Of(Value result)
    {
        ArgumentNullException.ThrowIfNull(result);
        CircuitGraph circuit = CircuitGraph.WithGradientsOfValues(result);
        string words = circuit.InWords();
        return Picture.OfSvg(new CircuitDrawing([circuit]).ToSvg(), words)
            .WithCaption($"{circuit.Title}.{circuit.Condensed}");
    }

    /// <summary>A picture with steps that the reader plays: values flow forward gate by gate, then gradients flow back,
    /// each step with a sentence.</summary>
    /// <param name="result">The value that the circuit computes. The gradients are its derivatives;
    /// <see cref="Value.Backward"/> need not have run, and is not run.</param>
    public static Picture Play(Value result)
    {
        ArgumentNullException.ThrowIfNull(result);
        CircuitGraph circuit = CircuitGraph.WithGradientsOfResult(result);
        CircuitSteps steps = new(circuit);
        string drawing = new CircuitDrawing([circuit], steps).ToSvg();
        return Picture.Of(SteppedDrawing.Of(steps.Sentences, drawing), circuit.InWords())
            .WithCaption(Caption(circuit));
    }

    /// <summary>A circuit whose inputs the reader drags. Values and gradients are computed anew, and a table compares
    /// each gradient with the slope that central differences measure.</summary>
    /// <param name="result">The value that the circuit computes. The gradients are its derivatives;
    /// <see cref="Value.Backward"/> need not have run, and is not run.</param>
    /// <exception cref="ArgumentException">The circuit has no named input, more than 24 values, or a gate other than
    /// +, −, ×, max, relu, σ and tanh.</exception>
    public static Picture ByHand(Value result)
    {
        ArgumentNullException.ThrowIfNull(result);
        IReadOnlyList<Value> all = result.Circuit();
        int inputs = all.Count(value => value.Gate is null && value.Name is not null);
        if (all.Count > MaxMovedValues || inputs == 0)
            throw new ArgumentException(
                $"The circuit has {all.Count} values and {inputs} named inputs: a circuit to drag has at most "
                + $"{MaxMovedValues} values and at least one named input.", nameof(result));
        if (all.Select(value => value.Gate).FirstOrDefault(gate => !(gate is null || _movedGates.Contains(gate.Symbol)))
            is { } other)
            throw new ArgumentException(
                $"A circuit to drag cannot have a {other.Name} gate; it can have {string.Join(' ', _movedGates)}.",
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
        }, circuit.InWords())
            .WithCaption("Drag an input's number to the left or right, or choose it with Tab and use the arrow keys.");
    }

    /// <summary>One circuit for each of several inputs, with a slider over them that starts at the first:
    /// <c>Circuit.Slider("b", [1, 3, 5, 9], b =&gt; Value.Sigmoid(w * x + b))</c>.</summary>
    /// <param name="name">The name of the input that changes.</param>
    /// <param name="inputs">Its numbers.</param>
    /// <param name="circuit">The circuit for an input. The gradients are the derivatives of what it returns; it need
    /// not call <see cref="Value.Backward"/>.</param>
    /// <exception cref="ArgumentException">There are no inputs, or the circuits differ in structure.</exception>
    public static Picture Slider(string name, IEnumerable<double> inputs, Func<double, Value> circuit)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(circuit);
        (double Input, CircuitGraph Graph)[] frames =
            [.. inputs.Select(input => (input, Graph(name, input, circuit(input))))];
        if (frames.Length == 0)
            throw new ArgumentException($"A slider needs at least one number for {name}.", nameof(inputs));
        int other = Array.FindIndex(frames, frame => !frame.Graph.HasSameStructure(frames[0].Graph));
        if (other >= 0)
            throw new ArgumentException(
                Invariant(
                    $"The circuit for {name} = {frames[other].Input} differs in structure from the one for {name} = "
                    + $"{frames[0].Input}: only numbers may change along a slider."), nameof(circuit));

        string words =
            $"{frames[0].Graph.InWords()} A slider over {name}: "
            + $"{string.Join(", ", frames.Select(frame => NumberText.Html(frame.Input)))}.";
        FilmControls controls =
            new(name, [.. frames.Select(frame => $"{name} = {NumberText.Html(frame.Input)}")]) { Start = 0 };
        CircuitDrawing drawing = new([.. frames.Select(frame => frame.Graph)]) { Start = controls.Start };
        return Picture.Of(SteppedDrawing.Of(controls, drawing.ToSvg()), words)
            .WithCaption(Caption(frames[0].Graph));
    }

    private static CircuitGraph Graph(string name, double input, Value? result) => result is null
        ? throw new ArgumentException(Invariant($"The circuit for {name} = {input} is null: a value was expected."))
        : CircuitGraph.WithGradientsOfResult(result);

    private static string Caption(CircuitGraph circuit) =>
        $"{circuit.Title}. Values above the wires, "
            + (circuit.HasGradients ? "gradients below in purple" : "no gradients yet")
            + $"; at each input of a gate its local derivative.{circuit.Condensed}";
}
