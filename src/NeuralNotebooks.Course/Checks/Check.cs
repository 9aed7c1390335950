namespace NeuralNotebooks.Course;

/// <summary>The checkpoints of the course. A check takes the student's value or function, compares it with the right
/// one on several cases, and names the likely mistake. It does not throw if the function does, and it returns even if
/// the function does not.</summary>
/// <remarks>In a browser, which has no threads, there is no time limit: a reader stops an endless loop, and that ends
/// the cell. Only infinite recursion is fatal: a stack overflow ends the process, and with it the kernel. The checks of
/// each notebook are in a folder with its number; those of assignments, which take any function, are in AnyFunction. A
/// file has the name of its first check. A case that several files use is in a file with its own name, and in
/// the folder Cases if several notebooks use it.</remarks>
public static partial class Check;
