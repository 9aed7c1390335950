namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string GatePart = "dx";

    /// <summary>The backward pass of any gate z = f(x₁, …, xₙ), against the central differences of its forward pass.</summary>
    /// <param name="forward">f.</param>
    /// <param name="backward">From the inputs and dz, the gradient that arrives, to one gradient for each input.</param>
    /// <param name="inputs">Where to try it. f must have a slope there: no ties, no kinks.</param>
    public static Verdict Gate(Func<double[], double> forward, Func<double[], double, double[]?> backward, params double[][] inputs)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        ArgumentNullException.ThrowIfNull(inputs);
        return new Exercise<GateCase>
        {
            Cases = () => [.. inputs.SelectMany(x => new[] { new GateCase(forward, [.. x], 2), new GateCase(forward, [.. x], -0.5) })],
            Describe = gate => gate.Describe(),
            Reference = gate => [new(GatePart, gate.Gradient)],
            Mistakes =
            [
                new(GatePart, "You have the slopes of the gate itself. Multiply each by dz, the gradient that arrives from above.", gate => gate.Slopes),
                new(GatePart, "You added dz. Gradients multiply along a path.", gate => gate.Slopes + gate.Arriving),
                new(GatePart, "The inputs are exchanged: these are the right gradients in the opposite order.",
                    gate => Matrix.Column([.. gate.Gradient.AsSpan().ToArray().Reverse()])),
                new(GatePart, "An input that is 0 gets no gradient in your code. It can still move z: nudge it and see.",
                    gate => Matrix.Column([.. gate.Inputs.Select((x, i) => x == 0 ? 0 : gate.Gradient[i, 0])])),
                new(GatePart, "This is dz unchanged for every input: that is the backward pass of a + gate.",
                    gate => Matrix.Filled(gate.Inputs.Length, 1, gate.Arriving), IsNear: false),
            ],
            Praise = "Here your gradients agree with what nudging each input finds.",
        }.Judge(gate => [new(GatePart, backward([.. gate.Inputs], gate.Arriving) is { } dx ? Matrix.Column(dx) : null)]);
    }

    /// <summary>The inputs of a gate, and the gradient that arrives at its output.</summary>
    private sealed record GateCase(Func<double[], double> Forward, double[] Inputs, double Arriving)
    {
        /// <summary>∂z/∂xᵢ, by central differences.</summary>
        public Matrix<double> Slopes => NumericGradient.Of(Matrix.Column(Inputs), x => Forward(x.AsSpan().ToArray()));

        public Matrix<double> Gradient => Arriving * Slopes;

        public string Describe() => $"for inputs {string.Join(", ", Inputs.Select(Readable.Number))} and dz = {Readable.Number(Arriving)}";
    }
}
