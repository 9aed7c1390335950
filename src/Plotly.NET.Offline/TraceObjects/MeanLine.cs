using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The line at the mean of a violin.</summary>
public sealed class MeanLine : DynamicObj.DynamicObj
{
    public static MeanLine init(
        FSharpOption<bool>? Visible = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Width = null) =>
        new MeanLine()
            .With("visible", Visible).With("color", Color).With("width", Width);
}
