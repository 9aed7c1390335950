namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ProductCase> _productGate = new()
    {
        Expected = "(double dx, double dy, double dw) ProductBackward(double x, double y, double w, double dz)",
        Cases = () => [new([0.5, -2, 4], 2), new([-1.5, 0.7, 2.2], 3), new([0, -2, 3], -1.5), new([6, 0, 0], 1)],
        Describe = p => $"for x = {p.Inputs[0]}, y = {p.Inputs[1]}, w = {p.Inputs[2]}, dz = {p.dz}",
        Praise = "All three, also where an input is 0: each input gets what arrives, times the product of the "
            + "others.",
        Parts = [OfProduct(0, 1, 2), OfProduct(1, 0, 2), OfProduct(2, 0, 1)],
    };

    /// <summary>Notebook 01: the backward pass of z = x · y · w.</summary>
    /// <param name="backward">
    /// From the three inputs and ∂L/∂z, the gradient that arrives, to ∂L/∂x, ∂L/∂y and ∂L/∂w.
    /// </param>
    public static Verdict ProductGate(Func<double, double, double, double,
        (double dx, double dy, double dw)>? backward) =>
        _productGate.Judge(backward, p => backward!(p.Inputs[0], p.Inputs[1], p.Inputs[2], p.dz));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ProductGate(Delegate? backward) => _productGate.Refuse(backward);

    /// <summary>∂L/∂xᵢ = ∂L/∂z · Π xⱼ over j ≠ i: the gradient of one of the inputs.</summary>
    private static Part<ProductCase> OfProduct(int i, int j, int k)
    {
        string[] names = ["x", "y", "w"];
        string own = names[i], local = $"{names[j]}·{names[k]}";
        return new($"d{own}", p => p.dz * p.Inputs[j] * p.Inputs[k])
        {
            { $"You have the local derivative {local}. Multiply it by dz, the gradient that arrives from above.",
                p => p with { dz = 1 } },
            { $"This is out over in, z/{own}, times dz. Where {own} is 0 that is 0/0, not a number. Multiply the "
                + $"other inputs instead: {local}.",
                p => p.Output / p.Inputs[i] * p.dz },
            { $"This is out over in, z/{own}, without dz: it is 0/0 where {own} is 0, and it forgets the gradient "
                + $"that arrives. Multiply the other inputs, and dz: {local}·dz.",
                p => p.Output / p.Inputs[i], NotYet },
            { $"Where {own} is 0 you give it no gradient. But an input that is 0 can still move z: nudge it, and z "
                + $"changes by {local} times the nudge.",
                p => p.Inputs[i] == 0 ? p with { dz = 0 } : p },
            { $"You added the other inputs. A product has the slope {local}: multiply them.",
                p => (p.Inputs[j] + p.Inputs[k]) * p.dz },
            { "This is dz unchanged: that is the backward pass of a + gate. A × gate scales by the other inputs, "
                + $"{local}.",
                p => p.dz, NotYet },
            { $"You added dz. Gradients multiply along a path: {local}·dz.", p => p.Inputs[j] * p.Inputs[k] + p.dz },
            { $"You scaled by {own} itself. If {own} moves, z moves by the other inputs times that: {local}·dz.",
                p => p.Inputs[i] * p.dz, NotYet },
            { $"You multiplied by the whole output z. Leave its factor {own} out of the product.",
                p => p.Output * p.dz },
            { $"You multiplied by the whole output z, and dz is missing. Leave {own} out of the product, and "
                + "multiply by dz.",
                p => p.Output, NotYet },
            { $"The other input {names[k]} is missing in the product: {local}·dz.", p => p.Inputs[j] * p.dz },
            { $"The other input {names[j]} is missing in the product: {local}·dz.", p => p.Inputs[k] * p.dz },
            { $"You divide by dz. What arrives is multiplied: {local}·dz.", p => p with { dz = 1 / p.dz } },
            { $"This is d{names[j]}. Return (dx, dy, dw), in this order.", p => p.dz * p.Inputs[i] * p.Inputs[k] },
            { $"This is d{names[k]}. Return (dx, dy, dw), in this order.", p => p.dz * p.Inputs[i] * p.Inputs[j] },
        };
    }

    /// <summary>Three inputs of a × gate, and the gradient that arrives at its output.</summary>
    private sealed record ProductCase(double[] Inputs, double dz)
    {
        public double Output => Inputs[0] * Inputs[1] * Inputs[2];
    }
}
