namespace NeuralNotebooks.Course;

/// <summary>
/// Mistakes that show in several values: what to say, and the case with something changed. Likelier ones come first.
/// </summary>
internal sealed class Changes<T> : List<(string Sentence, T Changed, VerdictState State)>
{
    public void Add(string sentence, T changed, VerdictState state = Almost) => Add((sentence, changed, state));

    /// <summary>The mistakes in a value.</summary>
    public IEnumerable<Mistake> In(Func<T, M> right) =>
        this.Select(one => new Mistake(one.Sentence, () => right(one.Changed), one.State));
}
