namespace NeuralNotebooks.Cli;

/// <content>The steps: find the notebooks, run them, write their results, summarize.</content>
internal sealed partial class RunCommand
{
    private async Task<int> RunAsync(ParseResult given, CancellationToken cancellation)
    {
        string[] paths = given.GetValue(_paths) ?? [];
        if (paths.Length == 0 && Workplace.Course is null)
            return Terminal.Fail(
                ExitCode.NotFound,
                "There is no folder notebooks/ with notebooks here or above. Name a notebook or a folder: nn run PATH");
        var selection = NotebookSelection.Of(
            paths.Length == 0 ? [Workplace.CourseOrHere.Notebooks] : paths.Select(OfCourse));
        foreach (string folder in selection.EmptyFolders)
            Terminal.WriteError(
                $"There are no notebooks (.ipynb, .dib, .cs) in the folder {folder} or in its notebooks/.");
        if (selection.Notebooks.Count == 0)
            return ExitCode.NotFound;
        string output = Path.GetFullPath(given.GetValue(_output) ?? Workplace.CourseOrHere.Site);
        var executed = new ExecutedNotebooks(SiteStep.NotebooksIn(output), selection.Notebooks);
        if (Problem(given, output, executed, selection.Notebooks) is { } wrong)
            return Terminal.Fail(ExitCode.Usage, wrong);

        WriteNotes(selection.Notebooks);
        if (!given.GetValue(_watch))
            return await RunOnceAsync(given, selection, output, executed, watched: null, cancellation);
        string notebook = selection.Notebooks[0];
        await WatchedNotebook.WatchAsync(
            notebook,
            async watched =>
            {
                await RunOnceAsync(given, selection, output, executed, watched, cancellation);
                cancellation.ThrowIfCancellationRequested();
                if (watched.Stopped.IsCancellationRequested)
                    return;
                Terminal.WriteLine(
                    (watched.First is { } first ? Invariant($"Cell {first} and those below have run. ") : "")
                        + $"Waiting until {notebook} is saved (Ctrl-C ends it)");
                await Terminal.Output.FlushAsync(CancellationToken.None);
            },
            cancellation);
        return ExitCode.Interrupted;
    }

    private async Task<int> RunOnceAsync(
        ParseResult given, NotebookSelection selection, string output, ExecutedNotebooks executed,
        WatchedNotebook? watched, CancellationToken cancellation)
    {
        bool hasSite = !given.GetValue(_noSite), leavesOutScripts = given.GetValue(_untrusted);
        bool hasPages = hasSite && selection.Notebooks.Any(File.Exists);
        using LiveBuild? live = hasPages && !leavesOutScripts ? LiveBuild.StartIfNeeded(Workplace.Kit) : null;
        if (live is not null)
            Terminal.WriteLine("The live pages are being built while the notebooks run.");
        var writing = new FinishedNotebookWriter(executed, Terminal)
        {
            Sources = (given.GetValue(_inPlace) ? selection.Notebooks : [])
                .ToDictionary(one => one, File.GetLastWriteTimeUtc),
        };
        RunSummary summary = await RunAsync(
            new NotebookRunner(OptionsOf(given) with { LastSeconds = executed.LastSeconds }, watched),
            selection.Notebooks, writing, cancellation);
        if (cancellation.IsCancellationRequested)
            return Terminal.Fail(
                ExitCode.Interrupted,
                $"Interrupted. Finished notebooks are in {executed.Folder}; everything else there is unchanged.");

        if (summary.Runs.All(run => run.Status == RunStatus.Cancelled))
            return ExitCode.Interrupted; // The notebook was changed: it runs again.
        RunSummaryView.Show(Terminal, summary, executed, hasSite);
        foreach (string missing in summary.Runs.Where(run => run.Status == RunStatus.NotFound).Select(run => run.Path))
            foreach (string like in NotebookSelection.Of([Path.GetDirectoryName(missing)!]).Notebooks.Where(File.Exists)
                .Where(found => FirstWord(found) == FirstWord(missing)))
                Terminal.WriteNote($"did you mean {like}?");
        bool isGood = WriteReports(given.GetValue(_reports) ?? [], summary, executed) && !writing.HasFailed;
        // If no notebook was found that can be run, the site of earlier runs stays as it is.
        if (hasSite && summary.Runs.Any(run => run.Executed is not null))
            isGood &= await new SiteStep(Terminal, Workplace).BuildAsync(
                output, live, leavesOutScripts, given.GetValue(_verbose), cancellation);
        int code = Math.Max(
            ExitCode.Of(summary.Runs), selection.EmptyFolders.Count > 0 ? ExitCode.NotFound : ExitCode.Passed);
        return isGood ? code : Math.Max(code, ExitCode.Failed);
    }

