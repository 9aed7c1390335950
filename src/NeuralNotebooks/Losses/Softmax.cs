namespace NeuralNotebooks;

/// <summary>The softmax function, which turns each column of logits into probabilities.</summary>
/// <remarks>With n classes, p_k differs from the true value by at most (2 n + 8 + |s_k − max s|) u p_k, where u is 2⁻²⁴
/// for float and 2⁻⁵³ for double (plus a few times the smallest positive number, if p_k is as small as that). The term
/// |s_k − max s| arises because the difference of logits is rounded before its exponential is computed; it matters only
/// if p_k is nearly 0.</remarks>
public static class Softmax
{
    /// <summary>p_k = e^(s_k − max s) / Σ_j e^(s_j − max s) for each column s, as a new matrix of the same shape
    /// (classes × examples). Each column sums to 1.</summary>
    /// <remarks>Equal logits are equally probable, also if they are infinite: of −∞, −∞ both are ½, of 5, ∞ the second
    /// is 1. A NaN makes its column NaN.</remarks>
    public static Matrix<T> Of<T>(Matrix<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(logits);
        Matrix<T> p = Matrix.Zeros<T>(logits.Rows, logits.Columns);
        (double loss, int right) = (0, 0);
        if (p.Count == 0)
            return p;

        // Without targets and with the scale 1, the kernel computes p.
        WidestRegisters.Run<SoftmaxKernel<T>, SoftmaxKernel<T>.Arguments, T>(
            new(logits.AsSpan(), targets: [], p.AsSpan(), p.Rows, T.One, ref loss, ref right));
        return p;
    }
}
