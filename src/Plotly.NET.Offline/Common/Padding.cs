using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Space around an element, in pixels.</summary>
public sealed class Padding : DynamicObj.DynamicObj
{
    public static Padding init(
        FSharpOption<int>? B = null, FSharpOption<int>? L = null, FSharpOption<int>? R = null, FSharpOption<int>? T = null) =>
        new Padding()
            .With("b", B).With("l", L).With("r", R).With("t", T);
}
