using System.Globalization;
using NeuralNotebooks;

namespace Plotly.NET;

/// <summary>The keywords of plotly.js as types: <c>StyleParam.Mode.Lines</c> is "lines" in the figure.</summary>
public static class StyleParam
{
    public enum AxisType { Auto, Linear, Log, Category }

    public enum BoxMean { True, False, SD }

    public enum BoxPoints { Outliers, All, SuspectedOutliers, False }

    public enum Colorscale
    {
        RdBu, Earth, Blackbody, YIOrRd, YIGnBu, Bluered, Portland, Electric, Jet, Hot, Greys, Greens, Picnic, Rainbow,
        Viridis, Cividis,
    }

    public enum ContourColoring { Fill, Heatmap, Lines, NoColoring }

    public enum DrawingStyle { Solid, Dash, Dot, DashDot, LongDash, LongDashDot }

    public enum Fill { None, ToZero_y, ToZero_x, ToNext_y, ToNext_x, ToSelf, ToNext }

    public enum HistNorm { None, Percent, Probability, Density, ProbabilityDensity }

    public enum LayoutGridPattern { Independent, Coupled }

    /// <summary>The symbol of a marker, which plotly.js numbers in this order.</summary>
    public enum MarkerSymbol
    {
        Circle, Square, Diamond, Cross, X, TriangleUp, TriangleDown, TriangleLeft, TriangleRight, TriangleNE,
        TriangleSE, TriangleSW, TriangleNW, Pentagon, Hexagon, Hexagon2, Octagon, Star, Hexagram,
    }

    [Flags]
    public enum Mode
    {
        None = 0,
        Lines = 1,
        Markers = 2,
        Text = 4,
        Lines_Markers = Lines | Markers,
        Lines_Text = Lines | Text,
        Markers_Text = Markers | Text,
        Lines_Markers_Text = Lines | Markers | Text,
    }

    public enum Orientation { Horizontal, Vertical }

    public enum TextPosition
    {
        TopLeft, TopCenter, TopRight, MiddleLeft, MiddleCenter, MiddleRight, BottomLeft, BottomCenter, BottomRight,
        Auto, Inside, Outside, None,
    }

    public enum Visible { True, False, LegendOnly }

    /// <summary>A reference to an axis.</summary>
    public sealed class SubPlotId
    {
        private SubPlotId(string axis) => Axis = axis;

        internal string Axis { get; }

        public static SubPlotId NewXAxis(int item) => new(AxisName.Of("xaxis", item - 1));

        public static SubPlotId NewYAxis(int item) => new(AxisName.Of("yaxis", item - 1));
    }

    /// <summary>The keyword as plotly.js writes it.</summary>
    internal static object InFigure(Enum keyword)
    {
        string name = keyword.ToString();
        return keyword switch
        {
            BoxMean.True or Visible.True => true,
            BoxMean.False or BoxPoints.False or Visible.False => false,
            AxisType.Auto => "-",
            ContourColoring.NoColoring => "none",
            HistNorm.None => "",
            Colorscale => name,
            MarkerSymbol symbol => ((int)symbol).ToString(CultureInfo.InvariantCulture),
            Mode => name.Replace('_', '+').ToLowerInvariant(),
            Orientation => name[..1].ToLowerInvariant(),
            HistNorm or TextPosition =>
                string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{letter}")).TrimStart()
                    .ToLowerInvariant(),
            _ => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(),
        };
    }
}
