using System.Globalization;

namespace Plotly.NET;

// References to axes: strings that contain numbers.
public static partial class StyleParam
{
    internal static string Numbered(string word, int id) => id < 2 ? word
        : word + id.ToString(CultureInfo.InvariantCulture);

    public sealed class SubPlotId(object value) : Token(value)
    {
        public static SubPlotId NewXAxis(int item) => new(Numbered("xaxis", item));

        public static SubPlotId NewYAxis(int item) => new(Numbered("yaxis", item));
    }
}
