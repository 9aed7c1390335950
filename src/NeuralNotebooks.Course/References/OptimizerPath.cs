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

    /// <summary>The library's optimizer with the same rule and settings.</summary>
    public Optimizer<double> NewOptimizer() => Rule switch
    {
        "momentum" => new Momentum<double>(LearningRate, Beta),
        "rmsprop" => new RmsProp<double>(LearningRate, Beta, Epsilon),
        "adam" => new Adam<double>(LearningRate, Beta1, Beta2, Epsilon),
        _ => new GradientDescent<double>(LearningRate),
    };

    /// <summary>The largest distance between this path and another at the same step.</summary>
    /// <exception cref="ArgumentException">The other path has another number of steps.</exception>
    public double LargestDistance(IReadOnlyList<(double X, double Y)> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Count == Path.Rows
            ? other.Select((point, step) => double.Hypot(point.X - Path[step, 0], point.Y - Path[step, 1])).Max()
            : throw new ArgumentException(
                Invariant($"The other path has {other.Count - 1} steps and this one {Steps}."),
                nameof(other));
    }

    /// <summary>Loads all paths of <c>data/torch/optimizer-paths.json</c>, wherever the notebook is.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="InvalidDataException">The file does not hold paths.</exception>
    public static IReadOnlyList<OptimizerPath> LoadAll() =>
        ReferenceFile.Read<PathFile>(ReferenceFile.Find("optimizer-paths.json"), "paths of optimizers").Paths;

    private sealed record PathFile(IReadOnlyList<OptimizerPath> Paths);
}
