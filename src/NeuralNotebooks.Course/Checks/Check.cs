namespace NeuralNotebooks.Course;

/// <summary>
/// The checkpoints of the course. A check takes the student's value or function, compares it with the right one on several cases,
/// and names the likely mistake. It never throws and always comes to an end.
/// </summary>
public static partial class Check;
