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

/// <summary>The attribute as in Plotly.NET 6.0, without the type that makes the formatters.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute : Attribute;
