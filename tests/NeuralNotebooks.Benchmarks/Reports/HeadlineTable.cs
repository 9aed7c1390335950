using System.Globalization;
using System.Text;

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
        (Report Report, int Threads)[] columns =
        [
            .. reports.SelectMany(
                report => report.Comparisons.Select(one => one.Threads).Distinct().Order(),
                (report, threads) => (report, threads)
            ),
        ];
        StringBuilder text = new();
        IEnumerable<string> heads = columns.Select(column =>
            $"{column.Report.Machine.Cpu}, {SpeedPage.Threads(column.Threads)}"
        );
        text.Append(CultureInfo.InvariantCulture, $"| times as fast as | {string.Join(" | ", heads)} |\n");
        text.Append("|---|").Append(string.Concat(columns.Select(_ => "--:|"))).Append('\n');
        foreach (Row row in _rows)
        {
            string[] cells =
            [
                .. columns.Select(column =>
                    Cell(column.Report.Comparisons.Where(one => one.Threads == column.Threads), row)
                ),
            ];
            if (cells.Any(cell => cell.Length > 0))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.What}: {row.Against} | {string.Join(" | ", cells)} |\n"
                );
        }
        return text.ToString();
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
