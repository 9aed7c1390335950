using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET;

/// <summary>The text, font and position of a title.</summary>
public sealed class Title : DynamicObj.DynamicObj
{
    public static Title init(
        FSharpOption<string>? Text = null, FSharpOption<Font>? Font = null, FSharpOption<double>? X = null,
        FSharpOption<XAnchorPosition>? XAnchor = null, FSharpOption<double>? Y = null,
        FSharpOption<YAnchorPosition>? YAnchor = null, FSharpOption<int>? Standoff = null,
        FSharpOption<Side>? Side = null) =>
        new()
        {
            Text, Font, X, XAnchor, Y, YAnchor, Standoff, Side,
        };
}
