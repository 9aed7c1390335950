namespace NeuralNotebooks.Plotting;

internal sealed record ClassPoints(
    (string Name, double[] Values) X, (string Name, double[] Values) Y, int[] Labels, string[] ClassNames)
{
    public static ClassPoints Of<T>(Dataset<T> set, int horizontal, int vertical)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(
            Feature(horizontal, nameof(horizontal)), Feature(vertical, nameof(vertical)), set.Labels(),
            Names(set.ClassNames, set.ClassCount));

        (string Name, double[] Values) Feature(int feature, string parameter)
        {
            if (feature < 0 || feature >= set.Features.Rows)
                throw new ArgumentOutOfRangeException(
                    parameter, feature,
                    $"X is {Shape.Of(set.Features)}: its features are 0 … {set.Features.Rows - 1}.");
            return (FeatureName(set, feature),
                [.. Enumerable.Range(0, set.Count).Select(i => double.CreateChecked(set.Features[feature, i]))]);
        }
    }

    public static string FeatureName<T>(Dataset<T> set, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => set.FeatureNames?[feature] ?? $"x[{feature}]";

    /// <summary>The names of all classes; their numbers where they have none.</summary>
    /// <exception cref="ArgumentException">There are fewer names than classes.</exception>
    public static string[] Names(IReadOnlyList<string>? names, int classes)
    {
        if (names is not null && names.Count < classes)
            throw new ArgumentException($"There are {names.Count} class names and {classes} classes.", nameof(names));
        return names is null ? [.. Enumerable.Range(0, classes).Select(k => $"class {k}")] : [.. names];
    }

    public IEnumerable<FigurePart> Traces() => Traces([.. Labels.Select((_, i) => i)], showLegend: true);

    /// <summary>Some of the points once more, so that no point of another class hides them.</summary>
    public IEnumerable<FigurePart> TracesOnTop(int[] examples) =>
        Traces(examples, showLegend: false).Select(trace => trace.With(new() { ["hoverinfo"] = "skip" }));

    private IEnumerable<FigurePart> Traces(int[] examples, bool showLegend)
    {
        for (int k = 0; k < ClassNames.Length; k++)
        {
            Point[] members = [.. examples.Where(i => Labels[i] == k).Select(i => (X.Values[i], Y.Values[i]))];
            if (members.Length == 0)
                continue;
            FigurePart marker = Marker(
                Palette.Of(k), MarkerSize(Labels.Length), Palette.Symbol(k), line: Stroke(Palette.Ground, 1));
            yield return Points(members, marker, ClassNames[k], showLegend);
        }
    }

    public PlaneGrid Grid(int count) => PlaneGrid.Of(X.Values, Y.Values, count);

    public FigurePart PlaneLayout(PlaneGrid grid, double maxStretch) =>
        FigureLayout.PlaneLayout(X.Name, (grid.X[0], grid.X[^1]), Y.Name, (grid.Y[0], grid.Y[^1]), maxStretch);
}
