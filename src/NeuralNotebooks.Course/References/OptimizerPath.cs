namespace NeuralNotebooks.Course;

/// <summary>The path of an optimizer over a function of two variables, computed elsewhere, as an independent reference.</summary>
public sealed record OptimizerPath
{
    /// <summary>"ravine", "rosenbrock" or "beale".</summary>
    public required string Function { get; init; }

    /// <summary>"gradient descent", "momentum", "rmsprop" or "adam".</summary>
    public required string Rule { get; init; }

    /// <summary>α.</summary>
    public required double LearningRate { get; init; }

    /// <summary>β of Momentum and RMSProp, else 0.</summary>
    public double Beta { get; init; }

    /// <summary>β₁ of Adam, else 0.</summary>
    public double Beta1 { get; init; }

    /// <summary>β₂ of Adam, else 0.</summary>
    public double Beta2 { get; init; }

    /// <summary>ε of RMSProp and Adam, else 0.</summary>
    public double Epsilon { get; init; }

    /// <summary>(x, y) at the start, in row 0, and after each step.</summary>
    public required Matrix<double> Path { get; init; }

    /// <summary>Loads all paths of <c>data/torch/optimizer-paths.json</c>, wherever the notebook lies.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="InvalidDataException">The file does not hold paths.</exception>
    public static IReadOnlyList<OptimizerPath> LoadAll() =>
        ReferenceFile.Read<PathFile>(ReferenceFile.Find("optimizer-paths.json"), "paths of optimizers").Paths;

    private sealed record PathFile(IReadOnlyList<OptimizerPath> Paths);
}
