using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralNotebooks;

/// <summary>Half the squared distance of output and target, as a mean over the m examples: L = 1/m Σᵢ ½‖ŷᵢ − yᵢ‖².</summary>
/// <remarks>∂L/∂ŷ = (ŷ − y) / m. The ½ cancels the 2 of the derivative.</remarks>
public sealed class HalfSquaredError<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public T Value(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Targets.CheckFinite(target);
        T distance = TensorPrimitives.Distance<T>(output.AsSpan(), target.AsSpan());
        return distance * distance / T.CreateChecked(2 * output.Columns);
    }

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckFinite(target);
        TensorPrimitives.Subtract(output.AsSpan(), target.AsSpan(), destination.AsSpan());
        TensorPrimitives.Divide(destination.AsSpan(), T.CreateChecked(output.Columns), destination.AsSpan());
    }
}
