namespace NeuralNotebooks.Course;

/// <summary>
/// The checkpoints of the course. A check takes the student's value or function, compares it with the right one on several cases,
/// and names the likely mistake. It never throws, and comes to an end though the function does not.
/// </summary>
/// <remarks>
/// Only a function that calls itself without end is not survived: its stack overflow ends the process, and with it the kernel.
/// </remarks>
public static partial class Check;
