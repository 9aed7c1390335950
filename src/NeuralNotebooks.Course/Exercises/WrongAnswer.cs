namespace NeuralNotebooks.Course;

/// <summary>A known mistake of a check, to be run.</summary>
/// <param name="Sentence">The message to a student who made it.</param>
/// <param name="Function">What such a student wrote.</param>
public sealed record WrongAnswer<T>(string Sentence, T Function);
