using NeuralNotebooks.Plotting;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Speed;

/// <summary>How close training comes to what the machine's peak allows.</summary>
internal static class TrainingPicture
{
    public static Picture Of(SpeedReport report)
    {
        GenericChart chart = Chart.Combine(
            report
                .Rows.GroupBy(row => row.Threads)
                .Select(group =>
                    Chart.Column<double, string, string>(
                        group.Select(row => 100 * row.Share),
                        Keys: group.Select(row => row.Series).ToArray(),
                        Name: SpeedPage.Threads(group.Key),
                        ShowLegend: true,
                        MultiText: group.Select(row => Short(row.Value)).ToArray(),
                        TextPosition: StyleParam.TextPosition.Outside
                    )
                )
        );
        // The axis extends to the limit, with room for a number above a high column.
        double top = Math.Max(106, 106 * report.Rows.Max(row => row.Share));
        string seen = string.Join(
            "; ",
            report.Rows.Select(row =>
                Invariant($"{SpeedPage.Name(row.Series, row.Threads)}: {row.Share:0%}, {Short(row.Value)} examples/s")
            )
        );
        return Picture
            .Of(
                chart.WithYAxisStyle("% of what the peak would allow", MinMax: (0, top)),
                $"Columns of the share of the FMA peak that training reaches: {seen}."
            )
            .WithTitle("How close training comes to the machine's peak")
            .WithCaption(
                "Above each column: examples per second. At 100 % the machine would do nothing but the "
                    + "multiply-adds of the matrix products, without stalls. "
                    + "In a small network most of the time goes to everything else in a step."
            );
    }

    /// <summary>Three digits, and k or M for thousands or millions.</summary>
    private static string Short(double value) => value switch
    {
        >= 9.995e6 => Invariant($"{value / 1e6:0.0}M"),
        >= 999_500 => Invariant($"{value / 1e6:0.00}M"),
        >= 99_950 => Invariant($"{value / 1e3:0}k"),
        >= 1e3 => Invariant($"{value / 1e3:0.0}k"),
        _ => Invariant($"{value:0}"),
    };
}
