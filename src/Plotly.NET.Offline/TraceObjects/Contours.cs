using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.TraceObjects;

/// <summary>Which contours are drawn, and how.</summary>
public sealed class Contours : DynamicObj.DynamicObj
{
    public static Contours init<A>(
        FSharpOption<ContourColoring>? Coloring = null, FSharpOption<double>? End = null,
        FSharpOption<Font>? LabelFont = null, FSharpOption<string>? LabelFormat = null,
        FSharpOption<ConstraintOperation>? Operation = null, FSharpOption<bool>? ShowLabels = null,
        FSharpOption<bool>? ShowLines = null, FSharpOption<double>? Size = null, FSharpOption<double>? Start = null,
        FSharpOption<ContourType>? Type = null, FSharpOption<A>? Value = null)
        where A : IConvertible =>
        new()
        {
            Coloring, End, LabelFont, LabelFormat, Operation, ShowLabels, ShowLines, Size, Start, Type, Value,
        };
}
