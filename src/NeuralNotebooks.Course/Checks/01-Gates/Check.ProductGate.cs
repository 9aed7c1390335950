namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ProductCase> _productGate = new()
    {
        Cases = () =>
            [new([0.5, -2, 4], 2), new([-1.5, 0.7, 2.2], 3), new([0, -2, 3], -1.5), new([6, 0, 0], 1),
            new([4, 0, -2], 0.5), new([-2, 3, 0], 2.5)],
        Describe = p => $"for x = {p.Inputs[0]}, y = {p.Inputs[1]}, w = {p.Inputs[2]}, dz = {p.dz}",
        Praise = "All three, also where an input is 0: each input gets what arrives, times the product of the others.",
        Parts = p => [p.OfInput(0, 1, 2), p.OfInput(1, 0, 2), p.OfInput(2, 0, 1)],
    };

    /// <summary>Notebook 01: the backward pass of z = x · y · w.</summary>
    /// <param name="backward">From the three inputs and ∂L/∂z, the gradient that arrives, to ∂L/∂x, ∂L/∂y and
    /// ∂L/∂w.</param>
    public static Verdict ProductGate(Func<double, double, double, double,
        (double dx, double dy, double dw)> backward) =>
        _productGate.Judge(p => backward(p.Inputs[0], p.Inputs[1], p.Inputs[2], p.dz));

    /// <summary>Three inputs of a × gate, and the gradient that arrives at its output.</summary>
    private sealed record ProductCase(double[] Inputs, double dz)
    {
        public double Output => Inputs[0] * Inputs[1] * Inputs[2];

        /// <summary>∂L/∂xᵢ = ∂L/∂z · Π xⱼ over j ≠ i: the gradient of one of the inputs.</summary>
        public Part<ProductCase> OfInput(int i, int j, int k)
        {
            string[] names = ["x", "y", "w"];
            string own = names[i], local = $"{names[j]}·{names[k]}";
            return new($"d{own}", p => p.dz * p.Inputs[j] * p.Inputs[k])
            {
                { ($"You have the local derivative {local}.",
                    "Multiply it by dz, the gradient that arrives from above."), this with { dz = 1 } },
                { ($"This is out over in, z/{own}, times dz.",
                    $"Where {own} is 0 that is 0/0, not a number. Multiply the other inputs instead: {local}."),
                    Output / Inputs[i] * dz },
                { ($"This is out over in, z/{own}, without dz:",
                    $"it is 0/0 where {own} is 0, and it forgets the gradient that arrives. Multiply the other "
                        + $"inputs, and dz: {local}·dz."),
                    Output / Inputs[i], NotYet },
                { ($"Where {own} is 0 you give it no gradient.",
                    $"But an input that is 0 can still move z: nudge it, and z changes by {local} times the nudge."),
                    Inputs[i] == 0 ? this with { dz = 0 } : this },
                { ("You added the other inputs.", $"A product has the slope {local}: multiply them."),
                    (Inputs[j] + Inputs[k]) * dz },
                { ("This is dz unchanged:",
                    $"that is the backward pass of a + gate. A × gate scales by the other inputs, {local}."),
                    dz, NotYet },
                { ("You added dz.", $"Gradients multiply along a path: {local}·dz."), Inputs[j] * Inputs[k] + dz },
                { ($"You scaled by {own} itself.",
                    $"If {own} moves, z moves by the other inputs times that: {local}·dz."), Inputs[i] * dz, NotYet },
                { ("You multiplied by the whole output z.", $"Leave its factor {own} out of the product."),
                    Output * dz },
                { ("You multiplied by the whole output z, and dz is missing.",
                    $"Leave {own} out of the product, and multiply by dz."), Output, NotYet },
                { ($"The other input {names[k]} is missing in the product:", $"{local}·dz."), Inputs[j] * dz },
                { ($"The other input {names[j]} is missing in the product:", $"{local}·dz."), Inputs[k] * dz },
                { ("You divide by dz.", $"What arrives is multiplied: {local}·dz."), this with { dz = 1 / dz } },
                { $"This is d{names[j]}. Return (dx, dy, dw), in this order.", dz * Inputs[i] * Inputs[k] },
                { $"This is d{names[k]}. Return (dx, dy, dw), in this order.", dz * Inputs[i] * Inputs[j] },
            };
        }
    }
}
