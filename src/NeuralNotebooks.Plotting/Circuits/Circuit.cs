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
    /// <summary>A picture of a circuit: <c>loss.Backward(); Circuit.Of(loss)</c>.</summary>
    /// <param name="result">
    /// The value that the circuit computes. The gradients drawn are those stored in the values by the last call of
    /// <see cref="Value.Backward"/>; if all of them are 0, none are drawn.
    /// </param>
    public static Picture Of(Value result)
    {
        ArgumentNullException.ThrowIfNull(result);
        CircuitGraph circuit = CircuitGraph.WithGradientsOfValues(result);
        string words = CircuitInWords.Of(circuit);
        return Picture.OfSvg(new CircuitDrawing([circuit]).ToSvg(), words)
            .WithCaption($"{CircuitInWords.Title(circuit)}.{CircuitInWords.Condensed(circuit)}");
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
        return Picture.Of(SteppedDrawing.Of(steps.Sentences, drawing), CircuitInWords.Of(circuit))
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
        return InteractiveCircuit.Of(result);
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
            $"{CircuitInWords.Of(frames[0].Graph)} A slider over {name}: "
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

    private static string Caption(CircuitGraph circuit)
    {
        string gradients = circuit.HasGradients ? ", gradients below in orange" : ", no gradients yet";
        return $"{CircuitInWords.Title(circuit)}. Values above the wires in blue{gradients}; at each input of a gate "
            + $"its local derivative.{CircuitInWords.Condensed(circuit)}";
    }
}
