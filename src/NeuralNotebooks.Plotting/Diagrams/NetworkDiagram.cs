using System.Globalization;
using System.Net;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>Units as circles, layers as columns, weights as arrows. Colours derive from the page's, so that it is readable on light and dark backgrounds.</summary>
internal sealed class NetworkDiagram(IReadOnlyList<IReadOnlyList<string>> layers, IReadOnlyList<Matrix<double>>? weights, IReadOnlyList<double[]>? deltas = null)
{
    private const double Radius = 15, ColumnWidth = 230, Margin = 26, CharacterWidth = 7.6;

    // With more arrows than this the numbers would overlap.
    private const int MostNumbers = 12, MostDeltas = 24;

    private readonly double _rowHeight = RowHeight(deltas);
    private readonly double _left = Margin + Radius + layers[0].Max(name => name.Length) * CharacterWidth;
    private readonly double _height = Math.Max(2, layers.Max(layer => layer.Count)) * RowHeight(deltas) + Margin;
    private readonly double _largestDelta = deltas is null ? 0 : deltas.Max(layer => layer.Max(Math.Abs));

    public string ToSvg()
    {
        double right = Margin + Radius + layers[^1].Max(name => name.Length) * CharacterWidth;
        double width = _left + (layers.Count - 1) * ColumnWidth + right;
        var svg = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {_height:0}\" width=\"{width:0}\" height=\"{_height:0}\" ")
            .Append("font-family=\"system-ui,'DejaVu Sans',sans-serif\" font-size=\"14\" fill=\"currentColor\" style=\"max-width:100%;height:auto\">");
        for (int l = 1; l < layers.Count; l++)
        {
            AppendArrows(svg, l);
        }

        for (int l = 0; l < layers.Count; l++)
        {
            AppendUnits(svg, l);
        }

        return svg.Append("</svg>").ToString();
    }

    private void AppendArrows(StringBuilder svg, int layer)
    {
        Matrix<double>? W = weights?[layer - 1];
        double largest = W is null ? 1 : Math.Max(1e-300, Math.Max(W.Max(), -W.Min()));
        bool numbers = W is not null && weights!.Sum(matrix => matrix.Count) <= MostNumbers;
        for (int to = 0; to < layers[layer].Count; to++)
        {
            for (int from = 0; from < layers[layer - 1].Count; from++)
            {
                double weight = W?[to, from] ?? 0;
                string color = weight switch { < 0 => Palette.Drawn(Palette.Blue), > 0 => Palette.Drawn(Palette.Orange), _ => "currentColor" };
                double thickness = W is null ? 1.2 : 0.6 + 3.4 * Math.Abs(weight) / largest;
                (double x1, double y1) = Towards(Place(layer - 1, from), Place(layer, to), Radius);
                (double x2, double y2) = Towards(Place(layer, to), Place(layer - 1, from), Radius + 3);
                svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{color}\" stroke-width=\"{thickness:0.##}\" opacity=\"{(W is null ? 0.5 : 0.85)}\"/>");
                AppendHead(svg, (x1, y1), (x2, y2), color, W is null ? 0.6 : 0.85);
                if (numbers)
                {
                    AppendNumber(svg, (x1, y1), (x2, y2), NumberText.Html(weight), color);
                }
            }
        }
    }

    private static void AppendHead(StringBuilder svg, (double X, double Y) from, (double X, double Y) to, string color, double opacity)
    {
        double angle = Math.Atan2(to.Y - from.Y, to.X - from.X);
        (double x, double y) Corner(double turn) => (to.X - 9 * Math.Cos(angle + turn), to.Y - 9 * Math.Sin(angle + turn));
        ((double ax, double ay), (double bx, double by)) = (Corner(0.38), Corner(-0.38));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{to.X:0.#} {to.Y:0.#}L{ax:0.#} {ay:0.#}L{bx:0.#} {by:0.#}Z\" fill=\"{color}\" opacity=\"{opacity}\"/>");
    }

    /// <summary>Near the unit that the arrow leaves, where the arrows of a fan are apart, on a halo in the colour of the page.</summary>
    private static void AppendNumber(StringBuilder svg, (double X, double Y) from, (double X, double Y) to, string text, string color)
    {
        const double Part = 0.18;
        (double x, double y) = (from.X + Part * (to.X - from.X), from.Y + Part * (to.Y - from.Y) - 4);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" font-size=\"12\" fill=\"{color}\" ")
            .Append("stroke=\"var(--ground,Canvas)\" stroke-width=\"4\" paint-order=\"stroke\">").Append(text).Append("</text>");
    }

    private void AppendUnits(StringBuilder svg, int layer)
    {
        bool first = layer == 0, last = layer == layers.Count - 1;
        for (int unit = 0; unit < layers[layer].Count; unit++)
        {
            (double x, double y) = Place(layer, unit);
            (double labelX, double labelY, string anchor) = first ? (x - Radius - 8, y + 5, "end")
                : last ? (x + Radius + 8, y + 5, "start")
                : (x, y - Radius - 8, "middle");
            double? delta = first ? null : deltas?[layer - 1][unit];
            (string fill, double opacity) = Fill(first, delta);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius}\" fill=\"{fill}\" fill-opacity=\"{opacity:0.###}\" stroke=\"currentColor\" stroke-width=\"1.4\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{labelX:0.#}\" y=\"{labelY:0.#}\" text-anchor=\"{anchor}\">")
                .Append(WebUtility.HtmlEncode(layers[layer][unit])).Append("</text>");
            if (delta is { } number && deltas!.Sum(units => units.Length) <= MostDeltas)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + Radius + 15:0.#}\" text-anchor=\"middle\" font-size=\"12\" fill=\"{Palette.Drawn(Palette.Orange)}\" stroke=\"var(--ground,Canvas)\" stroke-width=\"4\" paint-order=\"stroke\">{NumberText.Html(number)}</text>");
        }
    }

    // The number of a unit stands below it, the name of the next one above that.
    private static double RowHeight(IReadOnlyList<double[]>? deltas) => deltas is null ? 60 : 84;

    /// <summary>Without δ a grey unit; with it blue below 0, the ground at 0, orange above, on one scale for all layers.</summary>
    private (string Colour, double Opacity) Fill(bool isFeature, double? delta) => delta is { } number
        ? (number < 0 ? Palette.Blue : Palette.Orange, _largestDelta == 0 ? 0 : Math.Abs(number) / _largestDelta)
        : ("currentColor", isFeature ? 0.05 : 0.14);

    /// <summary>The centre of a unit; each layer is centred on the middle of the drawing.</summary>
    private (double X, double Y) Place(int layer, int unit) =>
        (_left + layer * ColumnWidth, _height / 2 + 8 + (unit - (layers[layer].Count - 1) / 2.0) * _rowHeight * (layers[layer].Count < layers[0].Count ? 1.5 : 1));

    /// <summary>The point at a distance from one centre on the way to another.</summary>
    private static (double X, double Y) Towards((double X, double Y) from, (double X, double Y) to, double distance)
    {
        double length = Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y));
        return (from.X + distance * (to.X - from.X) / length, from.Y + distance * (to.Y - from.Y) / length);
    }
}
