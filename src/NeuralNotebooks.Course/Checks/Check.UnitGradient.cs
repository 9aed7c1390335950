namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _unitGradient = new()
    {
        Expected = "double UnitGradient(int u, double[] next, Matrix<double> w, double[] z, Func<double, double> "
            + "slope)",
        Cases = LayerBatch.SingleExamples,
        Describe = LayerBatch.Describe,
        FailsLater = "The sum runs over the units k of the *next* layer: `next.Length` of them. And the weight from "
            + "unit u to unit k is `w[k, u]`.",
        Praise = "Every unit of a tanh, a σ and a relu layer. One unit at a time, it is the same as (W[l+1])ᵀδ[l+1] ⊙ "
            + "g′(Z).",
        Parts = l => l.UnitGradient,
    };

    /// <summary>Notebook 10: ∇_u = g′(z_u) Σ_k ∇_k w_ku, one unit at a time.</summary>
    /// <param name="unitGradient">
    /// From u, the ∇_k of the next layer, its weights (w[k, u] leads from u to k), the preactivations z of this layer,
    /// and g′.
    /// </param>
    public static Verdict UnitGradient(Func<int, double[], M, double[], Func<double, double>, double>? unitGradient) =>
        _unitGradient.Judge(unitGradient, l =>
        {
            double[] next = l.NextDelta.AsSpan().ToArray(), z = l.Z.AsSpan().ToArray();
            return Enumerable.Range(0, z.Length).Select(u =>
                unitGradient!(u, next, l.NextWeights, z, z => l.SlopeAt(Matrix.Column(z))[0, 0])).ToArray();
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict UnitGradient(Delegate? unitGradient) => _unitGradient.Refuse(unitGradient);
}

internal sealed partial record LayerBatch
{
    public Part<LayerBatch>[] UnitGradient => [new("∇ᵤ", this, l => l.Delta)
    {
        { "g′ is missing: this is Σ ∇_k w_ku. Multiply it by `slope(z[u])`.", ActivationGradient },
        { "w_uk is used instead of w_ku. The first index is where the weight goes to: `w[k, u]` leads from unit "
            + "u to unit k.",
            () => (NextWeights * NextDelta).Hadamard(Slope) },
        { "You forgot the sum over k: only the first unit of the next layer is there. Unit u feeds all of them.",
            OnlyPaths((u, k) => k == 0) },
        { "You forgot the sum over k: only the last unit of the next layer is there. Perhaps you wrote `=` "
            + "instead of `+=`.",
            OnlyPaths((u, k) => k == NextDelta.Rows - 1) },
        { "You forgot the sum over k: only k = u is there. Unit u feeds every unit of the next layer.",
            OnlyPaths((u, k) => k == u) },
        { "The sum leaves out the first unit: k begins at 0.", OnlyPaths((u, k) => k > 0) },
        { "The sum leaves out the last unit: k goes up to `next.Length - 1`.",
            OnlyPaths((u, k) => k < NextDelta.Rows - 1) },
        { "The sum leaves out k = u. Unit u feeds every unit of the next layer.", OnlyPaths((u, k) => k != u) },
        { "g′ was taken at z_k. It is the slope of unit u itself, and stands before the sum: `slope(z[u])`.",
            () => NextWeights.T * NextDelta.Hadamard(Slope.Rows(0, NextDelta.Rows)) },
        { "The weights are missing: each ∇_k reaches unit u through the weight w_ku.",
            NextDelta.Sum() * Slope, NotYet },
        { "A product of two sums is not the sum of the products: ∇_k and w_ku belong together, inside one sum.",
            NextDelta.Sum() * NextWeights.ColumnSums().T.Hadamard(Slope) },
        { "This is a mean over k. The ways through the units of the next layer add up.", Delta / NextDelta.Rows },
        { "You multiplied by z_u itself. It must be the slope there: `slope(z[u])`.", this with { Slope = Z } },
        { "g′ was taken of the sum. It is the slope of unit u at its own z: `slope(z[u])`, times the sum.",
            SlopeAt(ActivationGradient), NotYet },
        { "You added g′(z_u). Slopes multiply along a path.", ActivationGradient + Slope },
        { "You multiplied by g(z_u). It must be the derivative: `slope(z[u])`.", this with { Slope = A } },
    }];
}
