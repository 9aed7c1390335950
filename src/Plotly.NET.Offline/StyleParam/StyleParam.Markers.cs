namespace Plotly.NET;

// Markers and colour scales.
public static partial class StyleParam
{
    public sealed class AngleRef : Token
    {
        private AngleRef(object value) : base(value) { }

        public static AngleRef Previous { get; } = new("previous");
        public static AngleRef Up { get; } = new("up");
    }

    public sealed class Colorscale : Token
    {
        private Colorscale(object value) : base(value) { }

        public static Colorscale RdBu { get; } = new("RdBu");
        public static Colorscale Earth { get; } = new("Earth");
        public static Colorscale Blackbody { get; } = new("Blackbody");
        public static Colorscale YIOrRd { get; } = new("YIOrRd");
        public static Colorscale YIGnBu { get; } = new("YIGnBu");
        public static Colorscale Bluered { get; } = new("Bluered");
        public static Colorscale Portland { get; } = new("Portland");
        public static Colorscale Electric { get; } = new("Electric");
        public static Colorscale Jet { get; } = new("Jet");
        public static Colorscale Hot { get; } = new("Hot");
        public static Colorscale Greys { get; } = new("Greys");
        public static Colorscale Greens { get; } = new("Greens");
        public static Colorscale Picnic { get; } = new("Picnic");
        public static Colorscale Rainbow { get; } = new("Rainbow");
        public static Colorscale Viridis { get; } = new("Viridis");
        public static Colorscale Cividis { get; } = new("Cividis");

        public static Colorscale NewCustom(IEnumerable<Tuple<double, Color>> item)
        {
            object[][] stops = [.. item.Select(stop => new object[] { stop.Item1, stop.Item2 })];
            return stops.Length >= 2
                ? new(stops)
                : throw new ArgumentException("A colour scale needs at least two stops: one for 0.0 and one for 1.0.", nameof(item));
        }
    }

    public sealed class GradientType : Token
    {
        private GradientType(object value) : base(value) { }

        public static GradientType Radial { get; } = new(Unconverted("Radial"));
        public static GradientType Horizontal { get; } = new(Unconverted("Horizontal"));
        public static GradientType Vertical { get; } = new(Unconverted("Vertical"));
        public static GradientType None { get; } = new(Unconverted("None"));
    }

    public sealed class MarkerSizeMode : Token
    {
        private MarkerSizeMode(object value) : base(value) { }

        public static MarkerSizeMode Diameter { get; } = new(Unconverted("Diameter"));
        public static MarkerSizeMode Area { get; } = new(Unconverted("Area"));
    }

    public sealed class MarkerSymbol3D : Token
    {
        private MarkerSymbol3D(object value) : base(value) { }

        public static MarkerSymbol3D Circle { get; } = new("circle");
        public static MarkerSymbol3D CircleOpen { get; } = new("circle-open");
        public static MarkerSymbol3D Cross { get; } = new("cross");
        public static MarkerSymbol3D Diamond { get; } = new("diamond");
        public static MarkerSymbol3D DiamondOpen { get; } = new("diamond-open");
        public static MarkerSymbol3D Square { get; } = new("square");
        public static MarkerSymbol3D SquareOpen { get; } = new("square-open");
        public static MarkerSymbol3D X { get; } = new("x");
    }

    public sealed class PatternFillMode : Token
    {
        private PatternFillMode(object value) : base(value) { }

        public static PatternFillMode Replace { get; } = new("replace");
        public static PatternFillMode Overlay { get; } = new("overlay");
    }

    public sealed class PatternShape : Token
    {
        private PatternShape(object value) : base(value) { }

        public static PatternShape None { get; } = new("");
        public static PatternShape DiagonalDescending { get; } = new("/");
        public static PatternShape DiagonalAscending { get; } = new("\\");
        public static PatternShape DiagonalChecked { get; } = new("x");
        public static PatternShape HorizontalLines { get; } = new("-");
        public static PatternShape VerticalLines { get; } = new("|");
        public static PatternShape Checked { get; } = new("+");
        public static PatternShape Dots { get; } = new(".");
    }

    public sealed class SymbolStyle : Token
    {
        private SymbolStyle(object value) : base(value) { }

        public static SymbolStyle Open { get; } = new(100);
        public static SymbolStyle Dot { get; } = new(200);
        public static SymbolStyle OpenDot { get; } = new(300);
    }
}
