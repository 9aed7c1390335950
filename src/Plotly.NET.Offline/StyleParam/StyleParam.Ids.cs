using System.Globalization;

namespace Plotly.NET;

// References to axes and subplots, and ranges: strings that contain numbers.
public static partial class StyleParam
{
    private static string Numbered(string word, int id) => id < 2 ? word
        : word + id.ToString(CultureInfo.InvariantCulture);

    public sealed class LinearAxisId(object value) : Token(value)
    {
        public static LinearAxisId Free => new("free");

        public static LinearAxisId NewX(int item) => new(Numbered("x", item));

        public static LinearAxisId NewY(int item) => new(Numbered("y", item));
    }

    public sealed class SubPlotId(object value) : Token(value)
    {
        public static SubPlotId NewXAxis(int item) => new(Numbered("xaxis", item));

        public static SubPlotId NewYAxis(int item) => new(Numbered("yaxis", item));
    }

    public sealed class ScaleAnchor(object value) : Token(value)
    {
        public static ScaleAnchor NewX(int item) => new(Numbered("x", item));

        public static ScaleAnchor NewY(int item) => new(Numbered("y", item));
    }

    public sealed class Range(object value) : Token(value)
    {
        public static Range NewMinMax(IConvertible item1, IConvertible item2) => new(new[] { item1, item2 });

        public static Range ofMinMax<A, B>(A min, B max) where A : IConvertible
            where B : IConvertible => NewMinMax(min, max);
    }
}
