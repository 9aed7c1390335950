using Plotly.NET.LayoutObjects;

namespace Plotly.NET;

/// <summary>Everything in a chart that belongs to no single trace: axes, title, size, legend, annotations.</summary>
public sealed class Layout : DynamicObj.DynamicObj
{
    // Lists that are concatenated when two layouts are merged; any other property of the second replaces the first's.
    private static readonly string[] _lists =
        ["annotations", "shapes", "selections", "images", "sliders", "hiddenlabels", "updatemenus"];

    /// <summary>Merges another layout into this one.</summary>
    internal void Combine(Layout other)
    {
        List<(string Name, object[] Items)> joined = [];
        foreach (string name in _lists)
        {
            if (Get(name) is IEnumerable<object> ours && other.Get(name) is IEnumerable<object> theirs)
                joined.Add((name, [.. ours, .. theirs]));
        }
        Merge(other);
        foreach ((string name, object[] items) in joined)
            SetProperty(name, items);
    }

    internal void UpdateAxis(StyleParam.SubPlotId id, LinearAxis axis)
    {
        string name = id.ToString();
        if (Get(name) is LinearAxis existing)
            existing.Merge(axis);
        else
            SetProperty(name, axis);
    }

    /// <summary>Removes all axes and returns the first x and y axis: a grid cell has one of each.</summary>
    internal (LinearAxis X, LinearAxis Y) TakeAxes()
    {
        LinearAxis x = Get("xaxis") as LinearAxis ?? new LinearAxis(),
            y = Get("yaxis") as LinearAxis ?? new LinearAxis();
        foreach (char letter in "xy")
        {
            foreach (string name in this.Select(property => property.Key).Where(name => IsAxis(name, letter)).ToArray())
                RemoveProperty(name);
        }
        return (x, y);
    }

    /// <summary>Prepends annotations, as the original does.</summary>
    internal void AddAnnotations(DynamicObj.DynamicObj[] annotations) =>
        SetProperty(
            "annotations", (object[])[.. annotations, .. Get("annotations") as IEnumerable<object> ?? []]);

    private static bool IsAxis(string name, char letter) => name[0] == letter
        && name.AsSpan(1).StartsWith("axis", StringComparison.Ordinal);
}
