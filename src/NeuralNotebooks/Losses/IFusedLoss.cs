namespace NeuralNotebooks;

/// <summary>A loss that has a kernel for its value, its gradient and the accuracy together: training uses that.</summary>
internal interface IFusedLoss<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Returns L and the accuracy, and writes ∂L/∂output. The shapes fit, and the targets have been checked.</summary>
    (T Value, double Accuracy) ValueAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> gradient);
}
