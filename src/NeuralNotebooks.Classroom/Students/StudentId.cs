namespace NeuralNotebooks.Classroom;

/// <summary>A student's id, from the class list or the name of a submitted folder. The student's folder in the results
/// can have another name (<see cref="FolderNames"/>), and so can the one on the learning platform.</summary>
public readonly record struct StudentId(string Text)
{
    public override string ToString() => Text;
}
