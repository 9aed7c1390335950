namespace NeuralNotebooks.Runner;

/// <summary>Draws charts of Plotly.NET, of the kit or of a notebook's own package. Their JSON is read by reflection
/// from a static function, since nn has no reference to Plotly.NET.</summary>
internal static class ChartFormatter
{
    private const string TypeName = "Plotly.NET.GenericChart";

    /// <param name="folder">The folder with plotly.js; null if it is beside the chart's assembly, as in the kit, or the
    /// page has it.</param>
    public static string? HtmlOf(object value, string? folder)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == TypeName)
                return Draw(type, value, folder);
        return null;
    }

    /// <remarks>The function belongs to the type, or to the F# module of the same name, which is compiled to a separate
    /// class.</remarks>
    private static string? Draw(Type chartType, object chart, string? folder)
        => new[] { chartType, chartType.Assembly.GetType(TypeName + "Module") }
            .Select(module => module?.GetMethod("toJson", [chartType]))
            .FirstOrDefault(method => method is not null)?.Invoke(null, [chart]) is string json
            ? FigureHtml.OfChart(json, folder ?? Path.GetDirectoryName(chartType.Assembly.Location)) : null;
}
