namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<(double x, double y)> _engine = new()
    {
        Cases = () => [(3, -4), (-1.5, 4)],
        Describe = c => $"for x = {c.x} and y = {c.y}",
        Praise = "The value and both gradients agree, for these numbers and for others. x, y and q are used several "
            + "times, and all their shares arrive.",
        IfZero = "(Already written? Then no gradient arrives. Has × its two wires, does the last node begin with 1, "
            + "and do you go backwards?)",
        Parts = EngineParts,
    };

    /// <summary>Notebook 01: L = q · (x + q) with q = x · y, and the gradients that an engine fills in.</summary>
    /// <param name="circuit">From x and y to L, ∂L/∂x and ∂L/∂y.</param>
    public static Verdict Engine(Func<double, double, (double L, double dx, double dy)> circuit) =>
        _engine.Judge(c => circuit(c.x, c.y));

    private static Part<(double x, double y)>[] EngineParts((double x, double y) inputs)
    {
        (double x, double y) = inputs;
        double q = x * y, dq = x + 2 * q;
        return
        [
            new("L", _ => q * (x + q)),
            new("∂L/∂x", _ => y * dq + q)
            {
                { ("A node keeps only the last of its shares.", "Add each share to what has arrived: `+=`, not `=`."),
                    y * q },
                { ("The wires of the × gate are exchanged.", "Each input gets the other one as its slope."),
                    x * dq + x + q },
                { ("A node hands on its slopes alone.",
                    "Multiply each slope by the gradient that has arrived at the node, `node.Gradient`."), 1 + y },
                { ("All slopes count as 1.",
                    "The slopes of × are its other input; each `From` gets the node's gradient times `Slope`."), 3 },
            },
            new("∂L/∂y", _ => x * dq),
        ];
    }
}
