namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<TwoPathsCase> _twoPaths = new()
    {
        Cases = () => [new(2, -3, 5), new(-1.5, 4, 0.5), new(0.7, 1.1, -2.3)],
        Describe = c => $"for x = {c.x}, y = {c.y}, z = {c.z}",
        Praise = "Value and gradients agree, for these numbers and for others. x is used twice, and its two paths "
            + "add up.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 01: value and gradients of L = q · t with q = x · y and t = x + z, by hand.</summary>
    /// <param name="circuit">From the three inputs to L, ∂L/∂x, ∂L/∂y and ∂L/∂z.</param>
    public static Verdict TwoPaths(Func<double, double, double,
        (double L, double dx, double dy, double dz)> circuit) => _twoPaths.Judge(c => circuit(c.x, c.y, c.z));

    /// <summary>Inputs of the circuit, and its two inner values.</summary>
    private sealed record TwoPathsCase(double x, double y, double z)
    {
        public double q { get; init; } = x * y;

        public double t { get; init; } = x + z;

        public Part<TwoPathsCase>[] Parts =>
        [
            new("L", c => c.q * c.t)
            {
                { ("You added q and t.", "The last gate is ×."), q + t },
                { ("In q you added:", "q = x·y is a product."), this with { q = x + y } },
                { ("In t you multiplied:", "t = x + z is a sum."), this with { t = x * z } },
                { ("+ and × are swapped in q and t:", "q = x·y, t = x + z."), this with { q = x + y, t = x * z } },
            },
            new("dx", c => c.y * c.t + c.q)
            {
                { ("Only the path through q is there.",
                    "x reaches L through t as well: add what comes back along that path (`+=`, not `=`)."),
                    this with { q = 0 } },
                { ("Only the path through t is there.",
                    "x reaches L through q as well: add what comes back along that path (`+=`, not `=`)."),
                    this with { t = 0 } },
                { ("You multiplied the two paths.", "Along a path slopes multiply; where paths meet, they add."),
                    y * t * q },
                { ("You took the mean of the two paths.", "Where paths meet, gradients add."), (y * t + q) / 2 },
                { ("You took the difference of the two paths.", "Where paths meet, gradients add."), y * t - q },
                { ("The wires of the last gate are exchanged.",
                    "A × gate gives each input the other one: ∂L/∂q is t, and ∂L/∂t is q."),
                    this with { q = t, t = q } },
                { ("You forgot what arrives:",
                    "y and 1 are the local derivatives of x. Multiply the first by ∂L/∂q, the second by ∂L/∂t, then "
                        + "add."),
                    this with { q = 1, t = 1 } },
                { ("On the path through q the local derivative is missing:",
                    "the gate q = x·y scales what arrives by y."), this with { y = 1 } },
                { ("On the path through q you scaled by x itself.", "The gate q = x·y gives x the other input, y."),
                    this with { y = x } },
                { ("On the path through q the gradient that arrives there is missing:", "it is ∂L/∂q = t."),
                    this with { t = 1 } },
                { ("On the path through t the gradient that arrives there is missing:", "it is ∂L/∂t = q."),
                    this with { q = 1 } },
                { ("On the path through t you scaled by z.", "The gate t = x + z passes the gradient on unchanged."),
                    this with { q = z * q } },
                { ("You took the path through q twice.", "The second path goes through t, and brings q."),
                    this with { q = y * t } },
            },
            new("dy", c => c.x * c.t)
            {
                { ("The gradient that arrives is missing:", "x is the local derivative, and ∂L/∂q = t arrives."),
                    this with { t = 1 } },
                { ("The wires of the last gate are exchanged:", "∂L/∂q is the other input, t."), this with { t = q } },
                { ("This is ∂L/∂q.", "It has yet to pass the gate q = x·y, which scales it by x."),
                    this with { x = 1 } },
                { ("You scaled by y itself.", "The gate q = x·y gives y the other input, x."), this with { x = y } },
                { ("A second path was added.", "y is used only once, in q."), x * t + q },
                { "This is dz. Return (L, dx, dy, dz), in this order.", q },
            },
            new("dz", c => c.q)
            {
                { ("The wires of the last gate are exchanged:", "∂L/∂t is the other input, q."), t },
                { ("The gradient that arrives is missing:",
                    "1 is the local derivative of a + gate, and ∂L/∂t = q arrives."), 1 },
                { ("You scaled by x.", "The gate t = x + z is a +: it passes the gradient on unchanged."), x * q },
                { ("You scaled by z.", "The gate t = x + z is a +: it passes the gradient on unchanged."), z * q },
                { ("A second path was added.", "z is used only once, in t."), q + y * t },
            },
        ];
    }
}
