namespace NeuralNotebooks.Course;

/// <summary>
/// Mistakes that affect several parts of an answer: the sentence to the student, and the case with the mistake made in
/// it. Likelier ones come first.
/// </summary>
internal sealed class Changes<T> : List<(string Sentence, T Changed, VerdictState State)>
{
    public void Add(string sentence, T changed, VerdictState state = Almost) => Add((sentence, changed, state));
}
