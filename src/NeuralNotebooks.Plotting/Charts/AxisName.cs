namespace NeuralNotebooks.Plotting;

/// <summary>The names of the axes of a figure. Panels, which have a pair of axes each, are numbered from 0. The
/// function axisName in Style/parts.js relates the names that traces and layouts use.</summary>
internal static class AxisName
{
    /// <summary>In a trace x, x2, x3, …; in a layout xaxis, xaxis2, xaxis3, ….</summary>
    /// <param name="first">The name of the first panel's axis: x, y, xaxis or yaxis.</param>
    /// <param name="panel">The number of the panel.</param>
    public static string Of(string first, int panel) => panel <= 0 ? first : Invariant($"{first}{panel + 1}");
}
