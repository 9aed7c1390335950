using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a figure that belong to no single trace: axes, legend, texts, margins.</summary>
internal sealed class Layout(JsonObject json) : FigurePart(json)
{
    public Layout() : this([]) { }

    public Layout(string x, string y) : this() => (XAxis, YAxis) = (new(x), new(y));

    public Axis XAxis { get => new(Json["xaxis"]!.AsObject()); set => this["xaxis"] = value; }

    public Axis YAxis { get => new(Json["yaxis"]!.AsObject()); set => this["yaxis"] = value; }

    public FigurePart Legend { set => this["legend"] = value; }

    public bool ShowLegend { set => this["showlegend"] = value; }

    public int Height { set => this["height"] = value; }

    public (int Left, int Right, int Top, int Bottom) Margin
    {
        set => this["margin"] = new JsonObject
        {
            ["l"] = value.Left,
            ["r"] = value.Right,
            ["t"] = value.Top,
            ["b"] = value.Bottom,
        };
    }

    /// <summary>
    /// Named axes with fixed ranges. They have equal scales, unless that made one side more than
    /// <paramref name="maxStretch"/> times as long as the other. With equal scales circles are round, and steps of
    /// descent are perpendicular to the contours.
    /// </summary>
    public static Layout Plane(
        string xName, Interval x, string yName, Interval y, double maxStretch = 0)
    {
        double ratio = x.Length / y.Length;
        return ratio > maxStretch || ratio < 1 / maxStretch
            ? new() { XAxis = new(xName) { Range = x }, YAxis = new(yName) { Range = y } }
            : new()
            {
                // For equal scales, plotly.js then makes an axis shorter instead of extending its range.
                XAxis = new(xName) { Range = x, ["constrain"] = "domain" },
                YAxis = new(yName) { Range = y, ["constrain"] = "domain", ["scaleanchor"] = "x" },
            };
    }

    /// <summary>Sets the axes of a panel. Panels are numbered from 0.</summary>
    public void SetAxes(int panel, Axis x, Axis y) =>
        (this[Axis.Id("xaxis", panel)], this[Axis.Id("yaxis", panel)]) = (x, y);

    /// <summary>Arranges panels row by row, each with a pair of axes, and writes a title above each. On a narrow page,
    /// the script of the page puts them below each other.</summary>
    /// <param name="columns">The panels of a row.</param>
    /// <param name="titles">The titles of all panels; empty if they have none.</param>
    /// <param name="gap">The gaps between columns and rows, as fractions of a panel together with its gap.</param>
    /// <param name="rows">The number of rows.</param>
    public void SetGrid(int rows, int columns, (double X, double Y) gap, IEnumerable<string> titles)
    {
        this["grid"] = new JsonObject
        {
            ["rows"] = rows,
            ["columns"] = columns,
            ["pattern"] = "independent",
            ["xgap"] = gap.X,
            ["ygap"] = gap.Y,
        };
        double right = 1 / (columns - gap.X), down = 1 / (rows - gap.Y);
        this["annotations"] = new JsonArray([.. titles.Select((title, k) => Note(
            title, right * (k % columns + (1 - gap.X) / 2), "center", 1 - down * (k / columns)))]);
    }

    /// <summary>A text above a place, in fractions of the drawing's width and height.</summary>
    /// <param name="text">The text, which is not interpreted as markup.</param>
    /// <param name="x">The place from left to right.</param>
    /// <param name="side">The side of the text that is at x: left, center or right.</param>
    /// <param name="y">The place from below.</param>
    public static JsonObject Note(string text, double x, string side, double y) => new()
    {
        ["text"] = FigureValues.Verbatim(text),
        ["showarrow"] = false,
        ["x"] = x,
        ["xref"] = "paper",
        ["xanchor"] = side,
        ["y"] = y,
        ["yref"] = "paper",
        ["yanchor"] = "bottom",
    };
}
