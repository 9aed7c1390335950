namespace Plotly.NET;

// Histograms, boxes and violins.
public static partial class StyleParam
{
    public sealed class BoxMean : Token
    {
        private BoxMean(object value) : base(value) { }

        public static BoxMean True { get; } = new(true);
        public static BoxMean False { get; } = new(false);
        public static BoxMean SD { get; } = new("sd");
    }

    public sealed class BoxPoints : Token
    {
        private BoxPoints(object value) : base(value) { }

        public static BoxPoints Outliers { get; } = new("outliers");
        public static BoxPoints All { get; } = new("all");
        public static BoxPoints SuspectedOutliers { get; } = new("suspectedoutliers");
        public static BoxPoints False { get; } = new(false);
    }

    public sealed class CumulativeDirection : Token
    {
        private CumulativeDirection(object value) : base(value) { }

        public static CumulativeDirection Increasing { get; } = new("increasing");
        public static CumulativeDirection Decreasing { get; } = new("decreasing");
    }

    public sealed class Currentbin : Token
    {
        private Currentbin(object value) : base(value) { }

        public static Currentbin Include { get; } = new("Include");
        public static Currentbin Exclude { get; } = new("Exclude");
        public static Currentbin Half { get; } = new("Half");
    }

    public sealed class ErrorType : Token
    {
        private ErrorType(object value) : base(value) { }

        public static ErrorType Percent { get; } = new("percent");
        public static ErrorType Constant { get; } = new("constant");
        public static ErrorType Sqrt { get; } = new("sqrt");
        public static ErrorType Data { get; } = new("data");
    }

    public sealed class HistFunc : Token
    {
        private HistFunc(object value) : base(value) { }

        public static HistFunc Count { get; } = new("count");
        public static HistFunc Sum { get; } = new("sum");
        public static HistFunc Avg { get; } = new("avg");
        public static HistFunc Min { get; } = new("min");
        public static HistFunc Max { get; } = new("max");
    }

    public sealed class HistNorm : Token
    {
        private HistNorm(object value) : base(value) { }

        public static HistNorm None { get; } = new("");
        public static HistNorm Percent { get; } = new("percent");
        public static HistNorm Probability { get; } = new("probability");
        public static HistNorm Density { get; } = new("density");
        public static HistNorm ProbabilityDensity { get; } = new("probability density");
    }

    public sealed class QuartileMethod : Token
    {
        private QuartileMethod(object value) : base(value) { }

        public static QuartileMethod Linear { get; } = new("linear");
        public static QuartileMethod Exclusive { get; } = new("exclusive");
        public static QuartileMethod Inclusive { get; } = new("inclusive");
    }

    public sealed class ScaleMode : Token
    {
        private ScaleMode(object value) : base(value) { }

        public static ScaleMode Width { get; } = new("width");
        public static ScaleMode Count { get; } = new("count");
    }

    public sealed class SpanMode : Token
    {
        private SpanMode(object value) : base(value) { }

        public static SpanMode Soft { get; } = new("soft");
        public static SpanMode Hard { get; } = new("hard");
        public static SpanMode Manual { get; } = new("manual");
    }

    public sealed class ViolinSide : Token
    {
        private ViolinSide(object value) : base(value) { }

        public static ViolinSide Both { get; } = new("both");
        public static ViolinSide Positive { get; } = new("positive");
        public static ViolinSide Negative { get; } = new("negative");
    }
}
