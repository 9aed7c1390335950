namespace NeuralNotebooks.Plotting;

/// <summary>Charts side by side. Shared axes are labelled at the left and bottom only. On a narrow page the charts are
/// stacked.</summary>
/// <param name="axes">What the axes of all panels show.</param>
/// <param name="ownScales">Whether each panel has its own vertical scale; otherwise all have the same.</param>
internal sealed class PanelGrid(LineAxes axes, bool ownScales = false)
{
    // Pixels.
    private const int PanelHeight = 190, RowGap = 44, Around = 114;

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
        int columns = _titles.Count is 1 or 2 or 4 ? Math.Min(_titles.Count, 2) : 3;
        int rows = (_titles.Count + columns - 1) / columns, area = rows * PanelHeight + (rows - 1) * RowGap;
        Layout layout = new();
        layout.SetGrid(
            rows, columns, (ownScales ? 0.2 : 0.12, (double)RowGap / (PanelHeight + RowGap)), _titles);
        for (int k = 0; k < _titles.Count; k++)
        {
            bool isLowest = k + columns >= _titles.Count, isFirst = k % columns == 0;
            Axis x = Axis.Scaled(axes.LogX, isLowest ? axes.X : ""), y = Axis.Scaled(axes.LogY, isFirst ? axes.Y : "");
            x["showticklabels"] = isLowest;
            y["showticklabels"] = ownScales || isFirst;
            if (k > 0)
                (x["matches"], y["matches"]) = ("x", ownScales ? null : "y");
            if (shown is { } range)
                y.Range = range;
            layout.SetAxes(k, x, y);
        }

        return new(_traces, layout) { Height = area + Around };
    }
}
