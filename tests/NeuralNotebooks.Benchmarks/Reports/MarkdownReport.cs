using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A report as the tables of docs/speed.md.</summary>
internal static class MarkdownReport
{
    private const string NotMeasured = "–";

    private static readonly Section[] _sections =
    [
        new(
            "Matrix product, fp32",
            ProductComparison.Group,
            "fp32",
            [ProductComparison.OpenBlasName],
            Bound: Contender.PeakName
        ),
        new(
            "Matrix product, fp64",
            ProductComparison.Group,
            "fp64",
            [ProductComparison.OpenBlasName, ProductComparison.BlisName]
        ),
        new(
            "Training, fp32",
            TrainingComparison.Group,
            "fp32",
            [PythonWorkers.PyTorch, PythonWorkers.NumPy, PythonWorkers.ScikitLearn],
            Bound: TrainingComparison.BoundName
        ),
        new(
            "Elementwise functions, fp32",
            VectorComparison.Group,
            "fp32",
            [VectorComparison.TensorPrimitivesName, PythonWorkers.PyTorch, PythonWorkers.NumPy]
        ),
    ];

    public static string Of(Report report)
    {
        StringBuilder text = new(
            Invariant(
                $"## {report.Machine.Cpu}\n\n{report.Machine.Cores} cores, "
                    + $"vectors of {report.Machine.VectorBits} bits, "
            )
                + $"{report.Machine.OperatingSystem}; "
                + $"{report.Date}{(report.Commit is { } commit ? $", commit {commit}" : "")}. "
                + $"{string.Join(", ", report.Versions.Select(version => $"{version.Key} {version.Value}"))}.\n"
        );
        foreach (Section section in _sections)
        {
            Comparison[] cases =
            [
                .. report.Comparisons.Where(one => one.Group == section.Group && one.Precision == section.Precision),
            ];
            if (cases.Length > 0)
                text.Append("\n**").Append(section.Title).Append("**\n\n").Append(Table(section, cases));
        }
        if (report.Figures.Count > 0)
            text.Append('\n').AppendJoin("", report.Figures.Select(figure => $"- {figure}\n"));
        return text.ToString();
    }

    private static string Table(Section section, Comparison[] cases)
    {
        List<Column> columns = [];
        foreach (int threads in cases.Select(one => one.Threads).Distinct().Order())
        {
            columns.Add(
                new($"{SpeedPage.Threads(threads)}, {cases[0].Unit}", threads, one => Comparison.Number(one.Ours.Best))
            );
            // The FLOP bound of training is that of its own race; on several threads the scheduler spoils some of them.
            if (section.Bound is { } bound && (threads == 1 || bound == Contender.PeakName))
                columns.Add(new($"of the {bound}", threads, one => Text(Share(one, bound, cases), "0%")));
            columns.AddRange(
                section
                    .Others.Where(other => cases.Any(one => one.Ratio(other) is not null))
                    .Select(other => new Column(
                        $"× {other}",
                        threads,
                        one => Text(one.Ratio(other), one.Ratio(other) < 10 ? "0.00" : "0.0")
                    ))
            );
        }
        return MarkdownTable.Of(
            ["case", .. columns.Select(column => column.Head)],
            cases
                .GroupBy(one => one.Case.EndsWith('³') ? one.Case : $"{one.Case}: {one.Detail}")
                .Select(row =>
                    columns
                        .Select(column =>
                            row.FirstOrDefault(one => one.Threads == column.Threads) is { } one
                                ? column.Cell(one)
                                : NotMeasured
                        )
                        .Prepend(row.Key)
                )
        );
    }

    // The scheduler may leave two threads on one core for a whole race; the peak of that race is then half of the
    // machine's.
    private static double? Share(Comparison comparison, string bound, Comparison[] cases) =>
        comparison.Threads == 1
            ? comparison.Ratio(bound)
            : comparison.Ours.Best
                / cases.Where(one => one.Threads == comparison.Threads).Max(one => one.BestOf(bound));

    private static string Text(double? number, string format) =>
        number?.ToString(format, CultureInfo.InvariantCulture) ?? NotMeasured;

    /// <summary>A table: cases of one group and precision, ours beside others and, in percent, a bound.</summary>
    private sealed record Section(
        string Title,
        string Group,
        string Precision,
        string[] Others,
        string? Bound = null
    );

    private sealed record Column(string Head, int Threads, Func<Comparison, string> Cell);
}
