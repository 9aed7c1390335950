using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.TraceObjects;

/// <summary>Colour, size and symbol of the points or bars of a trace.</summary>
public sealed class Marker : DynamicObj.DynamicObj
{
    public static Marker init(
        FSharpOption<double>? CMax = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<Colorscale>? Colorscale = null, FSharpOption<Line>? Outline = null,
        FSharpOption<double>? Opacity = null, FSharpOption<IEnumerable<double>>? MultiOpacity = null,
        FSharpOption<bool>? ReverseScale = null, FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<MarkerSymbol>? Symbol = null,
        FSharpOption<IEnumerable<MarkerSymbol>>? MultiSymbol = null) =>
        new()
        {
            CMax, CMin, Color, Colorscale, { Outline, "line" }, { Size, MultiSize }, { Opacity, MultiOpacity },
            { Symbol, MultiSymbol }, ReverseScale, ShowScale,
        };
}
