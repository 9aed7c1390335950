using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>A function of two variables on a grid, for contours.</summary>
internal sealed class ContourField
{
    private const int Resolution = 80;

    // The width of a drawing on a phone, in pixels.
    private const int NarrowWidth = 270;

    private readonly double[][] _heights;
    private readonly bool _logarithmic;

    /// <param name="f">The function.</param>
    /// <param name="x">The range of its first variable.</param>
    /// <param name="y">The range of its second variable.</param>
    /// <param name="logarithmic">Whether log₁₀ f is drawn.</param>
    /// <exception cref="ArgumentException">A range is empty, or the function is not finite everywhere (or, where its logarithm is drawn, negative somewhere).</exception>
    public ContourField(Func<double, double, double> f, (double From, double To) x, (double From, double To) y, bool logarithmic)
    {
        ArgumentNullException.ThrowIfNull(f);
        CheckRange(x, nameof(x));
        CheckRange(y, nameof(y));
        _logarithmic = logarithmic;
        X = Plot.Range(x.From, x.To, Resolution);
        Y = Plot.Range(y.From, y.To, Resolution);
        _heights = [.. Y.Select(b => X.Select(a => Value(f, a, b)).ToArray())];
        if (logarithmic)
            TakeLogarithms();
        foreach (double[] row in _heights)
        {
            for (int i = 0; i < row.Length; i++)
                row[i] = Rounded(row[i]);
        }
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>The contours: in viridis, or in grey where lines are drawn on them.</summary>
    public GenericChart Contours(bool behindLines) => behindLines
        ? Chart.Contour<double, double, double, string>(zData: _heights, X: X, Y: Y, NContours: 24, ColorScale: Palette.Relief(), ShowLegend: false)
        : Chart.Contour<double, double, double, string>(zData: _heights, X: X, Y: Y, NContours: 24, ShowLegend: false);

    /// <summary>What Chart.Contour has no argument for: thin lines between levels, and a titled colour bar.</summary>
    public void Style(JsonObject trace, bool behindLines)
    {
        trace["line"] = new JsonObject { ["width"] = 1, ["color"] = behindLines ? Palette.Ink + "/0.18" : "rgba(255,255,255,0.35)" };
        JsonObject bar = new() { ["title"] = new JsonObject { ["text"] = "f", ["side"] = "top" } };
        if (_logarithmic)
            AddPowers(bar);
        trace["colorbar"] = bar;
        trace["hovertemplate"] = _logarithmic ? "(%{x:.4g}, %{y:.4g}), log₁₀ f = %{z:.3f}<extra></extra>" : "(%{x:.4g}, %{y:.4g}), f = %{z:.4g}<extra></extra>";
    }

    /// <summary>Makes the colour bar a part of the layout, so that a narrow page, which has no room for it, can leave it out.</summary>
    public static JsonObject TakeScale(JsonObject trace)
    {
        JsonObject bar = trace["colorbar"]!.DeepClone().AsObject();
        (bar["outlinewidth"], bar["thickness"]) = (0, 14);
        JsonObject scale = new() { ["colorbar"] = bar };
        if (trace["colorscale"] is { } colours)
            scale["colorscale"] = colours.DeepClone();
        trace.Remove("colorbar");
        trace.Remove("colorscale");
        trace["coloraxis"] = "coloraxis";
        return scale;
    }

    /// <summary>The layout on a narrow page: no colour bar, and no higher than equal scales need.</summary>
    /// <param name="scale">The colour bar of a wide page.</param>
    /// <param name="x">The horizontal range.</param>
    /// <param name="y">The vertical range.</param>
    /// <param name="around">The pixels above and below the drawing.</param>
    public static JsonObject Narrow(JsonObject scale, (double From, double To) x, (double From, double To) y, int around)
    {
        JsonObject bare = scale.DeepClone().AsObject();
        bare["showscale"] = false;
        return new() { ["coloraxis"] = bare, ["height"] = around + (int)Math.Clamp(NarrowWidth * (y.To - y.From) / (x.To - x.From), 150, 330) };
    }

    // The colour bar is labelled with the values of f, at powers of ten.
    private void AddPowers(JsonObject bar)
    {
        int low = (int)Math.Ceiling(_heights.Min(row => row.Min())), high = (int)Math.Floor(_heights.Max(row => row.Max()));
        if (high <= low)
        {
            bar["title"]!["text"] = "log₁₀ f";
            return;
        }
        int step = 1 + ((high - low) / 8);
        int[] powers = [.. Enumerable.Range(low, high - low + 1).Where(power => (power - low) % step == 0)];
        bar["tickvals"] = new JsonArray([.. powers.Select(power => (JsonNode)power)]);
        bar["ticktext"] = new JsonArray([.. powers.Select(power => (JsonNode)Styling.PowerOfTen(power))]);
    }

    private double Value(Func<double, double, double> f, double a, double b)
    {
        double value = f(a, b);
        return double.IsFinite(value) && !(_logarithmic && value < 0)
            ? value
            : throw new ArgumentException(
                $"The function is {NumberText.Plain(value)} at ({NumberText.Plain(a)}, {NumberText.Plain(b)}): {(_logarithmic ? "its logarithm" : "it")} must be finite everywhere in the range.", nameof(f));
    }

    // A minimum of 0 on the grid has no logarithm: it is drawn at its lowest neighbour's.
    private void TakeLogarithms()
    {
        double[] positive = [.. _heights.SelectMany(row => row).Where(height => height > 0)];
        if (positive.Length == 0)
            throw new ArgumentException("The function is 0 everywhere in the range: its logarithm must be finite.");
        double least = positive.Min();
        foreach (double[] row in _heights)
        {
            for (int i = 0; i < row.Length; i++)
                row[i] = Math.Log10(Math.Max(row[i], least));
        }
    }

    // Four digits draw the same contours and keep the page small.
    private static double Rounded(double height) =>
        height == 0 ? 0 : Math.Round(height, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(height))), 0, 15));

    private static void CheckRange((double From, double To) range, string name)
    {
        if (!double.IsFinite(range.From) || !double.IsFinite(range.To) || range.From >= range.To)
            throw new ArgumentException($"The range from {NumberText.Plain(range.From)} to {NumberText.Plain(range.To)} is empty: it must go from a smaller to a larger number.", name);
    }
}
