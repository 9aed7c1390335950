namespace Plotly.NET;

/// <summary>A type with the name and the members that the formatter searches by reflection.</summary>
[TypeFormatterSource]
internal abstract class GenericChart(string title)
{
    public static string toJson(GenericChart chart) =>
        $$$"""{"data":[],"layout":{"title":{"text":"{{{chart.Title}}}"}},"config":{}}""";

    private string Title { get; } = title;

    internal sealed class Chart(string title) : GenericChart(title);
}

/// <summary>That of Plotly.NET 6.0, which names no source of formatters.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute : Attribute;
