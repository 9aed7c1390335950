namespace NeuralNotebooks.Course;

/// <summary>One part of the answer for a case, such as ∂L/∂W₁: its right value, and the values of the known mistakes,
/// likelier ones first. A mistake is another value, or a changed case, for which the right formula gives the wrong
/// value. Every case has the same mistakes, in the same order.</summary>
internal sealed class Part<TCase>(string name, Func<TCase, M> right) : List<Mistake>
{
    public Part(string name, Func<TCase, double> right)
        : this(name, c => Matrix.Column(right(c)))
    {
    }

    public string Name => name;

    public M Right(TCase input) => right(input);

    public void Add(Hint hint, TCase changed, VerdictState state = Almost) => Add(hint, () => right(changed), state);

    public void Add(Hint hint, double wrong, VerdictState state = Almost) =>
        Add(hint, () => Matrix.Column(wrong), state);

    public void Add(Hint hint, M wrong, VerdictState state = Almost) => Add(hint, () => wrong, state);

    /// <summary>A value that cannot be computed in every case, since its shapes do not always fit.</summary>
    public void Add(Hint hint, Func<M> wrong, VerdictState state = Almost) => Add(new Mistake(hint, wrong, state));

    public void Add(Changes<TCase> changes) => changes.ForEach(one => Add(one.Hint, one.Changed, one.State));

    public void Add(IEnumerable<Mistake> mistakes) => AddRange(mistakes);
}
