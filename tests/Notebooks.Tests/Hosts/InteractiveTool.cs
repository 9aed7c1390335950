namespace Notebooks.Tests;

/// <summary>Runs notebooks in the tool dotnet-interactive, of the version in <c>.config/dotnet-tools.json</c>, as
/// Polyglot Notebooks does: commands and events are JSON, one on each line of the standard streams.</summary>
internal static class InteractiveTool
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);

    private static readonly Lazy<string?> _whyMissing = new(() =>
        Programs.Run(new ProcessStartInfo("dotnet", ["tool", "restore"]) { WorkingDirectory = Repository.Root })
            is (not 0, var output, var error) ? $"dotnet-interactive cannot be restored. {output}{error}" : null);

    public static async Task<HostCell[]> RunAsync(CourseNotebook notebook)
    {
        Assert.SkipWhen(_whyMissing.Value is not null, _whyMissing.Value ?? "");
        string folder = Path.GetDirectoryName(notebook.Path)!;
        string[] arguments = ["tool", "run", "dotnet-interactive", "--", "stdio", "--working-dir", folder];
        using Process tool = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            Environment = { ["NN_QUICK"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(_limit);
        try
        {
            List<HostCell> cells = [];
            foreach (CourseCell cell in notebook.Code)
            {
                cells.Add(await RunAsync(tool, cell, stop.Token));
                if (cells[^1].Error is not null)
                    break;
            }
            return [.. cells];
        }
        finally
        {
            tool.Kill(entireProcessTree: true);
        }
    }

    private static async Task<HostCell> RunAsync(Process tool, CourseCell cell, CancellationToken stop)
    {
        string token = $"cell{cell.Number}";
        JsonObject command = new()
        {
            ["token"] = token,
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = cell.Source, ["targetKernelName"] = "csharp" },
        };
        await tool.StandardInput.WriteLineAsync(command.ToJsonString());
        await tool.StandardInput.FlushAsync(stop);
        List<string> html = [];
        while (await tool.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            if (!line.StartsWith('{'))   // the first run of the tool prints a greeting
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement message = document.RootElement, own = message.GetProperty("event");
            string kind = message.GetProperty("eventType").GetString()!;
            if (own.TryGetProperty("formattedValues", out JsonElement values))
                html.AddRange(values.EnumerateArray()
                    .Where(value => value.GetProperty("mimeType").GetString() == "text/html")
                    .Select(value => value.GetProperty("value").GetString()!));
            if (message.TryGetProperty("command", out JsonElement of) && of.ValueKind == JsonValueKind.Object
                && of.GetProperty("token").GetString() == token && kind is "CommandSucceeded" or "CommandFailed")
                return new(
                    cell.Number - 1,
                    kind == "CommandFailed" ? own.GetProperty("message").GetString() : null,
                    [.. html]);
        }
        return new(cell.Number - 1, "The tool has ended.", [.. html]);
    }
}
