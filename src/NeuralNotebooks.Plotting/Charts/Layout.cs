using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>What belongs to no single trace: axes, legend, texts, margins.</summary>
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
    /// Named axes with fixed ranges. One unit is as long on both where that makes neither side more than a number of
    /// times as long as
    /// the other: then circles are round, and a step of descent is seen to be perpendicular to the contours.
    /// </summary>
    public static Layout Plane(
        string xName, Interval x, string yName, Interval y, double maxStretch = 0)
    {
        double ratio = x.Length / y.Length;
        return ratio > maxStretch || ratio < 1 / maxStretch
            ? new() { XAxis = new(xName) { Range = x }, YAxis = new(yName) { Range = y } }
            : new()
            {
                // Equal scales make an axis shorter, instead of showing more.
                XAxis = new(xName) { Range = x, ["constrain"] = "domain" },
                YAxis = new(yName) { Range = y, ["constrain"] = "domain", ["scaleanchor"] = "x" },
            };
    }

    /// <summary>The axes of a panel, by its number from 0.</summary>
    public void SetAxes(int panel, Axis x, Axis y) =>
        (this[Axis.Id("xaxis", panel)], this[Axis.Id("yaxis", panel)]) = (x, y);

    /// <summary>Panels row by row, each on its own pair of axes; the gaps are fractions of a panel with its
    /// gap.</summary>
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
    /// <summary>Where it is; a fraction of the picture where it is on paper.</summary>
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
