namespace NeuralNotebooks;

/// <summary>A loss with one kernel for its value, gradient and accuracy, which training uses.</summary>
internal interface IFusedLoss<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Returns L and the accuracy, and writes ∂L/∂output. The shapes match, and the targets have been
    /// checked.</summary>
    (T Value, double Accuracy) ValueAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> gradient);
}
