namespace NeuralNotebooks.Plotting;

/// <summary>Options for a picture of paths on a surface.</summary>
public sealed record TrajectoryOptions
{
    /// <summary>The minimum, which is marked by a star; none is drawn if it is null.</summary>
    public Point? Minimum { get; init; }

    /// <summary>What the first variable is, with its unit.</summary>
    public string XName { get; init; } = "x";

    /// <summary>What the second variable is, with its unit.</summary>
    public string YName { get; init; } = "y";

    /// <summary>What the function is, such as "loss".</summary>
    public string FunctionName { get; init; } = "f";

    /// <summary>Whether the contours are those of log₁₀ f, for functions that grow steeply.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>The steps that are marked by dots on the paths, whose lines are then thin and solid: they show how long
    /// the steps are. Null for no dots.</summary>
    public IEnumerable<int>? MarkedSteps { get; init; }
}
