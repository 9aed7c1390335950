namespace Plotly.NET;

// Axes.
public static partial class StyleParam
{
    public sealed class AxisType(object value) : Token(value)
    {
        public static AxisType Auto => new("-");
        public static AxisType Linear => new("linear");
        public static AxisType Log => new("log");
        public static AxisType Category => new("category");
    }
}
