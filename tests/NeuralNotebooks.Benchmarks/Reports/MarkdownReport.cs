using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A report as the tables of docs/speed.md.</summary>
internal static class MarkdownReport
{
    private const string NotMeasured = "–";

    public static string Of(Report report)
    {
        StringBuilder text = new();
        int[] threads = [.. report.Comparisons.Select(comparison => comparison.Threads).Distinct().Order()];
        text.Append(
            CultureInfo.InvariantCulture,
            $"## {report.Machine.Cpu}\n\n{report.Machine.Cores} cores, vectors of "
                + $"{report.Machine.VectorBits} bits, {report.Machine.OperatingSystem}; "
                + $"{report.Date}{(report.Commit is { } commit ? $", commit {commit}" : "")}. "
        );
        text.Append(string.Join(", ", report.Versions.Select(version => $"{version.Key} {version.Value}")))
            .Append(".\n");
        AppendProducts(text, report, threads, "fp32", [ProductComparison.OpenBlasName], hasShare: true);
        AppendProducts(
            text,
            report,
            threads,
            "fp64",
            [ProductComparison.OpenBlasName, ProductComparison.BlisName],
            hasShare: false
        );
        AppendTraining(text, report, threads);
        AppendVectors(text, report);
        AppendFigures(text, report);
        return text.ToString();
    }

    private static void AppendProducts(
        StringBuilder text,
        Report report,
        int[] threads,
        string precision,
        string[] others,
        bool hasShare
    )
    {
        Comparison[] products =
        [
            .. report.Comparisons.Where(one => one.Group == ProductComparison.Group && one.Precision == precision),
        ];
        List<Column> columns = [];
        foreach (int count in threads.Where(count => products.Any(one => one.Threads == count)))
        {
            columns.Add(new($"{SpeedPage.Threads(count)}, GFLOP/s", count, one => ConsoleTable.Number(one.Ours.Best)));
            if (hasShare)
                columns.Add(
                    new(
                        "of the peak",
                        count,
                        one => count == 1 ? Share(one, Contender.PeakName) : ShareOfBestPeak(one, products)
                    )
                );
            columns.AddRange(others.Select(other => new Column($"× {other}", count, one => Ratio(one, other))));
        }
        AppendTable(
            text, $"Matrix product, {precision}", "m×k·k×n", products,
            one => one.Case.EndsWith('³') ? one.Case : $"{one.Case} ({one.Detail.Split(' ')[0]})", columns);
    }

    private static void AppendTraining(StringBuilder text, Report report, int[] threads)
    {
        Comparison[] trained = [.. report.Comparisons.Where(one => one.Group == TrainingComparison.Group)];
        List<Column> columns = [];
        foreach (int count in threads.Where(count => trained.Any(one => one.Threads == count)))
        {
            columns.Add(
                new($"{SpeedPage.Threads(count)}, examples/s", count, one => ConsoleTable.Number(one.Ours.Best))
            );
            columns.AddRange(new[] { PythonWorkers.PyTorch, PythonWorkers.NumPy, PythonWorkers.ScikitLearn }
                .Where(other => trained.Any(one => one.Ratio(other) is not null))
                .Select(other => new Column($"× {other}", count, one => Ratio(one, other))));
            if (count == 1)
                columns.Add(new("of the FLOP bound", count, one => Share(one, TrainingComparison.BoundName)));
        }
        AppendTable(text, "Training, fp32", "network", trained, one => $"{one.Case}: {one.Detail}", columns);
    }

    private static void AppendVectors(StringBuilder text, Report report)
    {
        Comparison[] vectors = [.. report.Comparisons.Where(one => one.Group == VectorComparison.Group)];
        Column[] columns =
        [
            new("10⁹ entries/s", 1, one => ConsoleTable.Number(one.Ours.Best)),
            .. new[] { VectorComparison.TensorPrimitivesName, PythonWorkers.PyTorch, PythonWorkers.NumPy }
                .Where(other => vectors.Any(one => one.Ratio(other) is not null))
                .Select(other => new Column($"× {other}", 1, one => Ratio(one, other))),
        ];
        AppendTable(
            text,
            "Elementwise functions, fp32, one thread",
            "function",
            vectors,
            one => $"{one.Case}, {one.Detail}",
            columns
        );
    }

    private static void AppendFigures(StringBuilder text, Report report)
    {
        if (report.Figures.Count == 0)
            return;
        text.Append('\n');
        foreach (Figure figure in report.Figures)
            text.Append($"- {figure.Name}: {ConsoleTable.Number(figure.Value)} {figure.Unit}".TrimEnd()).Append('\n');
    }

    private static void AppendTable(
        StringBuilder text,
        string title,
        string first,
        Comparison[] comparisons,
        Func<Comparison, string> name,
        IReadOnlyList<Column> columns
    )
    {
        if (comparisons.Length == 0)
            return;
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n**{title}**\n\n| {first} | {string.Join(" | ", columns.Select(column => column.Head))} |\n"
        );
        text.Append("|---|").Append(string.Concat(columns.Select(_ => "--:|"))).Append('\n');
        foreach (IGrouping<string, Comparison> row in comparisons.GroupBy(name))
        {
            IEnumerable<string> cells = columns.Select(column =>
                row.FirstOrDefault(one => one.Threads == column.Threads) is { } one ? column.Cell(one) : NotMeasured
            );
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Ratio(Comparison comparison, string other) =>
        comparison.Ratio(other)?.ToString(comparison.Ratio(other) < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture)
        ?? NotMeasured;

    private static string Share(Comparison comparison, string other) =>
        comparison.Ratio(other)?.ToString("0%", CultureInfo.InvariantCulture) ?? NotMeasured;

    // The scheduler may leave two threads on one core for a whole race; the peak of that race is then half of the
    // machine's.
    private static string ShareOfBestPeak(Comparison comparison, Comparison[] products)
    {
        double peak = products.Where(one => one.Threads == comparison.Threads)
            .Max(one => one.Rates.FirstOrDefault(rate => rate.Name == Contender.PeakName)?.Best ?? 0);
        return peak > 0 ? (comparison.Ours.Best / peak).ToString("0%", CultureInfo.InvariantCulture) : NotMeasured;
    }

    private sealed record Column(string Head, int Threads, Func<Comparison, string> Cell);
}
