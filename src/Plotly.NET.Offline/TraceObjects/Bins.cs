using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>Where the bins of a histogram begin and end, and how wide they are.</summary>
public sealed class Bins : DynamicObj.DynamicObj
{
    public static Bins init(
        FSharpOption<double>? Start = null, FSharpOption<double>? End = null, FSharpOption<double>? Size = null) =>
        new Bins()
            .With("start", Start).With("end", End).With("size", Size);
}
