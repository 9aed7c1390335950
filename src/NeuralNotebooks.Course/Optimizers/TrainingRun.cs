namespace NeuralNotebooks.Course;

/// <summary>One training run.</summary>
/// <param name="Losses">The loss over the whole set after 0, 1, 2, … epochs.</param>
/// <param name="Milliseconds">
/// The training time up to that point on an undisturbed machine, excluding evaluation.
/// </param>
public sealed record TrainingRun(double[] Losses, double[] Milliseconds);
