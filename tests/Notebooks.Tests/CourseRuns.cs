using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;

namespace Notebooks.Tests;

public sealed record CourseRun(IReadOnlyDictionary<string, string> Shown, string? Failure);

/// <summary>The runs of each notebook, in parallel, shared by all tests. Experiments of two sizes run at the small one,
/// as in browsers; <c>nn run</c> runs the full size.</summary>
public sealed class CourseRuns : IDisposable
{
    private readonly ConcurrentDictionary<(string Path, bool IsSolved), Lazy<Task<CourseRun>>> _runs = new();
    private readonly Lazy<PythonClient?> _jupyter = new(() => PythonClient.Find("nbconvert", "nbclient"));

    /// <summary>As it is committed, in Jupyter where that is installed.</summary>
    public Task<CourseRun> Committed(CourseNotebook notebook) =>
        Once(
            (notebook.Path, false),
            async () =>
                _jupyter.Value is { } jupyter
                    ? RunInJupyter(jupyter, notebook)
                    : await RunAsync(notebook, notebook.Text, "C.UTF-8"));

    /// <summary>With its checkpoints solved, by our runner under a locale with a decimal comma.</summary>
    public Task<CourseRun> Solved(CourseNotebook notebook) =>
        Once((notebook.Path, true), () => RunAsync(notebook, Checkpoint.Solve(notebook), "de_DE.UTF-8"));

    /// <summary>By our runner under a locale with a decimal comma: with its checkpoints solved, unless cells take the
    /// reader's function in place of the course's, which rounds in another way.</summary>
    public Task<CourseRun> Elsewhere(CourseNotebook notebook) => notebook.Code.Any(cell => cell.TakesTheReaders)
        ? RunAsync(notebook, notebook.Text, "de_DE.UTF-8") : Solved(notebook);

    /// <summary>All cells, and then the code cells again: each redeclares what the first one of its name declared.
    /// </summary>
    public static Task<CourseRun> Twice(CourseNotebook notebook)
    {
        JsonNode document = JsonNode.Parse(notebook.Text)!;
        JsonArray cells = document["cells"]!.AsArray();
        foreach (JsonNode? cell in cells.Where(cell => (string?)cell!["cell_type"] == "code").ToArray())
        {
            JsonNode again = cell!.DeepClone();
            again["id"] = $"{cell["id"]}-2";
            cells.Add(again);
        }
        return RunAsync(notebook, document.ToJsonString(), "C.UTF-8");
    }

    public static async Task<NotebookRun> RunCopyAsync(
        CourseNotebook notebook, string text, string kit, RunOptions options)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(Path.GetFileName(notebook.Path), text);
        if (File.Exists(notebook.ClaimsPath))
            File.Copy(notebook.ClaimsPath, folder.At(Path.GetFileName(notebook.ClaimsPath)));
        folder.File("kit.csx", File.ReadAllText(kit));
        return await new NotebookRunner(options).RunAsync(path, cancellation: TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (_jupyter.IsValueCreated)
            _jupyter.Value?.Dispose();
    }

    private Task<CourseRun> Once((string, bool) key, Func<Task<CourseRun>> run) =>
        _runs.GetOrAdd(key, _ => new(() => Task.Run(run))).Value;

    public static async Task<CourseRun> RunAsync(CourseNotebook notebook, string text, string locale)
    {
        RunOptions options = new()
        {
            Quick = true,
            Environment = new Dictionary<string, string> { ["LC_ALL"] = locale },
        };
        NotebookRun run = await RunCopyAsync(notebook, text, Path.Combine(CourseNotebook.Folder, "kit.csx"), options);
        return new CourseRun(
            run.Cells.ToDictionary(cell => cell.Id, cell => Text(cell.Outputs)),
            run.Status == RunStatus.Passed
                ? null
                : $"{run.Error?.Where ?? run.FileName}: {run.Status}. {run.Error?.Message}\n{run.Error?.SourceLine}");
    }

    /// <summary>With its claims, by nbconvert, which runs the cells with nbclient, in our kernel.</summary>
    private static CourseRun RunInJupyter(PythonClient jupyter, CourseNotebook notebook)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(Path.GetFileName(notebook.Path), notebook.WithClaims.Text);
        folder.File("kit.csx", File.ReadAllText(Path.Combine(CourseNotebook.Folder, "kit.csx")));
        (int exitCode, string output) = jupyter.Run(
            new Dictionary<string, string> { ["NN_QUICK"] = "1" },
            "-m",
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--ExecutePreprocessor.timeout=300",
            "--output-dir",
            jupyter.Folder,
            path);
        return exitCode == 0
            ? new CourseRun(
                Notebook
                    .Read(Path.Combine(jupyter.Folder, Path.GetFileName(notebook.Path)))
                    .CodeCells.ToDictionary(cell => cell.Id!, cell => Text(cell.Outputs)),
                null)
            : new CourseRun(new Dictionary<string, string>(), output);
    }

    /// <summary>Clients may keep a text that was written in several pieces as several outputs.</summary>
    private static string Text(IEnumerable<Output> outputs) =>
        string.Concat(outputs.Select(output => output switch
        {
            StreamOutput stream => stream.Text,
            DisplayData display => $"\n{Text(display.Data)}\n",
            ExecuteResult result => $"\n{Text(result.Data)}\n",
            _ => output.ToString(),
        }));

    private static string Text(MimeBundle bundle) =>
        string.Join("\n", Sorted(bundle.ToJson()).Select(entry => $"{entry.Key}: {entry.Value}"));

    /// <summary>An object in the order in which Jupyter writes a notebook.</summary>
    private static JsonObject Sorted(JsonObject unsorted) =>
        new(unsorted.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(
            property.Key, property.Value is JsonObject inner ? Sorted(inner) : property.Value?.DeepClone())));
}
