using System.Globalization;
using System.Text;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>A cell as a test case, as both XML formats need it.</summary>
/// <param name="Notebook">The run that it belongs to.</param>
/// <param name="Name">E.g. "cell 7".</param>
/// <param name="Status">How it ended.</param>
/// <param name="Duration">How long it ran.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="StandardOutput">What it printed.</param>
/// <param name="StandardError">What it printed to standard error.</param>
internal sealed record ReportCase(
    NotebookRun Notebook,
    string Name,
    CellStatus Status,
    TimeSpan Duration,
    RunError? Error,
    string StandardOutput,
    string StandardError
)
{
    /// <summary>The notebook's cells; one case for the whole notebook if it could not be read or its process did not
    /// start.</summary>
    public static IReadOnlyList<ReportCase> Of(NotebookRun run)
        => run.Error is { Cell: null } error
            ? [new(run, "notebook", CellStatus.Failed, run.Duration, error, "", ""), .. CellsOf(run)]
            : [.. CellsOf(run)];

    /// <summary>What went wrong, with the place, the offending line and the stack.</summary>
    public string? Details
    {
        get
        {
            if (Error is null)
                return null;
            var text = new StringBuilder($"{Error.Where}: {Error.Message}\n");
            if (Error.SourceLine is { } line)
                text.Append(CultureInfo.InvariantCulture, $"    {line.Trim()}\n");
            foreach (string frame in Error.Traceback ?? [])
                text.Append(frame).Append('\n');
            return text.ToString();
        }
    }

    private static IEnumerable<ReportCase> CellsOf(NotebookRun run) =>
        run.Cells.Select(cell => new ReportCase(
            run,
            FormattableString.Invariant($"cell {cell.Number}"),
            cell.Status,
            cell.Duration,
            cell.Error,
            TextOf(cell, StreamName.Stdout),
            TextOf(cell, StreamName.Stderr)
        ));

    private static string TextOf(CellRun cell, StreamName stream) =>
        string.Concat(
            cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == stream).Select(output => output.Text)
        );
}
