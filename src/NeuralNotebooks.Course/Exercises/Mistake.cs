namespace NeuralNotebooks.Course;

/// <summary>
/// A wrong way to compute one part of an answer. It is named if it reproduces the student's values in every case.
/// </summary>
/// <param name="Part">The part's name.</param>
/// <param name="Sentence">What the student probably did, and what to change.</param>
/// <param name="Wrong">What the wrong way gives for a case.</param>
/// <param name="IsNear">One change away from correct: the verdict says "almost".</param>
internal sealed record Mistake<TCase>(string Part, string Sentence, Func<TCase, Matrix<double>> Wrong, bool IsNear = true);
