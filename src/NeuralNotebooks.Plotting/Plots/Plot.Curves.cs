namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Lines in one chart: <c>Plot.Curves([new("Adam", x, y)], x: "step", y: "loss")</c>.</summary>
    /// <param name="curves">The lines.</param>
    /// <param name="x">What the horizontal axis shows, with the unit.</param>
    /// <param name="y">What the vertical axis shows, with the unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <exception cref="ArgumentException">There is no curve, or one has a value that an axis cannot show, or different
    /// numbers of x and y values.</exception>
    public static Picture Curves(
        IEnumerable<Curve> curves, string x = "x", string y = "y", string title = "", bool logY = false)
    {
        LineAxes axes = new(x, y, logY);
        FigurePart[] traces = [.. Checked.NotEmpty(curves, "curves")
            .Select((curve, k) => curve.CheckedOn(axes).ToTrace(k))];
        return Picture.Of(axes.ToFigure(traces)).WithTitle(title);
    }
}
