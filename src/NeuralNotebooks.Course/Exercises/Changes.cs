namespace NeuralNotebooks.Course;

/// <summary>
/// Mistakes that show in several values: what to say, and the case with something changed. Likelier ones come first.
/// </summary>
internal sealed class Changes<T> : List<(string Sentence, T Changed, VerdictState State)>
{
    public void Add(string sentence, T changed, VerdictState state = Almost) => Add((sentence, changed, state));
}
