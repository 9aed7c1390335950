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

    public IEnumerable<Annotation> Annotations
    {
        set => this["annotations"] = new JsonArray([.. value.Select(annotation => annotation.Json)]);
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

    /// <summary>Arranges panels row by row, each with a pair of axes. A gap is a fraction of the width or height of a
    /// panel together with its gap.</summary>
    public void SetGrid(int rows, int columns, double xGap, double yGap) => this["grid"] = new JsonObject
    {
        ["rows"] = rows,
        ["columns"] = columns,
        ["pattern"] = "independent",
        ["xgap"] = xGap,
        ["ygap"] = yGap,
    };
}

/// <summary>A text at a point of the picture.</summary>
/// <param name="text">The text, in the markup of plotly.js.</param>
internal sealed class Annotation(string text) : FigurePart(new() { ["text"] = text, ["showarrow"] = false })
{
    /// <summary>The position: a value of the axis, or with <c>OnPaper</c> a fraction of the picture.</summary>
    public (double Place, bool OnPaper, string Anchor) X
    {
        init => (this["x"], this["xref"], this["xanchor"]) =
            (value.Place, value.OnPaper ? "paper" : null, value.Anchor);
    }

    public (double Place, bool OnPaper, string? Anchor) Y
    {
        init => (this["y"], this["yref"], this["yanchor"]) =
            (value.Place, value.OnPaper ? "paper" : null, value.Anchor);
    }

    public Font Font { init => this["font"] = value; }
}
