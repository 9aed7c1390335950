using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>Error bars.</summary>
public sealed class Error : DynamicObj.DynamicObj
{
    public static Error init<A, B>(
        FSharpOption<bool>? Visible = null, FSharpOption<StyleParam.ErrorType>? Type = null, FSharpOption<bool>? Symmetric = null,
        FSharpOption<IEnumerable<A>>? Array = null, FSharpOption<IEnumerable<B>>? Arrayminus = null, FSharpOption<double>? Value = null,
        FSharpOption<double>? Valueminus = null, FSharpOption<int>? Traceref = null, FSharpOption<int>? Tracerefminus = null, FSharpOption<bool>? Copy_ystyle = null,
        FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null, FSharpOption<double>? Width = null)
        where A : IConvertible where B : IConvertible =>
        new Error()
            .With("visible", Visible).With("type", Type).With("symmetric", Symmetric).With("array", Array).With("arrayminus", Arrayminus).With("value", Value)
            .With("valueminus", Valueminus).With("traceref", Traceref).With("tracerefminus", Tracerefminus).With("copy_ystyle", Copy_ystyle).With("color", Color)
            .With("thickness", Thickness).With("width", Width);
}
