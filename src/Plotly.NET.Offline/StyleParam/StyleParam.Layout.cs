namespace Plotly.NET;

// Grid, legend and placement.
public static partial class StyleParam
{
    public sealed class BarMode : Token
    {
        private BarMode(object value) : base(value) { }

        public static BarMode Stack { get; } = new("stack");
        public static BarMode Group { get; } = new("group");
        public static BarMode Overlay { get; } = new("overlay");
        public static BarMode Relative { get; } = new("relative");
    }

    public sealed class HorizontalAlign : Token
    {
        private HorizontalAlign(object value) : base(value) { }

        public static HorizontalAlign Left { get; } = new("left");
        public static HorizontalAlign Center { get; } = new("center");
        public static HorizontalAlign Right { get; } = new("right");
    }

    public sealed class LayoutGridPattern : Token
    {
        private LayoutGridPattern(object value) : base(value) { }

        public static LayoutGridPattern Independent { get; } = new("independent");
        public static LayoutGridPattern Coupled { get; } = new("coupled");
    }

    public sealed class LayoutGridRowOrder : Token
    {
        private LayoutGridRowOrder(object value) : base(value) { }

        public static LayoutGridRowOrder TopToBottom { get; } = new("top to bottom");
        public static LayoutGridRowOrder BottomToTop { get; } = new("bottom to top");
    }

    public sealed class LayoutGridXSide : Token
    {
        private LayoutGridXSide(object value) : base(value) { }

        public static LayoutGridXSide Bottom { get; } = new("bottom");
        public static LayoutGridXSide BottomPlot { get; } = new("bottom plot");
        public static LayoutGridXSide Top { get; } = new("top");
        public static LayoutGridXSide TopPlot { get; } = new("top plot");
    }

    public sealed class LayoutGridYSide : Token
    {
        private LayoutGridYSide(object value) : base(value) { }

        public static LayoutGridYSide Left { get; } = new("left");
        public static LayoutGridYSide LeftPlot { get; } = new("left plot");
        public static LayoutGridYSide Right { get; } = new("right");
        public static LayoutGridYSide RightPlot { get; } = new("right plot");
    }

    public sealed class UnitMode : Token
    {
        private UnitMode(object value) : base(value) { }

        public static UnitMode Fraction { get; } = new("fraction");
        public static UnitMode Pixels { get; } = new("pixels");
    }

    public sealed class VerticalAlign : Token
    {
        private VerticalAlign(object value) : base(value) { }

        public static VerticalAlign Top { get; } = new("top");
        public static VerticalAlign Middle { get; } = new("middle");
        public static VerticalAlign Bottom { get; } = new("bottom");
    }

    public sealed class Visible : Token
    {
        private Visible(object value) : base(value) { }

        public static Visible True { get; } = new(true);
        public static Visible False { get; } = new(false);
        public static Visible LegendOnly { get; } = new("legendonly");
    }

    public sealed class XAnchorPosition : Token
    {
        private XAnchorPosition(object value) : base(value) { }

        public static XAnchorPosition Auto { get; } = new("auto");
        public static XAnchorPosition Left { get; } = new("left");
        public static XAnchorPosition Center { get; } = new("center");
        public static XAnchorPosition Right { get; } = new("right");
    }

    public sealed class YAnchorPosition : Token
    {
        private YAnchorPosition(object value) : base(value) { }

        public static YAnchorPosition Auto { get; } = new("auto");
        public static YAnchorPosition Top { get; } = new("top");
        public static YAnchorPosition Middle { get; } = new("middle");
        public static YAnchorPosition Bottom { get; } = new("bottom");
    }
}
