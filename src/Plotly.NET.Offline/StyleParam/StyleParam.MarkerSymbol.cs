namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>The symbol of a marker: plotly.js numbers them.</summary>
    public sealed class MarkerSymbol(object value) : Token(value)
    {
        public static MarkerSymbol Circle => new("0");
        public static MarkerSymbol Square => new("1");
        public static MarkerSymbol Diamond => new("2");
        public static MarkerSymbol Cross => new("3");
        public static MarkerSymbol X => new("4");
        public static MarkerSymbol TriangleUp => new("5");
        public static MarkerSymbol TriangleDown => new("6");
        public static MarkerSymbol TriangleLeft => new("7");
        public static MarkerSymbol TriangleRight => new("8");
        public static MarkerSymbol TriangleNE => new("9");
        public static MarkerSymbol TriangleSE => new("10");
        public static MarkerSymbol TriangleSW => new("11");
        public static MarkerSymbol TriangleNW => new("12");
        public static MarkerSymbol Pentagon => new("13");
        public static MarkerSymbol Hexagon => new("14");
        public static MarkerSymbol Hexagon2 => new("15");
        public static MarkerSymbol Octagon => new("16");
        public static MarkerSymbol Star => new("17");
        public static MarkerSymbol Hexagram => new("18");
    }
}
