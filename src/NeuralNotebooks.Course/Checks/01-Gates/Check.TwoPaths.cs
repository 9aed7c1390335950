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

    /// <summary>Notebook 01: value and gradients of L = s · t with s = x · y and t = x + z, by hand.</summary>
    /// <param name="circuit">From the three inputs to L, ∂L/∂x, ∂L/∂y and ∂L/∂z.</param>
    public static Verdict TwoPaths(Func<double, double, double,
        (double L, double dx, double dy, double dz)> circuit) =>
        _twoPaths.Judge(c => circuit(c.x, c.y, c.z));

    /// <summary>Inputs of the circuit, and its two inner values.</summary>
    private sealed record TwoPathsCase(double x, double y, double z)
    {
        public double s { get; init; } = x * y;

        public double t { get; init; } = x + z;

        public Part<TwoPathsCase>[] Parts =>
        [
            new("L", c => c.s * c.t)
            {
                { ("You added s and t.", "The last gate is ×."), s + t },
                { ("In s you added:", "s = x·y is a product."), this with { s = x + y } },
                { ("In t you multiplied:", "t = x + z is a sum."), this with { t = x * z } },
                { ("+ and × are swapped in s and t:", "s = x·y, t = x + z."), this with { s = x + y, t = x * z } },
            },
            new("dx", c => c.y * c.t + c.s)
            {
                { ("Only the path through s is there.",
                    "x reaches L through t as well: add what comes back along that path (`+=`, not `=`)."),
                    this with { s = 0 } },
                { ("Only the path through t is there.",
                    "x reaches L through s as well: add what comes back along that path (`+=`, not `=`)."),
                    this with { t = 0 } },
                { ("You multiplied the two paths.", "Along a path slopes multiply; where paths meet, they add."),
                    y * t * s },
                { ("You took the mean of the two paths.", "Where paths meet, gradients add."), (y * t + s) / 2 },
                { ("You took the difference of the two paths.", "Where paths meet, gradients add."), y * t - s },
                { ("The wires of the last gate are exchanged.",
                    "A × gate gives each input the other one: ∂L/∂s is t, and ∂L/∂t is s."),
                    this with { s = t, t = s } },
                { ("You forgot what arrives:",
                    "y and 1 are the local derivatives of x. Multiply the first by ∂L/∂s, the second by ∂L/∂t, then "
                        + "add."),
                    this with { s = 1, t = 1 } },
                { ("On the path through s the local derivative is missing:",
                    "the gate s = x·y scales what arrives by y."), this with { y = 1 } },
                { ("On the path through s you scaled by x itself.", "The gate s = x·y gives x the other input, y."),
                    this with { y = x } },
                { ("On the path through s the gradient that arrives there is missing:", "it is ∂L/∂s = t."),
                    this with { t = 1 } },
                { ("On the path through t the gradient that arrives there is missing:", "it is ∂L/∂t = s."),
                    this with { s = 1 } },
                { ("On the path through t you scaled by z.", "The gate t = x + z passes the gradient on unchanged."),
                    this with { s = z * s } },
                { ("You took the path through s twice.", "The second path goes through t, and brings s."),
                    this with { s = y * t } },
            },
            new("dy", c => c.x * c.t)
            {
                { ("The gradient that arrives is missing:", "x is the local derivative, and ∂L/∂s = t arrives."),
                    this with { t = 1 } },
                { ("The wires of the last gate are exchanged:", "∂L/∂s is the other input, t."), this with { t = s } },
                { ("This is ∂L/∂s.", "It has yet to pass the gate s = x·y, which scales it by x."),
                    this with { x = 1 } },
                { ("You scaled by y itself.", "The gate s = x·y gives y the other input, x."), this with { x = y } },
                { ("A second path was added.", "y is used only once, in s."), x * t + s },
                { "This is dz. Return (L, dx, dy, dz), in this order.", s },
            },
            new("dz", c => c.s)
            {
                { ("The wires of the last gate are exchanged:", "∂L/∂t is the other input, s."), t },
                { ("The gradient that arrives is missing:",
                    "1 is the local derivative of a + gate, and ∂L/∂t = s arrives."), 1 },
                { ("You scaled by x.", "The gate t = x + z is a +: it passes the gradient on unchanged."), x * s },
                { ("You scaled by z.", "The gate t = x + z is a +: it passes the gradient on unchanged."), z * s },
                { ("A second path was added.", "z is used only once, in t."), s + y * t },
            },
        ];
    }
}
