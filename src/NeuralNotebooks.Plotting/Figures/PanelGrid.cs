namespace NeuralNotebooks.Plotting;

/// <summary>Charts side by side. Shared axes are labelled at the left and bottom only. On a narrow page the charts are
/// stacked.</summary>
internal sealed class PanelGrid(LineAxes axes, bool ownScales = false)
{
    // Pixels.
    private const int PanelHeight = 190, RowGap = 44, Around = 114;

    private readonly List<string> _titles = [];
    private readonly List<FigurePart> _traces = [];
    private readonly HashSet<string> _named = [];

    public void Add(string title, IEnumerable<FigurePart> traces)
    {
        foreach (FigurePart trace in traces)
        {
            // One legend entry toggles a series in all panels.
            string name = (string)trace.Json["name"]!;
            (trace["showlegend"], trace["legendgroup"]) = (_named.Add(name), name);
            _traces.Add(trace.OnPanel(_titles.Count));
        }
        _titles.Add(title);
    }

    public Figure ToFigure()
    {
        int columns = _titles.Count is 1 or 2 or 4 ? Math.Min(_titles.Count, 2) : 3;
        int rows = (_titles.Count + columns - 1) / columns, area = rows * PanelHeight + (rows - 1) * RowGap;
        FigurePart layout = new();
        layout.SetGrid(rows, columns, (ownScales ? 0.2 : 0.12, (double)RowGap / (PanelHeight + RowGap)), _titles);
        for (int k = 0; k < _titles.Count; k++)
        {
            bool isLowest = k + columns >= _titles.Count, isFirst = k % columns == 0;
            FigurePart x = Axis.Scaled(isLowest ? axes.X : ""),
                y = Axis.Scaled(isFirst ? axes.Y : "", axes.LogY);
            x["showticklabels"] = isLowest;
            y["showticklabels"] = ownScales || isFirst;
            if (k > 0)
                (x["matches"], y["matches"]) = ("x", ownScales ? null : "y");
            layout.SetAxes(k, x, y);
        }

        return new(_traces, layout) { Height = area + Around };
    }
}
