namespace NeuralNotebooks.Plotting;

internal sealed class ContourField
{
    private const int Resolution = 80;

    private readonly PlaneGrid _grid;
    private readonly double[][] _heights;
    private readonly bool _logarithmic;
    private readonly string _name;

    /// <exception cref="ArgumentException">A range is empty, or the function is not finite everywhere (or, where its
    /// logarithm is drawn, negative somewhere).</exception>
    public ContourField(Surface f, Interval x, Interval y, string name, bool logarithmic)
    {
        ArgumentNullException.ThrowIfNull(f);
        (Function, _name, _logarithmic) = (f, name, logarithmic);
        (X, Y) = (Checked.Range(x), Checked.Range(y));
        _grid = new(Intervals.EvenlySpaced(X.From, X.To, Resolution), Intervals.EvenlySpaced(Y.From, Y.To, Resolution));
        double[][] heights = [.. _grid.Y.Select(b => _grid.X.Select(a => Value(f, a, b)).ToArray())];
        if (logarithmic)
            heights = Logarithms(heights);
        // Four digits draw the same contours and keep the page small.
        _heights = [.. heights.Select(row => Array.ConvertAll(row, height => SignificantDigits.Round(height, 4)))];
    }

    public Surface Function { get; }

    public Interval X { get; }

    public Interval Y { get; }

    /// <summary>The contours in grey, since lines are drawn on them. The layout has their <see cref="ColorAxis"/>,
    /// whose colour bar the page's script leaves out on a narrow page.</summary>
    public FigurePart Contours() => Field("contour", _heights, _grid, new()
    {
        ["showlegend"] = false,
        ["ncontours"] = 24,
        ["line"] = Stroke(Palette.Faint(Palette.Ink, 0.18), 1),
        ["hovertemplate"] = _logarithmic
            ? $"(%{{x:.4g}}, %{{y:.4g}}), log₁₀ {_name} = %{{z:.3f}}<extra></extra>"
            : $"(%{{x:.4g}}, %{{y:.4g}}), {_name} = %{{z:.4g}}<extra></extra>",
        ["coloraxis"] = "coloraxis",
    });

    public FigurePart ColorAxis() => new() { ["colorbar"] = Bar(), ["colorscale"] = Palette.Relief };

    // The colour bar of a logarithm is labelled with the values of f, at powers of ten.
    private FigurePart Bar()
    {
        FigurePart bar = CourseTemplate.ColorBar.With(new());
        int low = (int)Math.Ceiling(_heights.Min(row => row.Min())),
            high = (int)Math.Floor(_heights.Max(row => row.Max()));
        bool hasPowers = _logarithmic && high > low;
        bar["title"] = new FigurePart
        {
            ["text"] = _logarithmic && !hasPowers ? $"log₁₀ {_name}" : _name,
            ["side"] = "top",
        };
        if (hasPowers)
        {
            // Powers of ten in the markup of plotly.js.
            int step = 1 + ((high - low) / 8);
            int[] powers = [.. Enumerable.Range(low, high - low + 1).Where(power => (power - low) % step == 0)];
            (bar["tickmode"], bar["tickvals"]) = ("array", powers);
            bar["ticktext"] = powers.Select(power => $"10<sup>{NumberText.Plain(power)}</sup>");
        }
        return bar;
    }

    private double Value(Surface f, double a, double b)
    {
        double value = f(a, b);
        return double.IsFinite(value) && !(_logarithmic && value < 0)
            ? value
            : throw new ArgumentException(
                $"The function is {NumberText.Plain(value)} at ({NumberText.Plain(a)}, {NumberText.Plain(b)}): "
                    + $"{(_logarithmic ? "its logarithm" : "it")} must be finite everywhere in the range.", nameof(f));
    }

    // A minimum of 0 on the grid has no logarithm: it is drawn at its lowest neighbour's.
    private static double[][] Logarithms(double[][] heights)
    {
        double least = heights.SelectMany(row => row).Where(height => height > 0).DefaultIfEmpty().Min();
        return least > 0
            ? [.. heights.Select(row => Array.ConvertAll(row, height => Math.Log10(Math.Max(height, least))))]
            : throw new ArgumentException("The function is 0 everywhere in the range: its logarithm must be finite.");
    }
}
