using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Runner;

/// <summary>The results as JSON, for scripts. Times are in seconds, memory in bytes.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RunSummary summary, ExecutedNotebooks executed)
    {
        var report = new
        {
            Version = 1,
            summary.Started,
            Duration = Seconds(summary.Duration),
            Notebooks = summary.Runs.Select(run => new
            {
                run.Path,
                run.Status,
                Executed = executed.FileOf(run),
                Duration = Seconds(run.Duration),
                run.PeakMemory,
                Error = Error(run.Error),
                Cells = run.Cells.Select(Cell),
                Claims = run.ClaimRuns.Select(Cell),
            }),
        };
        return JsonSerializer.Serialize(report, _layout) + "\n";
    }

    private static object Cell(CellRun cell) => new
    {
        cell.Number,
        cell.Id,
        cell.Status,
        Duration = Seconds(cell.Duration),
        Outputs = cell.Outputs.Count,
        Error = Error(cell.Error),
    };

    private static object? Error(RunError? error) =>
        error is null ? null : new
        {
            error.Name,
            error.Message,
            error.Cell,
            error.Line,
            Source = error.SourceLine,
            Traceback = error.Traceback.Select(line => line.Text),
        };

    private static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 4);
}
