namespace NeuralNotebooks.Course;

/// <summary>
/// The path of an optimizer over a function of two variables, computed elsewhere, as an independent reference.
/// </summary>
/// <param name="Function">"ravine", "rosenbrock" or "beale".</param>
/// <param name="Rule">"gradient descent", "momentum", "rmsprop" or "adam".</param>
/// <param name="LearningRate">α.</param>
/// <param name="Path">(x, y) at the start, in row 0, and after each step.</param>
/// <param name="Beta">β of Momentum and RMSProp, else 0.</param>
/// <param name="Beta1">β₁ of Adam, else 0.</param>
/// <param name="Beta2">β₂ of Adam, else 0.</param>
/// <param name="Epsilon">ε of RMSProp and Adam, else 0.</param>
public sealed record OptimizerPath(string Function, string Rule, double LearningRate, M Path, double Beta = 0,
    double Beta1 = 0, double Beta2 = 0, double Epsilon = 0)
{
    /// <summary>The first point of the path.</summary>
    public (double X, double Y) Start => (Path[0, 0], Path[0, 1]);

    /// <summary>The number of steps.</summary>
    public int Steps => Path.Rows - 1;

    /// <summary>Loads all paths of <c>data/torch/optimizer-paths.json</c>, wherever the notebook is.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static IReadOnlyList<OptimizerPath> LoadAll() =>
        ReferenceFile.Read<PathFile>("optimizer-paths").Paths;

    private sealed record PathFile(IReadOnlyList<OptimizerPath> Paths);
}
