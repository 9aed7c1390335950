using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.TraceObjects;

/// <summary>Which contours are drawn, and how.</summary>
public sealed class Contours : DynamicObj.DynamicObj
{
    public static Contours init<A>(
        FSharpOption<ContourColoring>? Coloring = null, FSharpOption<double>? End = null,
        FSharpOption<Font>? LabelFont = null, FSharpOption<string>? LabelFormat = null,
        FSharpOption<bool>? ShowLabels = null, FSharpOption<bool>? ShowLines = null, FSharpOption<double>? Size = null,
        FSharpOption<double>? Start = null) =>
        new()
        {
            Coloring, End, LabelFont, LabelFormat, ShowLabels, ShowLines, Size, Start,
        };
}
