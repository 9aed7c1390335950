using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

/// <summary>The titles of a grid's cells: texts over the middle of each cell, in paper coordinates.</summary>
internal static class GridTitles
{
    /// <summary>The middle of the upper edge of each cell, row by row.</summary>
    public static (double X, double Y)[] Places(int rows, int columns, double xGap, double yGap, bool fromBelow)
    {
        (double Start, double End)[] across = Cells(columns, xGap), up = Cells(rows, yGap);
        if (!fromBelow)
            Array.Reverse(up);
        return [.. from row in up from column in across select ((column.Start + column.End) / 2.0, row.End)];
    }

    public static Annotation[] Of(
        IEnumerable<string> titles, (double X, double Y)[] places, Optional<Font> font, double offset) =>
        [.. titles.Zip(places, (text, place) =>
            new Annotation
            {
                { place.X, "x" }, { place.Y + offset, "y" }, font, { false, "showarrow" }, text,
                { StyleParam.XAnchorPosition.Center, "xanchor" }, { "paper", "xref" },
                { StyleParam.YAnchorPosition.Bottom, "yanchor" }, { "paper", "yref" },
            })];

    // plotly.js measures a gap as a fraction of a cell with its gap.
    private static (double Start, double End)[] Cells(int count, double gap)
    {
        double step = 1.0 / (count - gap), width = step * (1.0 - gap);
        return [.. Enumerable.Range(0, count).Select(i => (step * i, (step * i) + width))];
    }
}