    private static string FirstWord(string notebook) => Path.GetFileName(notebook).Split('-')[0];

    /// <summary>The notebooks' folder if a path is the folder of a course; any other path unchanged.</summary>
    private static string OfCourse(string path) =>
        NotebookSelection.Of([path]).EmptyFolders is [var folder] && CourseFolders.At(folder) is { } course
            ? course.Notebooks : path;

    /// <summary>An error message if a parameter does not fit, if the results cannot be written, or if one of them would
    /// replace a file that is not a result; otherwise null.</summary>
    private string? Problem(
        ParseResult given, string output, ExecutedNotebooks executed, IReadOnlyList<string> notebooks)
    {
        string[] found = [.. notebooks.Where(File.Exists)];
        if (given.GetValue(_watch) && notebooks.Count > 1)
            return "--watch watches one notebook. Name it: nn run --watch NOTEBOOK";
        bool isInPlace = given.GetValue(_inPlace);
        if (isInPlace && found.FirstOrDefault(HasLostText) is { } lost)
            return Notebook.LostText(lost);
        if (isInPlace && found.FirstOrDefault(Notebook.IsText) is { } text)
            return Notebook.NoOutputs(text);
        if (found.Select(executed.Foreign).FirstOrDefault(file => file is not null) is { } foreign)
            return $"{foreign} is not a result of an earlier run and would be overwritten: move it away, or choose "
                + "another --output.";
        try
        {
            foreach (string folder in found.Length == 0 ? [] : new[] { output, executed.Folder })
                Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The folder for the results cannot be written to: {e.Message} Choose another --output.";
        }
    }

    /// <summary>Whether a notebook contains bytes that are invalid in its encoding. If it cannot be read, the run
    /// reports the error.</summary>
    private static bool HasLostText(string notebook) =>
        NamedFile.TryRead(
            () => File.Exists(notebook) && !NamedFile.Decode(NamedFile.ReadAllBytes(notebook)).IsWhole,
            otherwise: false);

    private void WriteNotes(IReadOnlyList<string> notebooks)
    {
        foreach (string notebook in notebooks.Where(HasLostText))
            Terminal.WriteNote($"{notebook} is not in UTF-8: invalid characters are replaced by \ufffd.");
        if (Workplace.Kit is { } kit && CourseChecks.OtherVersion(kit) is { } mismatch)
            Terminal.WriteNote($"{mismatch}.");
    }

    private async Task<RunSummary> RunAsync(
        NotebookRunner runner, IReadOnlyList<string> notebooks, FinishedNotebookWriter writing,
        CancellationToken cancellation)
    {
        DateTimeOffset started = DateTimeOffset.Now;
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<NotebookRun> runs = Terminal.CanAnimate
            ? await TerminalProgress.ShowAsync(Terminal.Console, notebooks, Run)
            : await PlainProgress.ShowAsync(Terminal, Run);
        return new RunSummary(runs, started, Stopwatch.GetElapsedTime(start));

        Task<IReadOnlyList<NotebookRun>> Run(IProgress<RunEvent> progress)
        {
            writing.Next = progress;
            return runner.RunAsync(notebooks, writing, cancellation);
        }
    }

    private bool WriteReports(string[] reports, RunSummary summary, ExecutedNotebooks executed)
    {
        bool written = true;
        foreach (string report in reports)
        {
            try
            {
                RunReport.Write(report, summary, executed);
                Terminal.WriteLine($"Report: {Path.GetFullPath(report)}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Terminal.WriteError($"The report {report} could not be written: {e.Message}");
                written = false;
            }
        }
        return written;
    }
}
