namespace Plotly.NET;

// Heat maps and contours.
public static partial class StyleParam
{
    public sealed class ContourColoring(object value) : Token(value)
    {
        public static ContourColoring Fill => new("fill");
        public static ContourColoring Heatmap => new("heatmap");
        public static ContourColoring Lines => new("lines");
        public static ContourColoring NoColoring => new("none");
    }
}
