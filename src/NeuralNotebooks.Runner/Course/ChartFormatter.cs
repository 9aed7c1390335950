namespace NeuralNotebooks.Runner;

/// <summary>Draws charts of the real Plotly.NET, which do not show themselves: from the JSON that a static function
/// returns.</summary>
internal static class ChartFormatter
{
    private const string TypeName = "Plotly.NET.GenericChart";

    /// <summary>A chart's HTML; null for any other value.</summary>
    public static string? HtmlOf(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == TypeName)
                return Draw(type, value);
        return null;
    }

    /// <remarks>The function is one of the type, or of the F# module of that name, which compiles to a separate
    /// class.</remarks>
    private static string? Draw(Type chartType, object chart)
        => new[] { chartType, chartType.Assembly.GetType(TypeName + "Module") }
            .Select(module => module?.GetMethod("toJson", [chartType]))
            .FirstOrDefault(method => method is not null)?.Invoke(null, [chart]) is string json
            // The kit has plotly.js beside the charts.
            ? ChartDrawing.OfChart(
                json, key => PlotlyLibrary.ElementFor(key, Path.GetDirectoryName(chartType.Assembly.Location)))
            : null;
}
