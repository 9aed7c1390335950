namespace Plotly.NET;

// Histograms, boxes and violins.
public static partial class StyleParam
{
    public sealed class BoxMean(object value) : Token(value)
    {
        public static BoxMean True => new(true);
        public static BoxMean False => new(false);
        public static BoxMean SD => new("sd");
    }

    public sealed class BoxPoints(object value) : Token(value)
    {
        public static BoxPoints Outliers => new("outliers");
        public static BoxPoints All => new("all");
        public static BoxPoints SuspectedOutliers => new("suspectedoutliers");
        public static BoxPoints False => new(false);
    }

    public sealed class HistNorm(object value) : Token(value)
    {
        public static HistNorm None => new("");
        public static HistNorm Percent => new("percent");
        public static HistNorm Probability => new("probability");
        public static HistNorm Density => new("density");
        public static HistNorm ProbabilityDensity => new("probability density");
    }
}
