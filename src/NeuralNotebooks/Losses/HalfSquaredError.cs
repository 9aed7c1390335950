namespace NeuralNotebooks;

/// <summary>Half the squared distance between output and target, as a mean over the m examples: L = 1/m Σᵢ ½‖ŷᵢ −
/// yᵢ‖².</summary>
/// <remarks>∂L/∂ŷ = (ŷ − y) / m. The ½ cancels the 2 of the derivative.</remarks>
public sealed class HalfSquaredError<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public T Value(Matrix<T> output, Matrix<T> target) =>
        T.CreateTruncating(SquaredDistance(output, target) / 2 / output.Columns);

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Finite.Check(target, nameof(target));
        Targets.MeanDifference(output.AsSpan(), target, destination);
    }

    /// <summary>‖ŷ − y‖², summed in double precision.</summary>
    internal static double SquaredDistance(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Finite.Check(target, nameof(target));
        ReadOnlySpan<T> ŷ = output.AsSpan(), y = target.AsSpan();
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double difference = double.CreateTruncating(ŷ[i] - y[i]);
            sum += difference * difference;
        }
        return sum;
    }
}
