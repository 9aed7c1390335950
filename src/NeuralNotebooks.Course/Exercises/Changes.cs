namespace NeuralNotebooks.Course;

/// <summary>
/// A table of mistakes: what to say, and what is changed in the correct calculation. Likelier ones come first.
/// </summary>
internal sealed class Changes<T> : List<(string Sentence, Func<T, T> Change, VerdictState State)>
{
    public void Add(string sentence, Func<T, T> change, VerdictState state = Almost) => Add((sentence, change, state));

    /// <summary>The mistakes in a part of an answer, which is computed from a case and the change.</summary>
    public IEnumerable<Mistake<TCase>> In<TCase>(Func<TCase, Func<T, T>, M> wrong) =>
        this.Select(one => new Mistake<TCase>(one.Sentence, c => wrong(c, one.Change), one.State));
}
