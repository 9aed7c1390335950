namespace NeuralNotebooks;

/// <summary>A loss L, a scalar measure of how far the network's outputs are from the targets, and its gradient. Columns
/// are examples.</summary>
/// <remarks>
/// Every loss is a mean over the m examples of the batch, so its gradient carries the factor 1/m, and layers only sum.
/// The loss of a network that has diverged is NaN or infinite, not an exception: training reports where that began.
/// </remarks>
public interface ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>L.</summary>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">What it should be: outputs × m.</param>
    /// <exception cref="ArgumentException">The shapes differ, the batch is empty, or a target is invalid for this
    /// loss.</exception>
    T Value(Matrix<T> output, Matrix<T> target);

    /// <summary>∂L/∂output, into <paramref name="destination"/>: outputs × m. It may be the matrix of the output or the
    /// target.</summary>
    /// <exception cref="ArgumentException">The shapes differ, the batch is empty, or a target is invalid for this
    /// loss.</exception>
    void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination);

    /// <summary>Checks a whole set of targets before training begins.</summary>
    /// <exception cref="ArgumentException">A target is invalid for this loss; the message says which and what was
    /// expected.</exception>
    void CheckTargets(Matrix<T> target) => Finite.Check(target, nameof(target));

    /// <summary>The fraction of the examples that are classified correctly, or null where the loss is not about
    /// classes.</summary>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">What it should be: outputs × m.</param>
    /// <exception cref="ArgumentException">The shapes differ, or the batch is empty.</exception>
    double? Accuracy(Matrix<T> output, Matrix<T> target) => null;

    /// <summary>L, the accuracy as <see cref="Accuracy"/> gives it, and ∂L/∂output, into
    /// <paramref name="destination"/>: what a step of training needs.</summary>
    /// <remarks>
    /// A loss whose value and gradient share most of their work computes them together here; others keep this default,
    /// which calls one after the other. Training has called <see cref="CheckTargets"/> for the whole set before, so the
    /// targets need not be checked again.
    /// </remarks>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">What it should be: outputs × m.</param>
    /// <param name="destination">Receives the gradient: outputs × m, a matrix of its own.</param>
    /// <exception cref="ArgumentException">The shapes differ, or the batch is empty.</exception>
    (T Value, double? Accuracy) ValueAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        (T value, double? accuracy) = (Value(output, target), Accuracy(output, target));
        Gradient(output, target, destination);
        return (value, accuracy);
    }
}
