namespace NeuralNotebooks;

/// <summary>A loss L, a scalar measure of how far the network's outputs are from the targets, and its gradient. Columns
/// are examples.</summary>
/// <remarks>Every loss is a mean over the m examples of the batch, so its gradient contains the factor 1/m, and the
/// gradients of the layers are sums over the examples. If an output of a network is NaN or infinite, so is the loss,
/// unless it is the score −∞ of a class with the target 0; no exception is thrown. Training checks the loss, and
/// reports in which layer the first such number appeared.</remarks>
public interface ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>L, the mean loss of the m examples of a batch.</summary>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">The targets: outputs × m.</param>
    /// <exception cref="ArgumentException">The shapes differ, the batch is empty, or a target is invalid for this
    /// loss.</exception>
    T Value(Matrix<T> output, Matrix<T> target);

    /// <summary>Computes ∂L/∂output, the gradient of the mean loss.</summary>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">The targets: outputs × m.</param>
    /// <param name="destination">Receives the gradient: outputs × m. It may be the same matrix as the output or the
    /// target.</param>
    /// <exception cref="ArgumentException">The shapes differ, the batch is empty, or a target is invalid for this
    /// loss.</exception>
    void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination);

    /// <summary>Checks a whole set of targets before training begins.</summary>
    /// <param name="target">The targets: outputs × examples.</param>
    /// <exception cref="ArgumentException">A target is invalid for this loss; the message says which and what was
    /// expected.</exception>
    void CheckTargets(Matrix<T> target) => Finite.Check(target, nameof(target));

    /// <summary>The fraction of the examples that are classified correctly (0 … 1), or null if the loss is not for
    /// classification.</summary>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">The targets: outputs × m.</param>
    /// <exception cref="ArgumentException">The shapes differ, or the batch is empty.</exception>
    double? Accuracy(Matrix<T> output, Matrix<T> target) => null;

    /// <summary>Computes L, <see cref="Accuracy"/> and ∂L/∂output together, for a step of training.</summary>
    /// <remarks>The default implementation calls the three methods one after the other. A loss whose value and gradient
    /// have most of their computation in common overrides it. Training has already checked the whole set with
    /// <see cref="CheckTargets"/>, so the targets need not be checked again.</remarks>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">The targets: outputs × m.</param>
    /// <param name="destination">Receives the gradient: outputs × m. It shares no entries with the output or the
    /// target.</param>
    /// <returns>L, and the accuracy or null.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or the batch is empty.</exception>
    (T Value, double? Accuracy) ValueAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        (T value, double? accuracy) = (Value(output, target), Accuracy(output, target));
        Gradient(output, target, destination);
        return (value, accuracy);
    }
}
