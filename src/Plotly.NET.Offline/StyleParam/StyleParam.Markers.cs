namespace Plotly.NET;

// Markers and colour scales.
public static partial class StyleParam
{
    public sealed class Colorscale(object value) : Token(value)
    {
        public static Colorscale RdBu => new("RdBu");
        public static Colorscale Earth => new("Earth");
        public static Colorscale Blackbody => new("Blackbody");
        public static Colorscale YIOrRd => new("YIOrRd");
        public static Colorscale YIGnBu => new("YIGnBu");
        public static Colorscale Bluered => new("Bluered");
        public static Colorscale Portland => new("Portland");
        public static Colorscale Electric => new("Electric");
        public static Colorscale Jet => new("Jet");
        public static Colorscale Hot => new("Hot");
        public static Colorscale Greys => new("Greys");
        public static Colorscale Greens => new("Greens");
        public static Colorscale Picnic => new("Picnic");
        public static Colorscale Rainbow => new("Rainbow");
        public static Colorscale Viridis => new("Viridis");
        public static Colorscale Cividis => new("Cividis");

        public static Colorscale NewCustom(IEnumerable<Tuple<double, Color>> item)
        {
            object[][] stops = [.. item.Select(stop => new object[] { stop.Item1, stop.Item2 })];
            return stops.Length >= 2
                ? new(stops)
                : throw new ArgumentException(
                    "A colour scale needs at least two stops: one for 0.0 and one for 1.0.", nameof(item));
        }
    }
}
