namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Compares the backward pass of any gate z = f(x₁, …, xₙ) with the central differences of its forward
    /// pass.</summary>
    /// <param name="forward">f.</param>
    /// <param name="backward">From the inputs and dz, the gradient that arrives, to one gradient for each
    /// input.</param>
    /// <param name="inputs">The points at which the gate is checked. f must be differentiable there: no ties, no
    /// kinks.</param>
    /// <exception cref="ArgumentException">There is no such point.</exception>
    public static Verdict Gate(
        Func<double[], double> forward, Func<double[], double, double[]?> backward, params double[][] inputs)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Length == 0)
            throw new ArgumentException("A gate is checked at given inputs: there are none.", nameof(inputs));
        // ∂z/∂xᵢ, computed once, since the forward pass is the reader's code, too.
        (M[]? slopes, Verdict? failure) = SlopesOf(
            [.. inputs.Select(x => ((Func<M, double>)(v => forward(v.AsSpan().ToArray())), Matrix.Column(x)))]);
        return failure ?? new Exercise<GateCase>
        {
            Cases = () => [.. from at in inputs.Zip(slopes!) from dz in new[] { 2, -0.5 }
                              select new GateCase([.. at.First], at.Second, dz)],
            Describe = gate => $"for inputs {gate.Inputs} and dz = {gate.dz}",
            Floor = EntryDifference.Nudging,
            Praise = "Here your gradients agree with what nudging each input finds.",
            Parts = gate => gate.Parts,
        }.Judge(gate => backward([.. gate.Inputs], gate.dz));
    }

    /// <summary>The inputs of a gate, its slopes ∂z/∂xᵢ, and the gradient that arrives at its output.</summary>
    private sealed record GateCase(double[] Inputs, M Slopes, double dz)
    {
        public GateCase Each(Func<int, double> slope) =>
            this with { Slopes = Matrix.Column([.. Inputs.Select((_, i) => slope(i))]) };

        public Part<GateCase>[] Parts => [new("dx", gate => gate.dz * gate.Slopes)
        {
            { ("You have the slopes of the gate itself.", "Multiply each by dz, the gradient that arrives from above."),
                this with { dz = 1 } },
            { ("You added dz.", "Gradients multiply along a path."), Slopes + dz },
            { ("The inputs are exchanged:", "these are the right gradients in the opposite order."),
                Each(i => Slopes[Inputs.Length - 1 - i, 0]) },
            { ("An input that is 0 gets no gradient in your code.", "It can still move z: nudge it and see."),
                Each(i => Inputs[i] == 0 ? 0 : Slopes[i, 0]) },
            { ("This is dz unchanged for every input:", "that is the backward pass of a + gate."),
                Each(_ => 1), NotYet },
        }];
    }
}
