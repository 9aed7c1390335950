namespace NeuralNotebooks.Plotting;

/// <summary>Pictures of circuits: how a <see cref="Value"/>, or a node of the reader's own class, was computed, with
/// the value above each wire and the gradient below.</summary>
/// <remarks>Each input of a gate shows its local derivative, the factor by which the arriving gradient is multiplied.
/// If several gates use a value, each of them shows its contribution to the gradient, and the value shows their sum. A
/// band below a wire is wider for a larger gradient. A circuit of more than 24 values is not drawn: it would be
/// too much for a reader.</remarks>
public static class Circuit
{
    /// <summary>A picture of a circuit: <c>loss.Backward(); Circuit.Of(loss)</c>.</summary>
    /// <param name="result">
    /// The value that the circuit computes. The gradients drawn are those stored in the values by the last call of
    /// <see cref="Value.Backward"/>; if all of them are 0, none are drawn.
    /// </param>
    /// <exception cref="ArgumentException">The circuit has more than 24 values, or a node of the reader's has not one
    /// slope for each input, or is an input of itself.</exception>
    public static Picture Of<TNode>(TNode result)
        where TNode : class, INode<TNode>
    {
        ArgumentNullException.ThrowIfNull(result);
        CircuitGraph circuit = CircuitGraph.WithGradientsOfValues(NodeCircuit<TNode>.ValueOf(result));
        return Picture.OfSvg(new CircuitDrawing(circuit).ToSvg(), circuit.InWords()).WithCaption($"{circuit.Title}.");
    }

    /// <summary>A picture with steps that the reader plays: values flow forward gate by gate, then gradients flow back,
    /// each step with a sentence.</summary>
    /// <param name="result">The value that the circuit computes. The gradients are its derivatives;
    /// those that are stored in the values do not change. For a node of the reader's own class, the gradients are those
    /// stored in the nodes.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>, or all gradients of the reader's nodes are
    /// 0.</exception>
    public static Picture Play<TNode>(TNode result)
        where TNode : class, INode<TNode>
    {
        ArgumentNullException.ThrowIfNull(result);
        CircuitGraph circuit = result is Value value ? CircuitGraph.WithGradientsOfResult(value)
            : CircuitGraph.WithGradientsOfValues(NodeCircuit<TNode>.ValueOf(result));
        if (circuit.Result.Gradient is null)
            throw new ArgumentException(
                "All gradients are 0: run your backward pass before you play the circuit.", nameof(result));
        CircuitSteps steps = new(circuit);
        string drawing = new CircuitDrawing(circuit, steps).ToSvg();
        return Picture.Of(SteppedDrawing.Of(steps.Sentences, drawing), circuit.InWords())
            .WithCaption(
                $"{circuit.Title}. Values above the wires, gradients below in purple; at each input of a gate its "
                + "local derivative.");
    }

    /// <summary>A circuit whose inputs the reader drags. Values and gradients are computed anew, and a table compares
    /// each gradient with the slope that central differences measure.</summary>
    /// <param name="result">The value that the circuit computes. The gradients are its derivatives;
    /// those that are stored in the values do not change.</param>
    /// <exception cref="ArgumentException">The circuit has no named input, more than 24 values, or a gate of the
    /// reader's own.</exception>
    public static Picture ByHand(Value result)
    {
        ArgumentNullException.ThrowIfNull(result);
        CircuitGraph circuit = CircuitGraph.WithGradientsOfResult(result);
        if (!circuit.Of(CircuitPartKind.Input).Any())
            throw new ArgumentException("The circuit has no named input, which a reader could drag.", nameof(result));
        if (circuit.Of(CircuitPartKind.Gate).FirstOrDefault(part => part.Gate is not FunctionGate) is { } own)
            throw new ArgumentException(
                $"{own.Gate!.Name} is a gate of your own: the script of a page computes only those of the library.",
                nameof(result));
        foreach (CircuitPart part in circuit.Parts)
            Checked.Finite("A number of the circuit", part.Value.Data, part.Gradient ?? 0);
        CircuitDrawing drawing = new(circuit) { IsMovable = true };
        return InteractiveFigure.Of("circuit", new
        {
            parts = ComputedCircuit.Of(result).Parts,
            names = circuit.Parts.Select(part => part.Kind == CircuitPartKind.Input ? part.Name : null),
            labels = circuit.Parts.Select(part => part.Inputs.Select(wire => wire.DerivativeLabel)),
            contributes = circuit.Parts.Select(part => part.Inputs.Select(wire => wire.IsOneOfSeveral)),
            drawing = drawing.ToSvg(),
            bandWidth = drawing.BandWidth,
            smallestBand = CircuitDrawing.SmallestBand,
        }, circuit.InWords())
            .WithCaption("Drag an input's number to the left or right, or choose it with Tab and use the arrow keys.");
    }
}
