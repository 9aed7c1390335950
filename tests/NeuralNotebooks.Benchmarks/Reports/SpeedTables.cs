namespace NeuralNotebooks.Benchmarks;

internal static class SpeedTables
{
    private const string NotMeasured = "–";

    private static readonly Section[] _sections =
    [
        new(
            "Matrix product, fp32",
            ProductComparison.Group,
            "fp32",
            Others: [ProductComparison.OpenBlasName],
            BestKnown: [ProductComparison.OpenBlasName],
            Bound: Contender.PeakName),
        new(
            "Matrix product, fp64",
            ProductComparison.Group,
            "fp64",
            Others: [ProductComparison.OpenBlasName],
            BestKnown: [ProductComparison.OpenBlasName]),
        new(
            "Training, fp32",
            TrainingComparison.Group,
            "fp32",
            Others: [CompetitorWorkers.PyTorch, CompetitorWorkers.NumPy, CompetitorWorkers.ScikitLearn],
            BestKnown: [CompetitorWorkers.PyTorch, CompetitorWorkers.ScikitLearn],
            Bound: TrainingComparison.BoundName),
        new(
            "Elementwise functions, fp32",
            VectorComparison.Group,
            "fp32",
            Others: [VectorComparison.TensorPrimitivesName, CompetitorWorkers.PyTorch, CompetitorWorkers.NumPy],
            BestKnown: [VectorComparison.TensorPrimitivesName]),
    ];

    /// <summary>The first table of docs/speed.md: for the best-known competitors, the geometric mean of the ratios over
    /// all cases of a section, with the smallest and the largest ratio. A report with only some of the cases has no
    /// mean, since it could not be compared with the others.</summary>
    public static string Headline(IReadOnlyList<Report> reports)
    {
        (string Head, Comparison[] Cases)[] columns =
        [
            .. reports.SelectMany(
                report => report.Comparisons.GroupBy(one => one.Threads).OrderBy(cases => cases.Key),
                (report, cases) =>
                    ($"{report.Machine.Cpu}, {Comparison.ThreadsText(cases.Key)}", (Comparison[])[.. cases])),
        ];
        return Table(
            ["times as fast as", .. columns.Select(column => column.Head)],
            from section in _sections
            from competitor in section.BestKnown
            let ratios = columns.Select(column => Ratios(column.Cases.Where(section.Has), competitor)).ToArray()
            let all = ratios.Max(ofColumn => ofColumn.Length)
            where all > 0
            select ratios
                .Select(ofColumn => ofColumn.Length == all ? Mean(ofColumn) : NotMeasured)
                .Prepend($"{section.Title}: {competitor}"));
    }

    public static string Of(Report report)
    {
        StringBuilder text = new(
            Invariant(
                $"## {report.Machine.Cpu}\n\n{report.Machine.Cores} cores, "
                    + $"vectors of {report.Machine.VectorBits} bits, ")
                + $"{report.Machine.OperatingSystem}; "
                + $"{report.Date}{(report.Commit is { } commit ? $", commit {commit}" : "")}. "
                + $"{string.Join(", ", report.Versions.Select(version => $"{version.Key} {version.Value}"))}.\n");
        foreach (Section section in _sections)
            if (report.Comparisons.Where(section.Has).ToArray() is { Length: > 0 } cases)
                text.Append("\n**").Append(section.Title).Append("**\n\n").Append(Of(section, cases));
        return text.ToString();
    }

    private static string Of(Section section, Comparison[] cases)
    {
        List<(string Head, int Threads, Func<Comparison, string> Cell)> columns = [];
        foreach (int threads in cases.Select(one => one.Threads).Distinct().Order())
        {
            string ours = $"{Comparison.ThreadsText(threads)}, {cases[0].Unit}";
            columns.Add((ours, threads, one => Comparison.Number(one.Ours.Best)));
            // The FLOP bound of training is measured separately in each race. With several threads it is wrong in some
            // races, because of the scheduler (see Share), so it is shown for one thread only.
            if (section.Bound is { } bound && (threads == 1 || bound == Contender.PeakName))
                columns.Add(($"of the {bound}", threads, one => Text(Share(one, bound, cases), "0%")));
            foreach (string other in section.Others.Where(other => cases.Any(one => one.Ratio(other) is not null)))
                columns.Add(
                    ($"× {other}", threads, one => Text(one.Ratio(other), one.Ratio(other) < 10 ? "0.00" : "0.0")));
        }
        return Table(
            ["case", .. columns.Select(column => column.Head)],
            from row in cases.GroupBy(one => one.Case.EndsWith('³') ? one.Case : $"{one.Case}: {one.Detail}")
            select columns
                .Select(column => row.FirstOrDefault(one => one.Threads == column.Threads) is { } one
                    ? column.Cell(one)
                    : NotMeasured)
                .Prepend(row.Key));
    }

    private static string Table(IReadOnlyList<string> head, IEnumerable<IEnumerable<string>> rows)
    {
        string alignment = string.Concat(head.Skip(1).Select(_ => "--:|"));
        return $"{Line(head)}|---|{alignment}\n{string.Concat(rows.Select(Line))}";

        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
    }

    private static double[] Ratios(IEnumerable<Comparison> cases, string competitor) =>
        [.. cases.Select(one => one.Ratio(competitor)).OfType<double>()];

    private static string Mean(double[] ratios)
    {
        return $"{Short(Math.Exp(ratios.Average(Math.Log)))} ({Short(ratios.Min())}–{Short(ratios.Max())})";

        static string Short(double ratio) => Text(ratio, ratio < 10 ? "0.00" : "0");
    }

    // The scheduler may run two threads on the same core during a whole race. The peak measured in that race is then
    // half of the machine's, so for several threads the largest peak of all races is used.
    private static double? Share(Comparison comparison, string bound, Comparison[] cases) =>
        comparison.Threads == 1
            ? comparison.Ratio(bound)
            : comparison.Ours.Best
                / cases.Where(one => one.Threads == comparison.Threads).Max(one => one.BestOf(bound));

    private static string Text(double? number, string format) =>
        number?.ToString(format, CultureInfo.InvariantCulture) ?? NotMeasured;

    /// <summary>A table of docs/speed-tables.md: the cases of one group and precision, with our rates, the ratios to
    /// other contenders, and our rates in percent of an upper bound.</summary>
    private sealed record Section(
        string Title, string Group, string Precision, string[] Others, string[] BestKnown, string? Bound = null)
    {
        public bool Has(Comparison one) => one.Group == Group && one.Precision == Precision;
    }
}
