namespace NeuralNotebooks.Course;

/// <summary>The course of one training.</summary>
/// <param name="Losses">The loss over the whole set after 0, 1, 2, … epochs.</param>
/// <param name="Milliseconds">The time that training to there takes on an undisturbed machine, without that of the evaluation.</param>
public sealed record TrainingRun(double[] Losses, double[] Milliseconds);
