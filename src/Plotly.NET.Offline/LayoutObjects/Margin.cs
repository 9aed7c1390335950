using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

/// <summary>The space around the plotting area, in pixels.</summary>
public sealed class Margin : DynamicObj.DynamicObj
{
    public static Margin init<A, B, C, D, E, F>(
        FSharpOption<A>? Left = null, FSharpOption<B>? Right = null, FSharpOption<C>? Top = null, FSharpOption<D>? Bottom = null, FSharpOption<E>? Pad = null,
        FSharpOption<F>? Autoexpand = null) =>
        new Margin()
            .With("l", Left).With("r", Right).With("t", Top).With("b", Bottom).With("pad", Pad).With("autoexpand", Autoexpand);
}
