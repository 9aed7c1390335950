using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The part of the page that a subplot takes.</summary>
public sealed class Domain : DynamicObj.DynamicObj
{
    public static Domain init(
        FSharpOption<StyleParam.Range>? X = null, FSharpOption<StyleParam.Range>? Y = null, FSharpOption<int>? Row = null, FSharpOption<int>? Column = null) =>
        new Domain()
            .With("x", X).With("y", Y).With("row", Row).With("column", Column);
}
