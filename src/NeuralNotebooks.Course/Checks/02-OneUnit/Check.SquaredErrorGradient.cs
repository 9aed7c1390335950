namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LinearLayer> _squaredErrorGradient = new()
    {
        Cases = () =>
            [LinearLayer.OfNotebook02(), LinearLayer.OfOneUnit(features: 3, examples: 5),
            LinearLayer.OfOneUnit(features: 2, examples: 1),
            LinearLayer.OfOneUnit(features: 7, examples: 4)],
        Describe = l => $"for {TextOf.Count(l.Examples, "example")} with {TextOf.Count(l.Input.Rows, "feature")}",
        FailsLater = ("A size of the first case is hard-coded.", "Take it from the matrices: `X.Rows`, `X.Columns`."),
        HasMean = true,
        Praise = "Both slopes agree for one to seven features, and for a batch of one.",
        Parts = l => l.OneUnit,
    };

    /// <summary>Notebook 02: ∂L/∂w and ∂L/∂b of L = 1/m Σ ½(y − s)² with s = wX + b.</summary>
    /// <param name="gradient">From w (1 × n), b (1 × 1), X (n × m) and y (1 × m).</param>
    public static Verdict SquaredErrorGradient(Func<M, M, M, M, (M dw, M db)> gradient) =>
        _squaredErrorGradient.Judge(l => gradient(l.W, l.B, l.Input, l.Y)).Keep("SquaredErrorGradient");
}
