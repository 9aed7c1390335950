using NeuralNotebooks.Plotting;

namespace NeuralNotebooks.Course;

/// <summary>The paths of optimizers over a function of two variables.</summary>
public static class Walk
{
    /// <summary>
    /// The points that an optimizer reaches after 0, 1, …, <paramref name="steps"/> steps. Its averages are cleared
    /// first.
    /// </summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="gradient">(∂f/∂x, ∂f/∂y) at a point.</param>
    /// <param name="start">The first point.</param>
    /// <param name="steps">How many steps it takes.</param>
    public static (double X, double Y)[] Path(Optimizer<double> optimizer, Func<double, double, double[]> gradient,
        (double X, double Y) start, int steps)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        optimizer.Reset();
        double[] w = [start.X, start.Y];
        var path = new (double X, double Y)[steps + 1];
        path[0] = start;
        for (int t = 1; t <= steps; t++)
        {
            optimizer.Step(w, gradient(w[0], w[1]));
            path[t] = (w[0], w[1]);
        }

        return path;
    }

    /// <summary>The first step that ends within <paramref name="distance"/> of a goal; −1 if none does.</summary>
    public static int FirstWithin(IEnumerable<(double X, double Y)> path, (double X, double Y) goal,
        double distance = 0.05) =>
        Array.FindIndex([.. path], point => Distance(point, goal) < distance);

    /// <summary>The step from which on a path stays within <paramref name="distance"/> of a goal; the number of the
    /// last step + 1 if it ends outside.</summary>
    public static int StaysFrom(IEnumerable<(double X, double Y)> path, (double X, double Y) goal,
        double distance = 0.05) =>
        1 + Array.FindLastIndex([.. path], point => !(Distance(point, goal) < distance));

    /// <summary>The part of the distance to the minimum that a step of Momentum finally leaves, along a direction of
    /// one curvature.</summary>
    /// <remarks>Along it the next w is p w − β (the w before), where p = 1 + β − (1 − β) α λ. So the distance shrinks
    /// like the powers of the larger root of q² − p q + β = 0.</remarks>
    /// <param name="α">The learning rate.</param>
    /// <param name="β">The averaging factor; 0 is plain gradient descent.</param>
    /// <param name="λ">The curvature.</param>
    public static double MomentumLeaves(double α, double β, double λ) => Ravine.Factor((α, β), λ);

    /// <summary>The Euclidean distance between two points.</summary>
    public static double Distance((double X, double Y) from, (double X, double Y) to) =>
        double.Hypot(to.X - from.X, to.Y - from.Y);

    /// <summary>
    /// The paths of several optimizers from one start, with their names, as <c>Plot.Trajectories</c> takes them.
    /// </summary>
    /// <param name="racers">Names and optimizers.</param>
    /// <param name="gradient">(∂f/∂x, ∂f/∂y) at a point.</param>
    /// <param name="start">The first point of all paths.</param>
    /// <param name="steps">How many steps each takes.</param>
    public static (string Name, IEnumerable<(double X, double Y)> Points)[] Race(
        IEnumerable<(string Name, Optimizer<double> Optimizer)> racers, Func<double, double, double[]> gradient,
            (double X, double Y) start, int steps) =>
        [.. racers.Select(racer => (racer.Name, Path(racer.Optimizer, gradient, start, steps).AsEnumerable()))];
}
