namespace NeuralNotebooks;

/// <summary>The state of an optimizer for one array of parameters, from step to step.</summary>
internal sealed class OptimizerState<T>(int length, bool averagesGradients, bool averagesSquares)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Length { get; } = length;

    /// <summary>V, the running average of the gradients: a column, empty if the rule has none.</summary>
    public Matrix<T> V { get; } = new(averagesGradients ? length : 0, 1);

    /// <summary>S, the running average of their squares, likewise.</summary>
    public Matrix<T> S { get; } = new(averagesSquares ? length : 0, 1);

    /// <summary>A buffer for clipped gradients, allocated by the first step that clips.</summary>
    public T[]? Clipped { get; set; }
}
