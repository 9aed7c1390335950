namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _unitGradient = new()
    {
        Cases = () => LayerBatch.Cases(examples: 1),
        Describe = LayerBatch.Describe,
        FailsLater = ("The sum runs over the units k of the *next* layer:",
            "`next.Length` of them. And the weight from unit u to unit k is `w[k, u]`."),
        Praise = "Every unit of a tanh, a σ and a relu layer. One unit at a time, it is the same as (W[l+1])ᵀδ[l+1] ⊙ "
            + "g′(Z).",
        Parts = l => l.UnitGradient,
    };

    /// <summary>Notebook 10: ∇_u = g′(z_u) Σ_k ∇_k w_ku, one unit at a time.</summary>
    /// <param name="unitGradient">
    /// From u, the ∇_k of the next layer, its weights (w[k, u] leads from u to k), the preactivations z of this layer,
    /// and g′.
    /// </param>
    public static Verdict UnitGradient(Func<int, double[], M, double[], Func<double, double>, double> unitGradient) =>
        _unitGradient.Judge(l =>
        {
            double[] next = l.NextDelta.AsSpan().ToArray(), z = l.Z.AsSpan().ToArray();
            return Enumerable.Range(0, z.Length).Select(u =>
                unitGradient(u, next, l.NextWeights, z, z => l.SlopeAt(Matrix.Column(z))[0, 0])).ToArray();
        });
}
