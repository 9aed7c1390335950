using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Runner;

/// <summary>The results as JSON, for scripts. Times are in seconds, memory in bytes.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RunSummary summary)
        => new JsonObject
        {
            ["version"] = 1,
            ["started"] = summary.Started,
            ["duration"] = Seconds(summary.Duration),
            ["notebooks"] = new JsonArray([.. summary.Runs.Select(Notebook)]),
        }.ToJsonString(_layout) + "\n";

    private static JsonObject Notebook(NotebookRun run)
        => new()
        {
            ["path"] = run.Path,
            ["status"] = CamelCase(run.Status.ToString()),
            ["duration"] = Seconds(run.Duration),
            ["peakMemory"] = run.PeakMemory,
            ["error"] = Error(run.Error),
            ["cells"] = new JsonArray([.. run.Cells.Select(Cell)]),
        };

    private static JsonObject Cell(CellRun cell)
        => new()
        {
            ["number"] = cell.Number,
            ["id"] = cell.Id,
            ["status"] = CamelCase(cell.Status.ToString()),
            ["duration"] = Seconds(cell.Duration),
            ["outputs"] = cell.Outputs.Count,
            ["error"] = Error(cell.Error),
        };

    private static JsonObject? Error(RunError? error)
        => error is null ? null : new()
        {
            ["name"] = error.Name,
            ["message"] = error.Message,
            ["cell"] = error.Cell,
            ["line"] = error.Line,
            ["source"] = error.SourceLine,
            ["traceback"] = new JsonArray([.. (error.Traceback ?? []).Select(line => JsonValue.Create(line))]),
        };

    private static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 4);

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
