namespace NeuralNotebooks.Course;

/// <summary>
/// Some steps of an optimizer that keeps one average of a parameter: V of Momentum, S of RMSProp.
/// The gradients are given, so that a wrong step does not change those after it.
/// </summary>
internal sealed record AverageCase(double w, double Average, double[] g, double α, double β, double ε = 0)
{
    /// <summary>The average after each step, then the parameter after each step.</summary>
    /// <param name="step">From w, its average and its gradient to the new w and average.</param>
    public (M Averages, M Parameters) Run(Func<double, double, double, (double w, double Average)> step)
    {
        (double w, double Average) now = (w, Average);
        M averages = Matrix.Zeros<double>(1, g.Length), parameters = Matrix.Zeros<double>(1, g.Length);
        for (int t = 0; t < g.Length; t++)
        {
            now = step(now.w, now.Average, g[t]);
            (parameters[0, t], averages[0, t]) = now;
        }

        return (averages, parameters);
    }

    /// <summary>A part for the average in one step as a part for that in all steps.</summary>
    public static Part<AverageCase> Averages(Part<AverageStep> part) => part.Over<AverageCase>((c, formula) =>
        c.Run((w, old, g) => c.At(w, old, g) is var s ? (s.Average, formula(s)[0, 0]) : default).Averages);

    /// <summary>A part for the new w in one step as a part for that in all steps, with the right averages.</summary>
    public static Part<AverageCase> Moves(Part<AverageStep> part) => part.Over<AverageCase>((c, formula) =>
        c.Run((w, old, g) => c.At(w, old, g) is var s ? (formula(s)[0, 0], s.Average) : default).Parameters);

    /// <summary>The case in a sentence.</summary>
    public Sentence Describe(string average) =>
        $"in the steps with g = {string.Join(", ", g.Select(Readable.Number))}, from w = {w} and {average} = "
            + $"{Average}, "
        + $"with α = {α}, β = {β}{(ε > 0 ? ", ε = " + Readable.Number(ε) : "")}";

    private AverageStep At(double w, double old, double g) => new(w, old, g, α, β, ε);
}

/// <summary>One step: what the average keeps of its old value, gains of the new one, and which that is.</summary>
internal sealed record AverageStep(double w, double Old, double g, double α, double β, double ε)
{
    public double Keep { get; init; } = β;

    public double Gain { get; init; } = 1 - β;

    // Only RMSProp has an ε.
    public double Of { get; init; } = ε > 0 ? g * g : g;

    public double Average => Keep * Old + Gain * Of;
}
