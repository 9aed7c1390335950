namespace NeuralNotebooks.Course;

/// <summary>An optimizer written as its formula for one parameter: <c>new Rule(p =&gt; p.w -= 0.1 * p.g)</c>.</summary>
/// <remarks>
/// The learning rate is part of the formula, so a schedule does not change it. A rule shows a formula; the library's
/// optimizers are faster.
/// </remarks>
/// <param name="update">Changes <c>w</c>, and <c>V</c> and <c>S</c> if it uses averages.</param>
public sealed class Rule(Action<Parameter> update)
    : Optimizer<double>(learningRate: 1, averagesGradients: true, averagesSquares: true)
{
    private readonly Action<Parameter> _update = update ?? throw new ArgumentNullException(nameof(update));
    private readonly Parameter _p = new();

    /// <summary>Adam as notebook 06 writes its formula, with corrected averages and ε outside the root.</summary>
    /// <param name="α">The learning rate.</param>
    /// <param name="β1">The averaging factor of the gradients.</param>
    /// <param name="β2">The averaging factor of their squares.</param>
    /// <param name="ε">Avoids a division by zero.</param>
    public static Rule Adam(double α, double β1, double β2, double ε) => new(p =>
    {
        p.V = β1 * p.V + (1 - β1) * p.g;
        p.S = β2 * p.S + (1 - β2) * (p.g * p.g);
        p.w -= α * (p.V / (1 - Pow(β1, p.t))) / (Sqrt(p.S / (1 - Pow(β2, p.t))) + ε);
    });

    /// <inheritdoc/>
    protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
    {
        _p.t = StepCount;
        for (int i = 0; i < w.Length; i++)
        {
            (_p.w, _p.g, _p.V, _p.S) = (w[i], g[i], V[i], S[i]);
            _update(_p);
            (w[i], V[i], S[i]) = (_p.w, _p.V, _p.S);
        }
    }
}
