namespace NeuralNotebooks.Runner;

/// <param name="watched">What a notebook that is run again and again keeps from run to run; null otherwise.</param>
public sealed class NotebookRunner(RunOptions options, WatchedNotebook? watched = null)
{
    /// <summary>Runs several notebooks, <see cref="RunOptions.Jobs"/> at a time. With several jobs, those that take
    /// longest begin first: a long notebook that is started last would run alone at the end. Notebooks whose time is
    /// unknown begin before the others, the last of them first, since in a course these take longest.</summary>
    /// <returns>One entry per path, in the order of the paths; those that a cancellation stopped are
    /// <see cref="RunStatus.Cancelled"/>.</returns>
    public async Task<IReadOnlyList<NotebookRun>> RunAsync(
        IReadOnlyList<string> paths, IProgress<RunEvent>? progress = null, CancellationToken cancellation = default)
    {
        var runs = new NotebookRun[paths.Count];
        int jobs = Math.Clamp(options.Jobs, 1, Math.Max(1, paths.Count));
        // Notebooks that run at the same time share the cores, since more threads than cores would make them slower.
        NotebookRunner each = jobs == 1
            ? this
            : new(options with { Threads = options.Threads ?? Math.Max(1, Environment.ProcessorCount / jobs) });
        IEnumerable<int> order = Enumerable.Range(0, paths.Count);
        if (jobs > 1)
            order = order.OrderByDescending(i => options.LastSeconds(paths[i]) ?? double.MaxValue)
                .ThenByDescending(i => i);
        await Parallel.ForEachAsync(
            order,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            async (i, _) => runs[i] = await each.RunAsync(paths[i], progress, cancellation));
        return runs;
    }

    /// <summary>Runs a notebook. Every error is reported in the result, not thrown.</summary>
    public async Task<NotebookRun> RunAsync(
        string path, IProgress<RunEvent>? progress = null, CancellationToken cancellation = default)
    {
        NotebookRun run = await ReadAndRunAsync(Path.GetFullPath(path), progress, cancellation);
        progress?.Report(new NotebookFinished(run));
        return run;
    }

    private async Task<NotebookRun> ReadAndRunAsync(
        string path, IProgress<RunEvent>? progress, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        (Notebook? notebook, RunStatus status, string sentence) = Read(path);
        if (notebook is null)
            return NotRun(status, RunError.OfRunner(path, ErrorKind.BadNotebook, sentence));
        (Claims claims, RunError? error) = Claims.Of(path, notebook);
        return error is not null ? NotRun(RunStatus.Failed, error)
            : await new NotebookExecution(path, notebook, claims, options, progress, watched).RunAsync(cancellation);

        NotebookRun NotRun(RunStatus result, RunError reason) =>
            new(path, result, Stopwatch.GetElapsedTime(start), [], reason, null, 0);
    }

    /// <returns>The notebook; if it cannot be run, null with the status of its run and the reason.</returns>
    private static (Notebook? Notebook, RunStatus Status, string Reason) Read(string path)
    {
        if (Claims.IsFile(path))
            return (null, RunStatus.NotANotebook, Claims.NotebookOf(path) is { } of
                ? $"It has the claims of {Path.GetFileName(of)}: run that."
                : "It has claims, and there is no notebook of its name beside it.");
        try
        {
            Notebook notebook = Notebook.Read(path);
            if (WhyNotRunnable(notebook) is { } reason)
                return (null, RunStatus.NotCSharp, reason);
            return (notebook, RunStatus.Passed, "");
        }
        catch (NotebookFormatException e)
        {
            return (null, RunStatus.NotANotebook, $"{Capitalized(e.What)}. {e.Expected}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, RunStatus.NotFound,
                e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {path}."
                : Directory.Exists(path) ? $"{path} is a folder whose notebooks cannot be listed."
                : $"The file cannot be read: {e.Message}");
        }
    }

    private static string? WhyNotRunnable(Notebook notebook) =>
        notebook.Cells.Count == 0 ? "The notebook has no cells: there is nothing to run."
        : notebook.IsCSharp || notebook.CodeCells.Any(cell => NotebookLanguage.IsCSharp(cell.Language)) ? null
        : notebook.Language is { } language ? $"The notebook is in {language}. Only notebooks in C# can be run here."
        : "The notebook does not say which language it is in. Open it with a C# kernel and save it, so that "
            + "its metadata name C#.";

    internal static string Capitalized(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
