namespace Plotly.NET;

// Lines and areas.
public static partial class StyleParam
{
    public sealed class DrawingStyle(object value) : Token(value)
    {
        public static DrawingStyle Solid => new("solid");
        public static DrawingStyle Dash => new("dash");
        public static DrawingStyle Dot => new("dot");
        public static DrawingStyle DashDot => new("dashdot");
        public static DrawingStyle LongDash => new("longdash");
        public static DrawingStyle LongDashDot => new("longdashdot");
    }

    public sealed class Fill(object value) : Token(value)
    {
        public static Fill None => new("none");
        public static Fill ToZero_y => new("tozeroy");
        public static Fill ToZero_x => new("tozerox");
        public static Fill ToNext_y => new("tonexty");
        public static Fill ToNext_x => new("tonextx");
        public static Fill ToSelf => new("toself");
        public static Fill ToNext => new("tonext");
    }

    public sealed class Mode(object value) : Token(value)
    {
        public static Mode None => new("none");
        public static Mode Lines => new("lines");
        public static Mode Lines_Markers => new("lines+markers");
        public static Mode Lines_Text => new("lines+text");
        public static Mode Lines_Markers_Text => new("lines+markers+text");
        public static Mode Markers => new("markers");
        public static Mode Markers_Text => new("markers+text");
        public static Mode Text => new("text");
    }

    public sealed class Orientation(object value) : Token(value)
    {
        public static Orientation Horizontal => new("h");
        public static Orientation Vertical => new("v");
    }
}
