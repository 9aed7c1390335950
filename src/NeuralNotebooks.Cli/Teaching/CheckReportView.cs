namespace NeuralNotebooks.Cli;

/// <summary>Shows the report of <c>nn assign check</c>: for each task, a matrix of mistakes and probes (test
/// expressions); then errors and advice.</summary>
internal static class CheckReportView
{
    private const int MaxSentenceLength = 70;

    public static void Show(Terminal terminal, CheckReport report)
    {
        foreach (MistakeMatrix matrix in report.Tasks)
            Show(terminal, matrix);
        foreach (SourceProblem error in report.Errors)
            WriteLine(terminal, $"error: {error}", Color.Red);
        foreach (SourceProblem advice in report.Advice)
            WriteLine(terminal, $"advice: {advice}", Color.Yellow);
        terminal.Console.WriteLine(Closing(report));
        terminal.Console.WriteLine();
    }

    /// <summary>Writes a finding. In a log it is one line, which is not wrapped.</summary>
    private static void WriteLine(Terminal terminal, string text, Color color)
    {
        if (terminal.IsLive)
            terminal.Console.WriteLine(text, new Style(color));
        else
            terminal.WriteLine(text);
    }

    private static void Show(Terminal terminal, MistakeMatrix matrix)
    {
        terminal.Console.WriteLine();
        terminal.Console.WriteLine(
            $"{matrix.Task.Name}: {Readable.Points(matrix.Task.Points)}, "
                + $"{Readable.Count(matrix.Task.Probes.Count, "probe")}, "
                + Readable.Count(matrix.Rows.Count, "mistake"),
            new Style(decoration: Decoration.Bold));
        for (int i = 0; i < matrix.Task.Probes.Count; i++)
            terminal.Console.WriteLine(
                $"  {i + 1,2}  {matrix.Task.Probes[i].Name}  ({matrix.Task.Probes[i].Points.ForPage})");
        if (matrix.Rows.Count == 0)
            return;
        Table table = new Table { Border = terminal.IsLive ? TableBorder.Rounded : TableBorder.None }.AddColumn(
            new TableColumn("mistake").NoWrap());
        for (int i = 0; i < matrix.Task.Probes.Count; i++)
            table.AddColumn(new TableColumn($"{i + 1}").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("loses").RightAligned().NoWrap());
        foreach (MistakeRow row in matrix.Rows)
            table.AddRow([
                new Text(Shortened(row.Mistake.Sentence)),
                .. row.Lost.Select(lost => new Text(lost ? "✗" : "·", new Style(lost ? Color.Red : Color.Grey))),
                new Text(row.Points.ForPage),
            ]);
        terminal.Console.Write(table);
    }

    private static string Closing(CheckReport report)
    {
        int mistakes = report.Tasks.Sum(matrix => matrix.Rows.Count),
            probes = report.Tasks.Sum(matrix => matrix.Task.Probes.Count);
        string unchanged = report.Judged.Unchanged == 0 ? ""
            : Invariant($" {report.Judged.Unchanged} of {Readable.Count(report.Judged.All, "task")} ")
                + "are unchanged since the last check, and did not run again.";
        return $"{report.Source.Name}: {Readable.Count(probes, "probe")} against "
            + $"{Readable.Count(mistakes, "mistake")}: "
            + $"{(report.Errors.Count == 0 ? "no errors" : Readable.Count(report.Errors.Count, "error"))}, "
            + $"{Readable.Count(report.Advice.Count, "piece")} of advice.{unchanged}";
    }

    private static string Shortened(string sentence) =>
        sentence.Length <= MaxSentenceLength ? sentence : sentence[..(MaxSentenceLength - 1)] + "…";
}
