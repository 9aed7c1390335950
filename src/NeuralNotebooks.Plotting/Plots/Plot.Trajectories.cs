namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Contours of a function with the paths of several optimizers, and a slider that moves all of them
    /// through the same steps.</summary>
    /// <param name="f">The function that they descend.</param>
    /// <param name="x">The range of its first variable.</param>
    /// <param name="y">The range of its second variable.</param>
    /// <param name="paths">Named paths; their first points are step 0. A path may leave the picture, or become
    /// infinite: it is drawn to the edge, and the legend says when it left.</param>
    /// <param name="options">The minimum, names of the variables, logarithmic contours, the data of a fit.</param>
    /// <remarks>If there are many steps, the slider shows the first ones, and then only some, each a constant factor
    /// later than the one before.</remarks>
    /// <exception cref="ArgumentException">There is no path, one is empty or does not begin at a finite point, a range
    /// is empty, or the function is not finite everywhere in it.</exception>
    public static Picture Trajectories(
        Surface f, Interval x, Interval y, IEnumerable<(string Name, IEnumerable<Point> Points)> paths,
        TrajectoryOptions? options = null)
    {
        TrajectoryOptions shown = options ?? new();
        ContourField field = new(f, x, y, shown.FunctionName, shown.Logarithmic);
        (string Name, Point[] Points)[] given =
            [.. Checked.NotEmpty(paths, "paths").Select(path => (path.Name, CheckedPath(path)))];
        return TrajectoriesFigure.Of(field, given, shown);
    }

    private static Point[] CheckedPath((string Name, IEnumerable<Point> Points) path)
    {
        Point[] points = Checked.NotEmpty(path.Points, $"points of the path '{path.Name}'");
        return double.IsFinite(points[0].X) && double.IsFinite(points[0].Y)
            ? points
            : throw new ArgumentException(
                $"The path '{path.Name}' begins at ({NumberText.Plain(points[0].X)}, "
                + $"{NumberText.Plain(points[0].Y)}): a path begins at a finite point.", nameof(path));
    }
}
