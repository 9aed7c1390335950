using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>How a histogram accumulates.</summary>
public sealed class Cumulative : DynamicObj.DynamicObj
{
    public static Cumulative init(
        FSharpOption<bool>? Enabled = null, FSharpOption<StyleParam.CumulativeDirection>? Direction = null, FSharpOption<StyleParam.Currentbin>? Currentbin = null) =>
        new Cumulative()
            .With("enabled", Enabled).With("direction", Direction).With("currentbin", Currentbin);
}
