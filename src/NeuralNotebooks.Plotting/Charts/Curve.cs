namespace NeuralNotebooks.Plotting;

/// <summary>A named line through points.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X">The points' x.</param>
/// <param name="Y">The points' y, as many; NaN is a gap.</param>
public sealed record Curve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
