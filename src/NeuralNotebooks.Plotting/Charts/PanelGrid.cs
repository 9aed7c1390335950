namespace NeuralNotebooks.Plotting;

/// <summary>Charts side by side. Shared axes are labelled at the left and bottom only. On a narrow page the charts are
/// stacked.</summary>
/// <param name="axes">What the axes of all panels show.</param>
/// <param name="ownScales">Whether each panel has its own vertical scale; otherwise all have the same.</param>
internal sealed class PanelGrid(LineAxes axes, bool ownScales = false)
{
    // Pixels.
    private const int PanelHeight = 190, NarrowPanelHeight = 170, RowGap = 44, NarrowRowGap = 74, Top = 62, Bottom = 52;
    private const double GapWithoutLabels = 0.045, GapWithLabels = 0.085;

    private readonly double _columnGap = ownScales ? GapWithLabels : GapWithoutLabels;

    private readonly List<string> _titles = [];
    private readonly List<Trace> _traces = [];
    private readonly HashSet<string> _named = [];

    public void Add(string title, IEnumerable<Trace> traces)
    {
        foreach (Trace trace in traces)
        {
            trace.Axes = _titles.Count;
            // One legend entry toggles a series in all panels.
            trace.ShowLegend = _named.Add(trace.Name!);
            trace.LegendGroup = trace.Name!;
            _traces.Add(trace);
        }
        _titles.Add(title);
    }

    /// <param name="shown">The range of the vertical axes, as <see cref="Axis.Range"/> takes it; null for that of the
    /// data.</param>
    public Figure ToFigure(Interval? shown = null)
    {
        Axis horizontal = Axis.Scaled(axes.LogX), vertical = Axis.Scaled(axes.LogY);
        if (shown is { } range)
            vertical.Range = range;
        int columns = _titles.Count is 1 or 2 or 4 ? Math.Min(_titles.Count, 2) : 3;
        (Layout layout, int height) = Arranged(columns, PanelHeight, RowGap, horizontal, vertical);
        (Layout narrow, int narrowHeight) = Arranged(1, NarrowPanelHeight, NarrowRowGap, horizontal, vertical);
        narrow.Height = narrowHeight;
        return new(_traces, layout)
        {
            Height = height,
            Narrow = columns == 1 ? null : narrow,
        };
    }

    private (Layout Layout, int Height) Arranged(
        int columns, int panelHeight, int rowGap, Axis horizontal, Axis vertical)
    {
        int rows = (_titles.Count + columns - 1) / columns, area = (rows * panelHeight) + ((rows - 1) * rowGap);
        double width = (1 - ((columns - 1) * _columnGap)) / columns;
        Layout layout = new() { Margin = (60, 16, Top, Bottom), Legend = new() { ["y"] = 1 + (26.0 / area) } };
        List<Annotation> titles = [];
        for (int k = 0; k < _titles.Count; k++)
        {
            int row = k / columns, column = k % columns;
            double left = column * (width + _columnGap), top = 1 - (row * (panelHeight + rowGap) / (double)area);
            double bottom = Math.Max(0, top - (panelHeight / (double)area));
            bool isLowest = k + columns >= _titles.Count;
            layout.SetAxes(
                k,
                new(horizontal.Copy((left, left + width), Axis.Id("y", k)).Json)
                {
                    Title = isLowest ? axes.X : "",
                    ["showticklabels"] = columns == 1 || isLowest,
                    ["matches"] = k > 0 ? "x" : null,
                },
                new(vertical.Copy((bottom, top), Axis.Id("x", k)).Json)
                {
                    Title = column == 0 ? axes.Y : "",
                    ["showticklabels"] = ownScales || column == 0,
                    ["matches"] = k > 0 && !ownScales ? "y" : null,
                });
            titles.Add(new($"<b>{FigureValues.Verbatim(_titles[k])}</b>")
            {
                X = (left, true, "left"),
                Y = (top, true, "bottom"),
                Font = new(13),
            });
        }
        layout.Annotations = titles;
        return (layout, area + Top + Bottom);
    }
}
