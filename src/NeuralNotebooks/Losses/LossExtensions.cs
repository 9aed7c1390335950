namespace NeuralNotebooks;

/// <summary>Extension methods of all losses.</summary>
public static class LossExtensions
{
    /// <summary>∂L/∂output as a new matrix, outputs × m, as in <c>network.Backward(loss.Gradient(ŷ, y))</c>.</summary>
    /// <exception cref="ArgumentException">The shapes differ, the batch is empty, or a target is invalid for this
    /// loss.</exception>
    public static Matrix<T> Gradient<T>(this ILoss<T> loss, Matrix<T> output, Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(loss);
        ThrowIfNull(output);
        Matrix<T> gradient = new(output.Rows, output.Columns);
        loss.Gradient(output, target, gradient);
        return gradient;
    }
}
