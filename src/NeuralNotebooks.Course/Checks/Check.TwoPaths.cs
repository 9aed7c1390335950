using Circuit = System.Func<double, double, double, (double L, double dx, double dy, double dz)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string TwoPathsSignature = "(double L, double dx, double dy, double dz) TwoPaths(double x, double y, double z)";

    private static readonly Exercise<TwoPathsCase> _twoPathsExercise = new()
    {
        Cases = () => [new(2, -3, 5), new(-1.5, 4, 0.5), new(0.7, 1.1, -2.3)],
        Describe = c => $"for x = {Readable.Number(c.X)}, y = {Readable.Number(c.Y)}, z = {Readable.Number(c.Z)}",
        Reference = c => [Part.Number("L", c.S * c.T), Part.Number("dx", c.Y * c.T + c.S), Part.Number("dy", c.X * c.T), Part.Number("dz", c.S)],
        Mistakes =
        [
            Wrong("L", "You added s and t. The last gate is ×.", c => c.S + c.T),
            Wrong("L", "In s you added: s = x·y is a product.", c => (c.X + c.Y) * c.T),
            Wrong("L", "In t you multiplied: t = x + z is a sum.", c => c.S * c.X * c.Z),
            Wrong("L", "+ and × are swapped in s and t: s = x·y, t = x + z.", c => (c.X + c.Y) * c.X * c.Z),
            Wrong("dx", "Only the path through s is there. x reaches L through t as well: add what comes back along that path (`+=`, not `=`).", c => c.Y * c.T),
            Wrong("dx", "Only the path through t is there. x reaches L through s as well: add what comes back along that path (`+=`, not `=`).", c => c.S),
            Wrong("dx", "You multiplied the two paths. Along a path slopes multiply; where paths meet, they add.", c => c.Y * c.T * c.S),
            Wrong("dx", "You took the mean of the two paths. Where paths meet, gradients add.", c => (c.Y * c.T + c.S) / 2),
            Wrong("dx", "You took the difference of the two paths. Where paths meet, gradients add.", c => c.Y * c.T - c.S),
            Wrong("dx", "The wires of the last gate are exchanged. A × gate gives each input the other one: ∂L/∂s is t, and ∂L/∂t is s.", c => c.Y * c.S + c.T),
            Wrong("dx", "You forgot what arrives: y and 1 are the local derivatives of x. Multiply the first by ∂L/∂s, the second by ∂L/∂t, then add.", c => c.Y + 1),
            Wrong("dx", "On the path through s the local derivative is missing: the gate s = x·y scales what arrives by y.", c => c.T + c.S),
            Wrong("dx", "On the path through s you scaled by x itself. The gate s = x·y gives x the other input, y.", c => c.X * c.T + c.S),
            Wrong("dx", "On the path through s the gradient that arrives there is missing: it is ∂L/∂s = t.", c => c.Y + c.S),
            Wrong("dx", "On the path through t the gradient that arrives there is missing: it is ∂L/∂t = s.", c => c.Y * c.T + 1),
            Wrong("dx", "On the path through t you scaled by z. The gate t = x + z passes the gradient on unchanged.", c => c.Y * c.T + c.Z * c.S),
            Wrong("dx", "You took the path through s twice. The second path goes through t, and brings s.", c => 2 * c.Y * c.T),
            Wrong("dy", "The gradient that arrives is missing: x is the local derivative, and ∂L/∂s = t arrives.", c => c.X),
            Wrong("dy", "The wires of the last gate are exchanged: ∂L/∂s is the other input, t.", c => c.X * c.S),
            Wrong("dy", "This is ∂L/∂s. It has yet to pass the gate s = x·y, which scales it by x.", c => c.T),
            Wrong("dy", "You scaled by y itself. The gate s = x·y gives y the other input, x.", c => c.Y * c.T),
            Wrong("dy", "A second path was added. y is used only once, in s.", c => c.X * c.T + c.S),
            Wrong("dy", "This is dz. Return (L, dx, dy, dz), in this order.", c => c.S),
            Wrong("dz", "The wires of the last gate are exchanged: ∂L/∂t is the other input, s.", c => c.T),
            Wrong("dz", "The gradient that arrives is missing: 1 is the local derivative of a + gate, and ∂L/∂t = s arrives.", _ => 1),
            Wrong("dz", "You scaled by x. The gate t = x + z is a +: it passes the gradient on unchanged.", c => c.X * c.S),
            Wrong("dz", "You scaled by z. The gate t = x + z is a +: it passes the gradient on unchanged.", c => c.Z * c.S),
            Wrong("dz", "A second path was added. z is used only once, in t.", c => c.S + c.Y * c.T),
        ],
        Praise = "Value and gradients agree, for these numbers and for others. x is used twice, and its two paths add up.",
    };

    /// <summary>Notebook 01: value and gradients of L = s · t with s = x · y and t = x + z, by hand.</summary>
    /// <param name="circuit">From the three inputs to L, ∂L/∂x, ∂L/∂y and ∂L/∂z.</param>
    public static Verdict TwoPaths(Circuit? circuit) =>
        circuit is null ? Signature.Differs(null, TwoPathsSignature) : _twoPathsExercise.Judge(c =>
        {
            (double L, double dx, double dy, double dz) = circuit(c.X, c.Y, c.Z);
            return [Part.Number("L", L), Part.Number("dx", dx), Part.Number("dy", dy), Part.Number("dz", dz)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict TwoPaths(Delegate? circuit) => Signature.Differs(circuit, TwoPathsSignature);

    private static Mistake<TwoPathsCase> Wrong(string part, string sentence, Func<TwoPathsCase, double> wrong) =>
        new(part, sentence, c => Matrix.Column(wrong(c)));

    /// <summary>Inputs of the circuit, and its two inner values.</summary>
    private sealed record TwoPathsCase(double X, double Y, double Z)
    {
        public double S => X * Y;

        public double T => X + Z;
    }
}
