using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Family, size and colour of text.</summary>
public sealed class Font : DynamicObj.DynamicObj
{
    public static Font init(
        FSharpOption<StyleParam.FontFamily>? Family = null, FSharpOption<double>? Size = null,
        FSharpOption<Color>? Color = null) =>
        new()
        {
            Family, Size, Color,
        };
}
