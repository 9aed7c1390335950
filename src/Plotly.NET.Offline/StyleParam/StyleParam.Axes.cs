namespace Plotly.NET;

// Axes: type, range, ticks, position.
public static partial class StyleParam
{
    public sealed class AutoRange(object value) : Token(value)
    {
        public static AutoRange True => new(true);
        public static AutoRange False => new(false);
        public static AutoRange Reversed => new("reversed");
    }

    public sealed class AxisType(object value) : Token(value)
    {
        public static AxisType Auto => new("-");
        public static AxisType Linear => new("linear");
        public static AxisType Log => new("log");
        public static AxisType Category => new("category");
    }

    public sealed class Side(object value) : Token(value)
    {
        public static Side Top => new("top");
        public static Side Bottom => new("bottom");
        public static Side Left => new("left");
        public static Side Right => new("right");
    }

    public sealed class TickMode(object value) : Token(value)
    {
        public static TickMode Auto => new("auto");
        public static TickMode Linear => new("linear");
        public static TickMode Array => new("array");
    }
}
