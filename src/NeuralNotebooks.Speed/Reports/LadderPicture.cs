using System.Globalization;
using NeuralNotebooks.Plotting;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Speed;

/// <summary>The stages of the matrix product over the size of the matrices, below the peaks of the machine.</summary>
internal static class LadderPicture
{
    private const string Ink = "var(--ink)", FaintInk = Ink + "/0.55";

    private const string Multiply = nameof(Gemm.Multiply);

    // The page decides on the width.
    private const int Width = 960, Height = 500;

    private static readonly double[] _tickDigits = [1, 2, 5];

    // Neighbouring lines differ in colour, dash and symbol; only Multiply has the first colour of the course.
    private static readonly Dictionary<string, Look> _looks = new()
    {
        [nameof(Gemm.Naive)] = new(FaintInk, StyleParam.DrawingStyle.Dot, StyleParam.MarkerSymbol.X),
        [nameof(Gemm.Reordered)] = new("#cc79a7", StyleParam.DrawingStyle.Dash, StyleParam.MarkerSymbol.TriangleUp),
        [nameof(Gemm.Blocked)] = new("#8c6d00", StyleParam.DrawingStyle.DashDot, StyleParam.MarkerSymbol.Square),
        [nameof(Gemm.Simd)] = new(Ink, StyleParam.DrawingStyle.Dash, StyleParam.MarkerSymbol.Cross),
        [nameof(Gemm.RegisterTiled)] = new("#009e73", StyleParam.DrawingStyle.Dash, StyleParam.MarkerSymbol.Diamond),
        [nameof(Gemm.Packed)] = new("#d55e00", StyleParam.DrawingStyle.DashDot, StyleParam.MarkerSymbol.Square),
        [Multiply] = new("#0072b2", StyleParam.DrawingStyle.Solid, StyleParam.MarkerSymbol.Circle),
    };

    public static Picture Of(SpeedReport report)
    {
        double[] sizes = [.. report.Rows.Select(Size).Distinct().Order()];
        double low = report.Rows.Min(row => row.Value) / 1.5,
            high = report.Peaks.Max(peak => peak.Gigaflops) * 1.7;
        GenericChart chart = Chart
            .Combine([
                .. report.Peaks.Select(peak => Roof(peak, sizes)),
                .. report.Rows.GroupBy(row => (row.Series, row.Threads)).Select(Stage),
            ])
            .WithXAxisStyle("n of an n × n by n × n product", (Math.Log10(sizes[0] / 1.1), Math.Log10(sizes[^1] * 1.1)))
            .WithYAxisStyle("GFLOP/s", (Math.Log10(low), Math.Log10(high)))
            .LogX()
            .LogY()
            .WithSize(Width, Height);
        Layout layout = new();
        layout.SetProperty("xaxis", Ticks(sizes));
        layout.SetProperty("yaxis", Ticks(Rounds(low, high)));
        GenericChart.addLayout(layout, chart);
        return Picture.Of(chart, InWords(report))
            .WithTitle("Each stage, and the machine's peak above it")
            .WithCaption(
                "Both axes are logarithmic. All stages compute the same product. The roof is the machine's "
                    + "peak: a loop of nothing but fused multiply-adds. "
                    + $"Only {Multiply} uses several threads, and only where a product is large enough."
            );
    }

    private static GenericChart Stage(IGrouping<(string Series, int Threads), SpeedRow> stage)
    {
        Look look = _looks[stage.Key.Series];
        bool isShared = stage.Key.Threads > 1;
        return Chart.Line<double, double, string>(
            stage.Select(Size),
            stage.Select(row => row.Value),
            Name: SpeedPage.Name(stage.Key.Series, stage.Key.Threads),
            ShowLegend: true,
            ShowMarkers: true,
            LineColor: Color.fromString(look.Colour),
            LineDash: isShared ? StyleParam.DrawingStyle.Dot : look.Dash,
            LineWidth: stage.Key.Series == Multiply ? 3 : 2,
            MarkerSymbol: isShared ? StyleParam.MarkerSymbol.Diamond : look.Symbol
        );
    }

    private static GenericChart Roof(SpeedPeak peak, double[] sizes)
    {
        string name = SpeedPage.Name("FMA peak", peak.Threads);
        return Chart.Line<double, double, string>(
            new[] { sizes[0], sizes[^1] },
            new[] { peak.Gigaflops, peak.Gigaflops },
            Name: name,
            ShowLegend: false,
            ShowMarkers: false,
            MultiText: new[] { "", Invariant($"{name}: {peak.Gigaflops:0} GFLOP/s") },
            TextPosition: StyleParam.TextPosition.TopLeft,
            LineColor: Color.fromString(FaintInk),
            LineWidth: 1.5
        );
    }

    private static LinearAxis Ticks(double[] ticks)
    {
        LinearAxis axis = new();
        axis.SetProperty("tickmode", "array");
        axis.SetProperty("tickvals", ticks);
        axis.SetProperty(
            "ticktext",
            ticks.Select(tick => tick.ToString("0.##", CultureInfo.InvariantCulture)).ToArray()
        );
        return axis;
    }

    private static double[] Rounds(double low, double high) =>
        [
            .. Enumerable
                .Range((int)Math.Floor(Math.Log10(low)), 8)
                .SelectMany(power => _tickDigits.Select(digit => digit * Math.Pow(10, power)))
                .Where(tick => tick >= low && tick <= high),
        ];

    private static string InWords(SpeedReport report)
    {
        string largest = report.Rows.MaxBy(Size)!.Case;
        var stages = report
            .Rows.GroupBy(row => SpeedPage.Name(row.Series, row.Threads))
            .Select(stage =>
                Invariant(
                    $"{stage.Key} {stage.First().Value:0.#} at {stage.First().Case} and "
                        + $"{stage.Last().Value:0.#} at {stage.Last().Case}"
                )
            );
        var peaks = report.Peaks.Select(peak =>
            Invariant($"{SpeedPage.Name("FMA peak", peak.Threads)}: {peak.Gigaflops:0}")
        );
        return $"Lines of GFLOP/s over n up to {largest}, both axes logarithmic: {string.Join("; ", stages)}; above "
            + $"them {string.Join("; ", peaks)}.";
    }

    private static double Size(SpeedRow row) => double.Parse(row.Case, CultureInfo.InvariantCulture);

    private sealed record Look(string Colour, StyleParam.DrawingStyle Dash, StyleParam.MarkerSymbol Symbol);
}
