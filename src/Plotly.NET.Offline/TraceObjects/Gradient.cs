using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The gradient that fills a marker.</summary>
public sealed class Gradient : DynamicObj.DynamicObj
{
    public static Gradient init(
        FSharpOption<Color>? Color = null, FSharpOption<StyleParam.GradientType>? Type = null, FSharpOption<IEnumerable<StyleParam.GradientType>>? MultiTypes = null) =>
        new Gradient()
            .With("type", Type, MultiTypes).With("color", Color);
}
