namespace NeuralNotebooks.Course;

/// <summary>
/// A wrong way to compute one part of an answer. It is named if it reproduces the student's values in every case.
/// </summary>
/// <param name="Sentence">What the student probably did, and what to change.</param>
/// <param name="Wrong">Computes the wrong value for the case; throws <see cref="ArgumentException"/> if shapes do not
/// fit.</param>
/// <param name="State"><see cref="Almost"/> if one change makes the answer correct.</param>
internal sealed record Mistake(string Sentence, Func<M> Wrong, VerdictState State);
