using System.Text.Json.Nodes;
using static NeuralNotebooks.Plotting.FigureValues;

namespace NeuralNotebooks.Plotting;

/// <summary>A series of a figure: its data, and the way they are drawn.</summary>
internal class Trace(JsonObject json) : FigurePart(json)
{
    public Trace(string type) : this(new JsonObject { ["type"] = type }) { }

    public string? Name { get => (string?)Json["name"]; init => this["name"] = Verbatim(value!); }

    public IEnumerable<double> X { init => this["x"] = Numbers(value); }

    public IEnumerable<double> Y { init => this["y"] = Numbers(value); }

    /// <summary>Sets X and Y.</summary>
    public IEnumerable<Point> Points
    {
        init => (X, Y) = (value.Select(point => point.X), value.Select(point => point.Y));
    }

    public IEnumerable<string> Labels { init => this["text"] = Texts(value); }

    public string Mode { init => this["mode"] = value; }

    public bool ShowLegend { set => this["showlegend"] = value; }

    public string LegendGroup { set => this["legendgroup"] = value; }

    public Stroke Line { init => this["line"] = value; }

    public Marker Marker { init => this["marker"] = value; }

    /// <summary>The template of the text that is shown at the pointer; if it is empty, none is shown.</summary>
    public string Hover
    {
        set => this[value.Length > 0 ? "hovertemplate" : "hoverinfo"] = value.Length > 0 ? value : "skip";
    }

    /// <summary>The axes that the trace is drawn on, by their number from 0.</summary>
    public int Axes
    {
        set => (this["xaxis"], this["yaxis"]) = value == 0 ? (null, null) : (Axis.Id("x", value), Axis.Id("y", value));
    }
}

/// <summary>A line through points, which have markers on request.</summary>
internal sealed class LineTrace : Trace
{
    public LineTrace(IEnumerable<Point> points, Stroke line, bool markers = false) : base("scatter") =>
        (Points, Line, Mode) = (points, line, markers ? "lines+markers" : "lines");
}

internal sealed class PointTrace : Trace
{
    public PointTrace(IEnumerable<Point> points, Marker marker) : base("scatter") =>
        (Points, Marker, Mode) = (points, marker, "markers");

    /// <summary>Rings around points that are drawn already.</summary>
    public static PointTrace Rings(string name, IEnumerable<Point> points) =>
        new(points, new(Palette.Ink, 15, "circle-open")) { Name = name };
}

/// <summary>Values over a plane: a heat map or contours.</summary>
internal sealed class FieldTrace : Trace
{
    public FieldTrace(string type, double[][] z, double[]? x = null, double[]? y = null) : base(type)
    {
        this["z"] = new JsonArray([.. z.Select(row => Numbers(row))]);
        if (x is not null && y is not null)
            (X, Y) = (x, y);
    }

    /// <summary>The values at the two ends of the colour scale.</summary>
    public Interval Limits { init => (this["zmin"], this["zmax"]) = (value.From, value.To); }

    public (double Stop, string Color)[] Colors { init => this["colorscale"] = ColorScale(value); }

    public bool ShowScale { init => this["showscale"] = value; }
}

/// <summary>A line or an outline.</summary>
internal sealed class Stroke : FigurePart
{
    public Stroke(string? color = null, double? width = null, string? dash = null) : base([]) =>
        (this["color"], this["width"], this["dash"]) = (color, width, dash);
}

internal sealed class Marker : FigurePart
{
    public Marker(string? color = null, double? size = null, string? symbol = null) : base([]) =>
        (this["color"], this["size"], this["symbol"]) = (color, size, symbol);

    public Stroke Outline { init => this["line"] = value; }
}

internal sealed class Font : FigurePart
{
    public Font(double? size = null, string? color = null, int? weight = null) : base([]) =>
        (this["size"], this["color"], this["weight"]) = (size, color, weight);
}

internal sealed class ColorBar() : FigurePart([])
{
    public string Title { set => this["title"] = new JsonObject { ["text"] = value, ["side"] = "top" }; }

    /// <summary>Powers of ten as labels on a scale of logarithms.</summary>
    public IEnumerable<int> Powers
    {
        set =>
        this.SetTicks(value.Select(power => (double)power), value.Select(Axis.PowerOfTen));
    }
}
