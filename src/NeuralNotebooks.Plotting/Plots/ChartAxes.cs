using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace NeuralNotebooks.Plotting;

/// <summary>Logarithmic axes for a chart of Plotly.NET, whose own call needs eight type arguments from C#.</summary>
public static class ChartAxes
{
    /// <summary>Makes the x axis logarithmic, and returns the chart.</summary>
    public static GenericChart LogX(this GenericChart chart) => chart.WithXAxis(Logarithmic());

    /// <summary>Makes the y axis logarithmic, and returns the chart.</summary>
    public static GenericChart LogY(this GenericChart chart) => chart.WithYAxis(Logarithmic());

    private static LinearAxis Logarithmic() =>
        LinearAxis.init<double, double, double, double, double, double, double, double>(
            AxisType: StyleParam.AxisType.Log
        );
}
