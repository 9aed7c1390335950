using UnitFunction = System.Func<int, double[], NeuralNotebooks.Matrix<double>, double[], System.Func<double, double>, double>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string UnitGradientSignature = "double UnitGradient(int u, double[] next, Matrix<double> w, double[] z, Func<double, double> slope)";

    private const string UnitGradients = "∇ᵤ";

    private static readonly Exercise<LayerBatch> _unitGradientExercise = new()
    {
        Cases = LayerBatch.SingleExamples,
        Describe = LayerBatch.Describe,
        FailsLater = "The sum runs over the units k of the *next* layer: `next.Length` of them. And the weight from unit u to unit k is `w[k, u]`.",
        Reference = layer => [new(UnitGradients, layer.Delta)],
        Mistakes =
        [
            new(UnitGradients, "g′ is missing: this is Σ ∇_k w_ku. Multiply it by `slope(z[u])`.", l => l.ActivationGradient),
            new(UnitGradients, "w_uk is used instead of w_ku. The first index is where the weight goes to: `w[k, u]` leads from unit u to unit k.",
                l => l.IfSquare(s => (s.NextWeights * s.NextDelta).Hadamard(s.Slope))),
            new(UnitGradients, "You forgot the sum over k: only the first unit of the next layer is there. Unit u feeds all of them.", l => Each(l, (u, k) => k == 0 ? 1 : 0)),
            new(UnitGradients, "You forgot the sum over k: only the last unit of the next layer is there. Perhaps you wrote `=` instead of `+=`.",
                l => Each(l, (u, k) => k == l.NextDelta.Rows - 1 ? 1 : 0)),
            new(UnitGradients, "You forgot the sum over k: only k = u is there. Unit u feeds every unit of the next layer.", l => Each(l, (u, k) => k == u ? 1 : 0)),
            new(UnitGradients, "The sum leaves out the first unit: k begins at 0.", l => Each(l, (u, k) => k > 0 ? 1 : 0)),
            new(UnitGradients, "The sum leaves out the last unit: k goes up to `next.Length - 1`.", l => Each(l, (u, k) => k < l.NextDelta.Rows - 1 ? 1 : 0)),
            new(UnitGradients, "The sum leaves out k = u. Unit u feeds every unit of the next layer.", l => Each(l, (u, k) => k == u ? 0 : 1)),
            new(UnitGradients, "g′ was taken at z_k. It is the slope of unit u itself, and stands before the sum: `slope(z[u])`.",
                l => l.NextDelta.Rows > l.Z.Rows ? Matrix.Zeros<double>(0, 0) : l.NextWeights.Transpose() * l.NextDelta.Hadamard(l.Slope.Rows(0, l.NextDelta.Rows))),
            new(UnitGradients, "The weights are missing: each ∇_k reaches unit u through the weight w_ku.",
                l => l.Slope.Map(slope => slope * l.NextDelta.Sum()), IsNear: false),
            new(UnitGradients, "A product of two sums is not the sum of the products: ∇_k and w_ku belong together, inside one sum.",
                l => (l.NextWeights.ColumnSums().Transpose() * l.NextDelta.Sum()).Hadamard(l.Slope)),
            new(UnitGradients, "This is a mean over k. The ways through the units of the next layer add up.", l => l.Delta / l.NextDelta.Rows),
            new(UnitGradients, "g′ was applied once for every k that was summed before: multiply once, after the loop.", SlopeInsideTheLoop),
            new(UnitGradients, "You multiplied by z_u itself. It must be the slope there: `slope(z[u])`.", l => l.ActivationGradient.Hadamard(l.Z)),
            new(UnitGradients, "g′ was taken of the sum. It is the slope of unit u at its own z: `slope(z[u])`, times the sum.",
                l => LayerBatch.SlopeAt(l.Activation, l.ActivationGradient), IsNear: false),
            new(UnitGradients, "You added g′(z_u). Slopes multiply along a path.", l => l.ActivationGradient + l.Slope),
            new(UnitGradients, "You multiplied by g(z_u). It must be the derivative: `slope(z[u])`.", l => l.ActivationGradient.Hadamard(l.A)),
        ],
        Praise = "Every unit of a tanh, a σ and a relu layer. One unit at a time, it is the same as (W[l+1])ᵀδ[l+1] ⊙ g′(Z).",
    };

    /// <summary>Notebook 10: ∇_u = g′(z_u) Σ_k ∇_k w_ku, one unit at a time.</summary>
    /// <param name="unitGradient">From u, the ∇_k of the next layer, its weights (w[k, u] leads from u to k), the preactivations z of this layer, and g′.</param>
    public static Verdict UnitGradient(UnitFunction? unitGradient) =>
        unitGradient is null ? Signature.Differs(null, UnitGradientSignature) : _unitGradientExercise.Judge(layer =>
        {
            double Slope(double z) => LayerBatch.SlopeAt(layer.Activation, Matrix.Column(z))[0, 0];
            double[] next = layer.NextDelta.AsSpan().ToArray(), z = layer.Z.AsSpan().ToArray();
            double[] gradients = [.. Enumerable.Range(0, z.Length).Select(u => unitGradient(u, next, layer.NextWeights, z, Slope))];
            return [new(UnitGradients, Matrix.Column(gradients))];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict UnitGradient(Delegate? unitGradient) => Signature.Differs(unitGradient, UnitGradientSignature);

    /// <summary>The sum over k with a factor for each path from u to k.</summary>
    private static Matrix<double> Each(LayerBatch layer, Func<int, int, double> factor)
    {
        Matrix<double> weights = layer.NextWeights.Copy();
        for (int k = 0; k < weights.Rows; k++)
        {
            for (int u = 0; u < weights.Columns; u++)
            {
                weights[k, u] *= factor(u, k);
            }
        }

        return (weights.Transpose() * layer.NextDelta).Hadamard(layer.Slope);
    }

    /// <summary>sum = (sum + ∇_k w_ku) g′(z_u) in each iteration of the loop.</summary>
    private static Matrix<double> SlopeInsideTheLoop(LayerBatch layer)
    {
        Matrix<double> sum = Matrix.Zeros<double>(layer.Z.Rows, 1);
        for (int k = 0; k < layer.NextDelta.Rows; k++)
        {
            sum = (sum + (layer.NextWeights.Row(k).Transpose() * layer.NextDelta[k, 0])).Hadamard(layer.Slope);
        }

        return sum;
    }
}
