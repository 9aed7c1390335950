using System.Collections;

namespace NeuralNotebooks.Course;

/// <summary>
/// One part of an answer, such as ∂L/∂W₁: its right formula, and the known mistakes, likelier ones first. A mistake is
/// a
/// change of the case, after which the right formula gives the wrong value, or another formula.
/// </summary>
/// <param name="name">The part's name in a verdict.</param>
/// <param name="right">The right value for a case.</param>
internal sealed class Part<TCase>(string name, Func<TCase, M> right) : IEnumerable<Mistake<TCase>>
{
    private readonly List<Mistake<TCase>> _mistakes = [];

    /// <summary>A part that is one number: one row and one column.</summary>
    public Part(string name, Func<TCase, double> right)
        : this(name, c => Matrix.Column(right(c)))
    {
    }

    public string Name => name;

    public Func<TCase, M> Right => right;

    public void Add(string sentence, Func<TCase, TCase> change, VerdictState state = Almost) =>
        Add(sentence, c => right(change(c)), state);

    public void Add(string sentence, Func<TCase, double> wrong, VerdictState state = Almost) =>
        Add(sentence, c => Matrix.Column(wrong(c)), state);

    public void Add(string sentence, Func<TCase, M> wrong, VerdictState state = Almost) =>
        _mistakes.Add(new(sentence, wrong, state));

    /// <summary>Mistakes that show in several parts.</summary>
    public void Add(Changes<TCase> changes) => Add(changes.In<TCase>((c, change) => right(change(c))));

    /// <inheritdoc cref="Add(Changes{TCase})"/>
    public void Add(IEnumerable<Mistake<TCase>> mistakes) => _mistakes.AddRange(mistakes);

    /// <summary>The mistakes in something that is made of many cases.</summary>
    /// <param name="over">From the whole and a formula to the value of the part.</param>
    public IEnumerable<Mistake<TWhole>> In<TWhole>(Func<TWhole, Func<TCase, M>, M> over) =>
        _mistakes.Select(one => new Mistake<TWhole>(one.Sentence, whole => over(whole, one.Wrong), one.State));

    public IEnumerator<Mistake<TCase>> GetEnumerator() => _mistakes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
