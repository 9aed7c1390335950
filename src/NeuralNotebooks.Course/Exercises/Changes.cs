namespace NeuralNotebooks.Course;

/// <summary>Mistakes that affect several parts of an answer: the hint to the student, and the case with the mistake
/// made in it. Likelier ones come first.</summary>
internal sealed class Changes<T> : List<(Hint Hint, T Changed, VerdictState State)>
{
    public void Add(Hint hint, T changed, VerdictState state = Almost) => Add((hint, changed, state));
}
