using System.Globalization;
using NeuralNotebooks.Speed;
using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>The measurements, as a table and as bars.</summary>
internal static class BenchView
{
    private static readonly Color[] _stages =
    [
        Color.Grey,
        Color.Blue,
        Color.Aqua,
        Color.Green,
        Color.Yellow,
        Color.Orange1,
        Color.Red,
    ];

    public static void Show(Terminal terminal, SpeedReport report)
    {
        IAnsiConsole console = terminal.Console;
        console.WriteLine();
        console.WriteLine(
            Invariant($"{PrintableText.Of(report.Cpu)}, {report.Cores} cores, vectors of {report.VectorBits} bits")
        );
        foreach (SpeedPeak peak in report.Peaks)
            console.WriteLine(Invariant($"FMA peak, {Threads(peak.Threads)}: {peak.Gigaflops:0} GFLOP/s"));
        console.WriteLine();
        console.Write(report.Kind == "gemm" ? Ladder(report, terminal.IsLive) : Training(report, terminal.IsLive));
        console.WriteLine();
        console.Write(Bars(report));
        console.WriteLine();
        foreach (string note in report.Notes)
            console.WriteLine(PrintableText.Of(note));
        console.WriteLine($"Open {report.Page}");
    }

    /// <summary>A line for each stage, a column for each size.</summary>
    private static Table Ladder(SpeedReport report, bool isLive)
    {
        string[] sizes = [.. report.Rows.Select(row => row.Case).Distinct()];
        Table table = New(isLive).AddColumn("GFLOP/s at n =");
        foreach (string size in sizes)
            table.AddColumn(new TableColumn(size).RightAligned());
        foreach (var stage in report.Rows.GroupBy(row => (row.Series, row.Threads)))
        {
            Dictionary<string, SpeedRow> rows = stage.ToDictionary(row => row.Case);
            table.AddRow([
                new Text(Name(stage.Key.Series, stage.Key.Threads)),
                .. sizes.Select(size => new Text(
                    rows.TryGetValue(size, out SpeedRow? row) ? Invariant($"{row.Value:0.0}  {row.Share, 4:0%}") : ""
                )),
            ]);
        }
        return table;
    }

    private static Table Training(SpeedReport report, bool isLive)
    {
        Table table = New(isLive).AddColumns(
            new TableColumn("case"), new TableColumn("network"), new TableColumn("threads").RightAligned(),
            new TableColumn("examples/s").RightAligned(), new TableColumn("share of the peak").RightAligned());
        foreach (SpeedRow row in report.Rows)
            table.AddRow(
                row.Series,
                row.Case,
                Invariant($"{row.Threads}"),
                Invariant($"{row.Value:#,0}"),
                Invariant($"{row.Share:0.0%}")
            );
        return table;
    }

    /// <summary>The stages at the largest size that most of them were measured at, or each case's share of the
    /// peak.</summary>
    private static BarChart Bars(SpeedReport report)
    {
        bool isLadder = report.Kind == "gemm";
        string size = isLadder ? LargestFullyMeasuredSize(report) : "";
        var chart = new BarChart
        {
            Width = 76,
            Label = isLadder ? $"GFLOP/s at n = {size}" : "% of what the peak allows",
            LabelAlignment = Justify.Left,
            Culture = CultureInfo.InvariantCulture,
            ValueFormatter = (value, culture) => value.ToString("0.0", culture),
        };
        foreach ((int index, SpeedRow row) in report.Rows.Where(row => !isLadder || row.Case == size).Index())
        {
            Color colour = isLadder ? _stages[index % _stages.Length] : row.Threads == 1 ? Color.Blue : Color.Orange1;
            chart.AddItem(Markup.Escape(Name(row.Series, row.Threads)), isLadder ? row.Value : 100 * row.Share, colour);
        }
        return chart;
    }

    private static string LargestFullyMeasuredSize(SpeedReport report) =>
        report
            .Rows.GroupBy(row => row.Case)
            .MaxBy(rows => (rows.Count(), int.Parse(rows.Key, CultureInfo.InvariantCulture)))!
            .Key;

    private static Table New(bool isLive) => new() { Border = isLive ? TableBorder.Rounded : TableBorder.None };

    private static string Name(string series, int threads) => threads == 1 ? series : $"{series}, {Threads(threads)}";

    private static string Threads(int count) => Invariant($"{count} thread{(count == 1 ? "" : "s")}");
}
