namespace NeuralNotebooks;

/// <summary>What an optimizer keeps of one array of parameters between steps.</summary>
internal sealed class OptimizerState<T>(int length, bool averagesGradients, bool averagesSquares)
{
    public int Length { get; } = length;

    /// <summary>V, the running average of the gradients; empty if the rule keeps none.</summary>
    public T[] V { get; } = averagesGradients ? new T[length] : [];

    /// <summary>S, the running average of their squares, likewise.</summary>
    public T[] S { get; } = averagesSquares ? new T[length] : [];

    /// <summary>Room for clipped gradients, made by the first step that clips.</summary>
    public T[]? Clipped { get; set; }
}
