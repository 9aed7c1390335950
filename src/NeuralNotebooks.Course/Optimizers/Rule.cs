namespace NeuralNotebooks.Course;

/// <summary>An optimizer written as its formula for one parameter, <c>new Rule(p =&gt; p.w -= 0.1 * p.g)</c>, or as a
/// function that changes matrices.</summary>
/// <remarks>The learning rate is part of the formula. <c>LearningRate</c>, which a schedule changes, begins at 1 and
/// multiplies the whole step. A rule shows a formula; the library's optimizers are faster.</remarks>
/// <param name="update">Changes <c>w</c>, and <c>V</c> and <c>S</c> if it uses averages.</param>
public sealed class Rule(Action<Parameter> update)
    : Optimizer<double>(learningRate: 1, averagesGradients: true, averagesSquares: true)
{
    private readonly Action<Parameter> _update = update ?? throw new ArgumentNullException(nameof(update));
    private readonly Parameter _p = new();
    private readonly Action<M, M, M, M, int>? _step;

    /// <param name="step">From w, g, V, S and t. It changes w, V and S.</param>
    public Rule(Action<M, M, M, M, int> step)
        : this(_ => { }) =>
        _step = step ?? throw new ArgumentNullException(nameof(step));

    /// <inheritdoc/>
    protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
    {
        double[] before = [.. w];
        if (_step is not null)
        {
            M W = Matrix.Column<double>(w), v = Matrix.Column<double>(V), s = Matrix.Column<double>(S);
            _step(W, Matrix.Column(g), v, s, StepCount);
            W.AsSpan().CopyTo(w);
            v.AsSpan().CopyTo(V);
            s.AsSpan().CopyTo(S);
        }
        _p.t = StepCount;
        for (int i = 0; i < w.Length; i++)
        {
            (_p.w, _p.g, _p.V, _p.S) = (w[i], g[i], V[i], S[i]);
            _update(_p);
            (w[i], V[i], S[i]) = (_p.w, _p.V, _p.S);
        }
        for (int i = 0; LearningRate != 1 && i < w.Length; i++)
            w[i] = before[i] + LearningRate * (w[i] - before[i]);
    }
}
