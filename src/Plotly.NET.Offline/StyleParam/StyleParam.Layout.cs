namespace Plotly.NET;

// Grid, legend and placement.
public static partial class StyleParam
{
    public sealed class LayoutGridPattern(object value) : Token(value)
    {
        public static LayoutGridPattern Independent => new("independent");
        public static LayoutGridPattern Coupled => new("coupled");
    }

    public sealed class LayoutGridRowOrder(object value) : Token(value)
    {
        public static LayoutGridRowOrder TopToBottom => new("top to bottom");
        public static LayoutGridRowOrder BottomToTop => new("bottom to top");
    }

    public sealed class Visible(object value) : Token(value)
    {
        public static Visible True => new(true);
        public static Visible False => new(false);
        public static Visible LegendOnly => new("legendonly");
    }
}
