using ProductBackward = System.Func<double, double, double, double, (double dx, double dy, double dw)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string ProductGateSignature = "(double dx, double dy, double dw) ProductBackward(double x, double y, double w, double dz)";

    private static readonly Exercise<ProductCase> _productGateExercise = new()
    {
        Cases = () => [new([0.5, -2, 4], 2), new([-1.5, 0.7, 2.2], 3), new([0, -2, 3], -1.5), new([6, 0, 0], 1)],
        Describe = product => product.Describe(),
        Reference = product => [.. Enumerable.Range(0, ProductCase.Names.Length).Select(i => Part.Number($"d{ProductCase.Names[i]}", product.Gradient(i)))],
        Mistakes = [.. Enumerable.Range(0, ProductCase.Names.Length).SelectMany(ProductCase.Mistakes)],
        Praise = "All three, also where an input is 0: each input gets what arrives, times the product of the others.",
    };

    /// <summary>Notebook 01: the backward pass of z = x · y · w.</summary>
    /// <param name="backward">From the three inputs and ∂L/∂z, the gradient that arrives, to ∂L/∂x, ∂L/∂y and ∂L/∂w.</param>
    public static Verdict ProductGate(ProductBackward? backward) =>
        backward is null ? Signature.Differs(null, ProductGateSignature) : _productGateExercise.Judge(product =>
        {
            (double dx, double dy, double dw) = backward(product.Inputs[0], product.Inputs[1], product.Inputs[2], product.Arriving);
            return [Part.Number("dx", dx), Part.Number("dy", dy), Part.Number("dw", dw)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ProductGate(Delegate? backward) => Signature.Differs(backward, ProductGateSignature);

    /// <summary>Three inputs of a × gate, and the gradient that arrives at its output.</summary>
    private sealed record ProductCase(double[] Inputs, double Arriving)
    {
        public static readonly string[] Names = ["x", "y", "w"];

        private double Output => Inputs.Aggregate(1.0, (product, input) => product * input);

        public string Describe() =>
            $"for {string.Join(", ", Names.Zip(Inputs, (name, input) => $"{name} = {Readable.Number(input)}"))}, dz = {Readable.Number(Arriving)}";

        /// <summary>∂L/∂xᵢ = ∂L/∂z · Π xⱼ over j ≠ i.</summary>
        public double Gradient(int i) => Arriving * Others(i).Aggregate(1.0, (product, input) => product * input);

        public static IEnumerable<Mistake<ProductCase>> Mistakes(int i)
        {
            string own = Names[i];
            string[] others = [.. Names.Where((_, j) => j != i)];
            string local = $"{others[0]}·{others[1]}";
            return
            [
                Of($"You have the local derivative {local}. Multiply it by dz, the gradient that arrives from above.", p => p.Gradient(i) / p.Arriving),
                Of($"This is out over in, z/{own}, times dz. Where {own} is 0 that is 0/0, not a number. Multiply the other inputs instead: {local}.",
                    p => p.Output / p.Inputs[i] * p.Arriving),
                Of($"This is out over in, z/{own}, without dz: it is 0/0 where {own} is 0, and it forgets the gradient that arrives. Multiply the other inputs, and dz: {local}·dz.",
                    p => p.Output / p.Inputs[i], near: false),
                Of($"Where {own} is 0 you give it no gradient. But an input that is 0 can still move z: nudge it, and z changes by {local} times the nudge.",
                    p => p.Inputs[i] == 0 ? 0 : p.Gradient(i)),
                Of($"You added the other inputs. A product has the slope {local}: multiply them.", p => p.Others(i).Sum() * p.Arriving),
                Of($"This is dz unchanged: that is the backward pass of a + gate. A × gate scales by the other inputs, {local}.", p => p.Arriving, near: false),
                Of($"You added dz. Gradients multiply along a path: {local}·dz.", p => p.Gradient(i) / p.Arriving + p.Arriving),
                Of($"You scaled by {own} itself. If {own} moves, z moves by the other inputs times that: {local}·dz.", p => p.Inputs[i] * p.Arriving, near: false),
                Of($"You multiplied by the whole output z. Leave its factor {own} out of the product.", p => p.Output * p.Arriving),
                Of($"You multiplied by the whole output z, and dz is missing. Leave {own} out of the product, and multiply by dz.", p => p.Output, near: false),
                Of($"The other input {others[1]} is missing in the product: {local}·dz.", p => p.Inputs[Array.IndexOf(Names, others[0])] * p.Arriving),
                Of($"The other input {others[0]} is missing in the product: {local}·dz.", p => p.Inputs[Array.IndexOf(Names, others[1])] * p.Arriving),
                Of($"You divide by dz. What arrives is multiplied: {local}·dz.", p => p.Gradient(i) / p.Arriving / p.Arriving),
                .. others.Select(other => Of(
                    $"This is d{other}. Return (dx, dy, dw), in this order.", p => p.Gradient(Array.IndexOf(Names, other)))),
            ];

            Mistake<ProductCase> Of(string sentence, Func<ProductCase, double> wrong, bool near = true) =>
                new($"d{own}", sentence, product => Matrix.Column(wrong(product)), near);
        }

        private IEnumerable<double> Others(int i) => Inputs.Where((_, j) => j != i);
    }
}
