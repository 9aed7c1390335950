using System.Globalization;

namespace Plotly.NET;

// References to axes and subplots, and ranges: strings that contain numbers.
public static partial class StyleParam
{
    private static string Numbered(string word, int id) => id < 2 ? word : word + id.ToString(CultureInfo.InvariantCulture);

    public sealed class LinearAxisId : Token
    {
        private LinearAxisId(object value) : base(value) { }

        public static LinearAxisId Free { get; } = new("free");

        public static LinearAxisId NewX(int item) => new(Numbered("x", item));

        public static LinearAxisId NewY(int item) => new(Numbered("y", item));
    }

    public sealed class SubPlotId : Token
    {
        private SubPlotId(object value) : base(value) { }

        public static SubPlotId ZAxis { get; } = new("zaxis");

        public static SubPlotId NewXAxis(int item) => new(Numbered("xaxis", item));

        public static SubPlotId NewYAxis(int item) => new(Numbered("yaxis", item));

        public static SubPlotId NewColorAxis(int item) => new(Numbered("coloraxis", item));

        public static SubPlotId NewLegend(int item) => new(Numbered("legend", item));
    }

    public sealed class ScaleAnchor : Token
    {
        private ScaleAnchor(object value) : base(value) { }

        public static ScaleAnchor False { get; } = new(false);

        public static ScaleAnchor NewX(int item) => new(Numbered("x", item));

        public static ScaleAnchor NewY(int item) => new(Numbered("y", item));
    }

    public sealed class Range : Token
    {
        private Range(object value) : base(value) { }

        public static Range NewMinMax(IConvertible item1, IConvertible item2) => new(new[] { item1, item2 });

        public static Range NewValues(IConvertible[] item) => new(item);

        public static Range ofMinMax<A, B>(A min, B max) where A : IConvertible where B : IConvertible => NewMinMax(min, max);

        public static Range ofValues<A>(IEnumerable<A> values) where A : IConvertible => new(values.ToArray());
    }

    public sealed class BackOff : Token
    {
        private BackOff(object value) : base(value) { }

        public static BackOff Auto { get; } = new("auto");

        public static BackOff NewValue(int item) => new(item);

        public static BackOff NewArray(IEnumerable<int> item) => new(item.ToArray());
    }

    public sealed class TextAngle : Token
    {
        private TextAngle(object value) : base(value) { }

        public static TextAngle Auto { get; } = new("auto");

        public static TextAngle NewDegrees(double item) => new(item);
    }
}
