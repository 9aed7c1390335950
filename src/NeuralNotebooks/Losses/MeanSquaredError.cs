namespace NeuralNotebooks;

/// <summary>The squared distance between output and target, as a mean over the m examples: L = 1/m ‖ŷ − y‖².</summary>
/// <remarks>∂L/∂ŷ = 2(ŷ − y) / m. The mean is over the examples only: the squares of several outputs are summed. (Some
/// other libraries also divide by the number of outputs.)</remarks>
public sealed class MeanSquaredError<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public T Value(Matrix<T> output, Matrix<T> target) =>
        T.CreateTruncating(HalfSquaredError<T>.SquaredDistance(output, target) / output.Columns);

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Finite.Check(target, nameof(target));
        ReadOnlySpan<T> ŷ = output.AsSpan(), y = target.AsSpan();
        Span<T> gradient = destination.AsSpan();
        T scale = T.CreateChecked(2) / T.CreateChecked(output.Columns);
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] = (ŷ[i] - y[i]) * scale;
    }
}
