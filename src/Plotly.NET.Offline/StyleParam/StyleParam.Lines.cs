using System.Globalization;

namespace Plotly.NET;

// Lines, areas and shapes.
public static partial class StyleParam
{
    public sealed class DrawingStyle : Token
    {
        private DrawingStyle(object value) : base(value) { }

        public static DrawingStyle Solid { get; } = new("solid");
        public static DrawingStyle Dash { get; } = new("dash");
        public static DrawingStyle Dot { get; } = new("dot");
        public static DrawingStyle DashDot { get; } = new("dashdot");
        public static DrawingStyle LongDash { get; } = new("longdash");
        public static DrawingStyle LongDashDot { get; } = new("longdashdot");

        public static DrawingStyle NewUser(IEnumerable<int> item) =>
            new(string.Join(",", item.Select(pixels => string.Create(CultureInfo.InvariantCulture, $"{pixels}px"))));
    }

    public sealed class Fill : Token
    {
        private Fill(object value) : base(value) { }

        public static Fill None { get; } = new("none");
        public static Fill ToZero_y { get; } = new("tozeroy");
        public static Fill ToZero_x { get; } = new("tozerox");
        public static Fill ToNext_y { get; } = new("tonexty");
        public static Fill ToNext_x { get; } = new("tonextx");
        public static Fill ToSelf { get; } = new("toself");
        public static Fill ToNext { get; } = new("tonext");
    }

    public sealed class FillRule : Token
    {
        private FillRule(object value) : base(value) { }

        public static FillRule EvenOdd { get; } = new("evenodd");
        public static FillRule NonZero { get; } = new("nonzero");
    }

    public sealed class GroupNorm : Token
    {
        private GroupNorm(object value) : base(value) { }

        public static GroupNorm None { get; } = new("");
        public static GroupNorm Fraction { get; } = new("fraction");
        public static GroupNorm Percent { get; } = new("percent");
    }

    public sealed class Layer : Token
    {
        private Layer(object value) : base(value) { }

        public static Layer Below { get; } = new("below");
        public static Layer Above { get; } = new("above");
        public static Layer AboveTraces { get; } = new("above traces");
        public static Layer BelowTraces { get; } = new("below traces");
    }

    public sealed class Mode : Token
    {
        private Mode(object value) : base(value) { }

        public static Mode None { get; } = new("none");
        public static Mode Lines { get; } = new("lines");
        public static Mode Lines_Markers { get; } = new("lines+markers");
        public static Mode Lines_Text { get; } = new("lines+text");
        public static Mode Lines_Markers_Text { get; } = new("lines+markers+text");
        public static Mode Markers { get; } = new("markers");
        public static Mode Markers_Text { get; } = new("markers+text");
        public static Mode Text { get; } = new("text");
    }

    public sealed class Orientation : Token
    {
        private Orientation(object value) : base(value) { }

        public static Orientation Horizontal { get; } = new("h");
        public static Orientation Vertical { get; } = new("v");
    }

    public sealed class Shape : Token
    {
        private Shape(object value) : base(value) { }

        public static Shape Linear { get; } = new("linear");
        public static Shape Spline { get; } = new("spline");
        public static Shape Hv { get; } = new("hv");
        public static Shape Vh { get; } = new("vh");
        public static Shape Hvh { get; } = new("hvh");
        public static Shape Vhv { get; } = new("vhv");
    }

    public sealed class ShapeSizeMode : Token
    {
        private ShapeSizeMode(object value) : base(value) { }

        public static ShapeSizeMode Scaled { get; } = new("scaled");
        public static ShapeSizeMode Pixel { get; } = new("pixel");
    }

    public sealed class ShapeType : Token
    {
        private ShapeType(object value) : base(value) { }

        public static ShapeType Circle { get; } = new("circle");
        public static ShapeType Rectangle { get; } = new("rect");
        public static ShapeType SvgPath { get; } = new("path");
        public static ShapeType Line { get; } = new("line");
    }
}
