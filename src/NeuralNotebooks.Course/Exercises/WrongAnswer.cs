namespace NeuralNotebooks.Course;

/// <summary>A known mistake of a check, as a function that can be called.</summary>
/// <param name="Sentence">The message to a student who made it.</param>
/// <param name="Function">A function with this mistake.</param>
public sealed record WrongAnswer<T>(string Sentence, T Function);
