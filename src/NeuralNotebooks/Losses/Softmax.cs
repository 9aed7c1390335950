namespace NeuralNotebooks;

/// <summary>Turns each column of logits into probabilities.</summary>
/// <remarks>
/// With n classes, p_k differs from the true value by at most (2 n + 8 + |s_k − max s|) u p_k, where u is 2⁻²⁴ for
/// float and 2⁻⁵³ for double (plus a few of the smallest positive numbers, where p_k is as small as those). The
/// difference of logits is rounded before its exponential is taken, so every softmax has the last term; it matters only
/// where p_k is nearly 0.
/// </remarks>
public static class Softmax
{
    /// <summary>p_k = e^(s_k − max s) / Σ_j e^(s_j − max s), column by column: classes × examples, each column sums to
    /// 1.</summary>
    public static Matrix<T> Of<T>(Matrix<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(logits);
        Matrix<T> p = Matrix.Zeros<T>(logits.Rows, logits.Columns);
        (double loss, int right) = (0, 0);
        if (p.Count == 0)
            return p;

        // Cross-entropy has the gradient p − y. With targets of zeros, which p holds until it is written, that is p.
        WidestRegisters.Run<SoftmaxKernel<T>, SoftmaxKernel<T>.Arguments, T>(
            new(logits.AsSpan(), p.AsSpan(), p.AsSpan(), p.Rows, T.One, ref loss, ref right));
        return p;
    }
}
