using System.Globalization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The ratios to the best-known competitors over all cases of a group: the geometric mean, and the smallest
/// and largest.</summary>
internal static class HeadlineTable
{
    private sealed record Row(string What, string Group, string Precision, string Against);

    private static readonly Row[] _rows =
    [
        new("Matrix product, fp32", ProductComparison.Group, "fp32", ProductComparison.OpenBlasName),
        new("Matrix product, fp64", ProductComparison.Group, "fp64", ProductComparison.OpenBlasName),
        new("Training, fp32", TrainingComparison.Group, "fp32", PythonWorkers.PyTorch),
        new("Training, fp32", TrainingComparison.Group, "fp32", PythonWorkers.ScikitLearn),
        new("Elementwise functions, fp32", VectorComparison.Group, "fp32", VectorComparison.TensorPrimitivesName),
    ];

    public static string Of(IReadOnlyList<Report> reports)
    {
        (string Head, Comparison[] Cases)[] columns =
        [
            .. reports.SelectMany(
                report => report.Comparisons.GroupBy(one => one.Threads).OrderBy(cases => cases.Key),
                (report, cases) =>
                    ($"{report.Machine.Cpu}, {SpeedPage.Threads(cases.Key)}", (Comparison[])[.. cases])
            ),
        ];
        return MarkdownTable.Of(
            ["times as fast as", .. columns.Select(column => column.Head)],
            from row in _rows
            let cells = columns.Select(column => Cell(column.Cases, row))
            where cells.Any(cell => cell.Length > 0)
            select cells.Prepend($"{row.What}: {row.Against}")
        );
    }

    private static string Cell(IEnumerable<Comparison> comparisons, Row row)
    {
        double[] ratios =
        [
            .. comparisons
                .Where(one => one.Group == row.Group && one.Precision == row.Precision)
                .Select(one => one.Ratio(row.Against))
                .OfType<double>(),
        ];
        return ratios.Length == 0
            ? ""
            : $"{Number(Math.Exp(ratios.Average(Math.Log)))} ({Number(ratios.Min())}–{Number(ratios.Max())})";
    }

    private static string Number(double ratio) =>
        ratio.ToString(ratio < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
