namespace NeuralNotebooks.Plotting;

/// <summary>The pictures of the course, each drawn by one call. Each has an alternative text.</summary>
public static partial class Plot
{
    /// <summary>Lines in several panels, with shared axes by default: <c>Plot.SmallMultiples([("Adam", [new("0.1",
    /// x, y)]), ("RMSProp", …)], x: "step", y: "loss")</c>.</summary>
    /// <param name="panels">A title for each panel, and its curves; a curve of the same name has the same colour in
    /// every panel.</param>
    /// <param name="x">What the horizontal axes show, with the unit.</param>
    /// <param name="y">What the vertical axes show, with the unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logY">Whether the vertical axes are logarithmic.</param>
    /// <param name="ownScales">Whether each panel has its own vertical scale; otherwise all have the same.</param>
    /// <exception cref="ArgumentException">There is no panel, one has no curve, or a curve has a value that an axis
    /// cannot show, or different numbers of x and y values.</exception>
    public static Picture SmallMultiples(
        IEnumerable<(string Panel, IEnumerable<Curve> Curves)> panels,
        string x = "x", string y = "y", string title = "", bool logY = false, bool ownScales = false)
    {
        LineAxes axes = new(x, y, logY);
        (string Panel, Curve[] Curves)[] all = [.. Checked.NotEmpty(panels, "panels").Select(panel => (
            panel.Panel,
            Checked.NotEmpty(panel.Curves, $"series in the panel '{panel.Panel}'")
                .Select(curve => curve.CheckedOn(axes, $" in the panel '{panel.Panel}'"))
                .ToArray()))];
        string[] names = [.. all.SelectMany(panel => panel.Curves).Select(line => line.Name).Distinct()];
        PanelGrid grid = new(axes, ownScales);
        foreach ((string panel, Curve[] lines) in all)
            grid.Add(panel, lines.Select(line => line.ToTrace(Array.IndexOf(names, line.Name))));
        Figure figure = grid.ToFigure();
        if (names.Length == 1)
            figure.Layout["showlegend"] = false;
        string caption = all.Length == 1 ? ""
            : ownScales ? "Each panel has its own vertical scale."
            : "All panels have the same axes.";
        return Picture.Of(figure).WithTitle(title).WithCaption(caption);
    }
}
