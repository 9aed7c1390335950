using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>Charts side by side with shared axes, labelled at the left and bottom only. On a narrow page they are stacked.</summary>
/// <param name="x">What the horizontal axes show.</param>
/// <param name="y">What the vertical axes show.</param>
internal sealed class PanelGrid(string x, string y)
{
    // Pixels.
    private const int PanelHeight = 190, NarrowPanelHeight = 170, RowGap = 44, NarrowRowGap = 74, Top = 62, Bottom = 52;
    private const double ColumnGap = 0.045;

    private readonly List<(string Title, GenericChart[] Layers)> _panels = [];

    public void Add(string title, IEnumerable<GenericChart> layers) => _panels.Add((title, [.. layers]));

    /// <param name="horizontal">The scale of all horizontal axes.</param>
    /// <param name="vertical">The scale of all vertical axes.</param>
    public FigureData ToFigure(JsonObject horizontal, JsonObject vertical)
    {
        int columns = _panels.Count is 1 or 2 or 4 ? Math.Min(_panels.Count, 2) : 3;
        FigureData figure = FigureData.Of(Chart.Combine(_panels.SelectMany(panel => panel.Layers)), height: Height(columns, PanelHeight, RowGap));
        PlaceTraces(figure);
        foreach ((string name, JsonNode? value) in Arranged(columns, PanelHeight, RowGap, horizontal, vertical))
            figure.Layout[name] = value!.DeepClone();
        JsonObject narrow = Arranged(1, NarrowPanelHeight, NarrowRowGap, horizontal, vertical);
        narrow["height"] = Height(1, NarrowPanelHeight, NarrowRowGap);
        return columns == 1 ? figure : figure.WithNarrow(narrow);
    }

    private void PlaceTraces(FigureData figure)
    {
        int trace = 0;
        HashSet<string> named = [];
        for (int k = 0; k < _panels.Count; k++)
        {
            foreach (GenericChart layer in _panels[k].Layers)
            {
                for (int i = 0; i < GenericChart.countTrace(layer); i++, trace++)
                {
                    JsonObject placed = figure.Trace(trace);
                    placed["xaxis"] = Axis("x", k);
                    placed["yaxis"] = Axis("y", k);
                    // One legend entry toggles a series in all panels.
                    string? name = (string?)placed["name"];
                    placed["showlegend"] = name is not null && named.Add(name);
                    placed["legendgroup"] = name ?? "";
                }
            }
        }
    }

    private JsonObject Arranged(int columns, int panelHeight, int rowGap, JsonObject horizontal, JsonObject vertical)
    {
        int rows = Rows(columns), area = (rows * panelHeight) + ((rows - 1) * rowGap);
        double width = (1 - ((columns - 1) * ColumnGap)) / columns;
        JsonObject layout = [];
        JsonArray titles = [];
        for (int k = 0; k < _panels.Count; k++)
        {
            int row = k / columns, column = k % columns;
            double left = column * (width + ColumnGap), top = 1 - (row * (panelHeight + rowGap) / (double)area), bottom = top - (panelHeight / (double)area);
            bool isLowest = k + columns >= _panels.Count;
            JsonObject xAxis = PanelAxis(horizontal, "x", k, (left, left + width), labels: columns == 1 || isLowest, title: isLowest ? x : "");
            JsonObject yAxis = PanelAxis(vertical, "y", k, (Math.Max(0, bottom), top), labels: column == 0, title: column == 0 ? y : "");
            layout["xaxis" + Number(k)] = xAxis;
            layout["yaxis" + Number(k)] = yAxis;
            titles.Add(new JsonObject
            {
                ["text"] = $"<b>{Styling.Verbatim(_panels[k].Title)}</b>",
                ["showarrow"] = false,
                ["font"] = new JsonObject { ["size"] = 13 },
                ["xref"] = "paper",
                ["x"] = left,
                ["xanchor"] = "left",
                ["yref"] = "paper",
                ["y"] = top,
                ["yanchor"] = "bottom",
            });
        }
        layout["annotations"] = titles;
        layout["margin"] = new JsonObject { ["l"] = 60, ["r"] = 16, ["t"] = Top, ["b"] = Bottom };
        layout["legend"] = new JsonObject { ["y"] = 1 + (26.0 / area) };
        return layout;
    }

    private static JsonObject PanelAxis(JsonObject scale, string letter, int k, (double From, double To) domain, bool labels, string title)
    {
        JsonObject axis = scale.DeepClone().AsObject();
        axis["domain"] = new JsonArray(domain.From, domain.To);
        axis["anchor"] = Axis(letter == "x" ? "y" : "x", k);
        axis["showticklabels"] = labels;
        if (k > 0)
            axis["matches"] = letter;
        if (title.Length > 0)
            axis["title"] = new JsonObject { ["text"] = Styling.Verbatim(title) };
        return axis;
    }

    private int Height(int columns, int panelHeight, int rowGap) => (Rows(columns) * (panelHeight + rowGap)) - rowGap + Top + Bottom;

    private int Rows(int columns) => (_panels.Count + columns - 1) / columns;

    private static string Axis(string letter, int k) => letter + Number(k);

    private static string Number(int k) => k == 0 ? "" : (k + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
