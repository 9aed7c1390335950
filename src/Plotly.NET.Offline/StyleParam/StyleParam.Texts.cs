namespace Plotly.NET;

// Texts.
public static partial class StyleParam
{
    public sealed class TextPosition(object value) : Token(value)
    {
        public static TextPosition TopLeft => new("top left");
        public static TextPosition TopCenter => new("top center");
        public static TextPosition TopRight => new("top right");
        public static TextPosition MiddleLeft => new("middle left");
        public static TextPosition MiddleCenter => new("middle center");
        public static TextPosition MiddleRight => new("middle right");
        public static TextPosition BottomLeft => new("bottom left");
        public static TextPosition BottomCenter => new("bottom center");
        public static TextPosition BottomRight => new("bottom right");
        public static TextPosition Auto => new("auto");
        public static TextPosition Inside => new("inside");
        public static TextPosition Outside => new("outside");
        public static TextPosition None => new("none");
    }
}
