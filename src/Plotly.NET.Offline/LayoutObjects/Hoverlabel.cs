using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The label that appears under the pointer.</summary>
public sealed class Hoverlabel : DynamicObj.DynamicObj
{
    public static Hoverlabel init(
        FSharpOption<StyleParam.Align>? Align = null, FSharpOption<Color>? BgColor = null, FSharpOption<Color>? BorderColor = null, FSharpOption<Font>? Font = null,
        FSharpOption<Font>? GroupTitleFont = null, FSharpOption<int>? Namelength = null) =>
        new Hoverlabel()
            .With("bgcolor", BgColor).With("bordercolor", BorderColor).With("font", Font).With("grouptitlefont", GroupTitleFont).With("align", Align)
            .With("namelength", Namelength);
}
