using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>Everything in a chart that belongs to no single trace: axes, title, size, legend, annotations.</summary>
public sealed class Layout : DynamicObj.DynamicObj
{
    internal void UpdateAxis(StyleParam.SubPlotId id, object axis) =>
        Merge(new() { [id.Axis] = axis });

    /// <summary>Removes all axes and returns the first x and y axis: a grid cell has one of each.</summary>
    internal (object X, object Y) TakeAxes()
    {
        (object, object) first = (Json["xaxis"] ?? new JsonObject(), Json["yaxis"] ?? new JsonObject());
        foreach (string name in Json.Select(property => property.Key).Where(IsAxis).ToArray())
            Json.Remove(name);
        return first;
    }

    /// <summary>Prepends annotations, as Plotly.NET does.</summary>
    internal void AddAnnotations(IEnumerable<FigurePart> annotations) =>
        this["annotations"] = annotations.Concat<object?>(Json["annotations"] as JsonArray ?? []);

    private static bool IsAxis(string name) => name[0] is 'x' or 'y'
        && name.AsSpan(1).StartsWith("axis", StringComparison.Ordinal);
}
