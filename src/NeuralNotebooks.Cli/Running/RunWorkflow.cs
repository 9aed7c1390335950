using System.Diagnostics;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn run</c>, step by step: find the notebooks, run them, write their results, summarize.</summary>
internal sealed class RunWorkflow(Terminal terminal)
{
    /// <summary>Notebooks and folders; empty for the course's notebooks.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The folder for the results; null for the default.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to treat the notebooks as untrusted in their pages.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>Whether to list all files that the site publishes.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Whether to write the outputs of notebooks that passed into the notebooks themselves.</summary>
    public bool IsInPlace { get; init; }

    public IReadOnlyList<string> Reports { get; init; } = [];

    public required RunOptions Options { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var course = CourseFolders.Find();
        if (Paths.Count == 0 && course is null)
            return terminal.Fail(
                ExitCode.NotFound,
                "There is no folder notebooks/ with notebooks here or above. Name a notebook or a folder: nn run PATH"
            );
        var selection = NotebookSelection.Of(Paths.Count == 0 ? [course!.Notebooks] : Paths.Select(OfCourse));
        foreach (string folder in selection.EmptyFolders)
            terminal.WriteError($"There are no notebooks (.ipynb, .dib) in the folder {folder} or in its notebooks/.");
        if (selection.Notebooks.Count == 0)
            return ExitCode.NotFound;

        var output = new OutputFolder(Output ?? CourseFolders.OrHere().Site);
        var executed = new ExecutedNotebooks(output.Notebooks, selection.Notebooks);
        var results = new WrittenResults(output);
        string? obstacle;
        try
        {
            obstacle = Obstacle(output, executed, results, selection.Notebooks);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            obstacle = $"The folder for the results cannot be written to: {e.Message} Choose another --output.";
        }
        if (obstacle is not null)
            return terminal.Fail(ExitCode.Usage, obstacle);

        foreach (string notebook in selection.Notebooks.Where(HasLostText))
            terminal.WriteLine($"note: {notebook} is not in UTF-8: invalid characters are replaced by \ufffd.");

        if (
            BuiltKit.For(Directory.GetCurrentDirectory()) is { } kit && CourseChecks.OtherVersion(kit) is { } mismatch
        )
            terminal.WriteLine($"note: {mismatch}.");

        using LiveBuild? live = IsUntrusted ? null : LiveBuild.StartIfNeeded();
        if (live is not null)
            terminal.WriteLine("The live pages are being built while the notebooks run.");
        DateTimeOffset started = DateTimeOffset.Now;
        long start = Stopwatch.GetTimestamp();
        var writing = new FinishedNotebookWriter(executed, output, results, terminal)
        {
            Sources = (IsInPlace ? selection.Notebooks : []).ToDictionary(one => one, File.GetLastWriteTimeUtc),
        };
        IReadOnlyList<NotebookRun> runs = terminal.IsLive && terminal.Console.Profile.Capabilities.Ansi
            ? await LiveProgress.ShowAsync(terminal.Console, selection.Notebooks, Run)
            : await PlainProgress.ShowAsync(terminal.Output, Run);
        if (cancellation.IsCancellationRequested)
            return terminal.Fail(
                ExitCode.Interrupted,
                "Interrupted. Finished notebooks are in " + output.Notebooks + "; everything else there is unchanged."
            );

        var summary = new RunSummary(runs, started, Stopwatch.GetElapsedTime(start));
        RunSummaryView.Show(terminal, summary, executed);
        bool hasReports = WriteReports(summary);
        bool hasSite = ExecutedNotebooks.In(output.Notebooks).Count == 0
            || await SiteStep.BuildAsync(
                output, SourceFolders(runs), IsUntrusted, IsVerbose, live, terminal, cancellation);
        bool isWritten = hasReports && hasSite && !writing.HasFailed;
        int code = Math.Max(ExitCode.Of(runs), selection.EmptyFolders.Count > 0 ? ExitCode.NotFound : ExitCode.Passed);
        return isWritten ? code : Math.Max(code, ExitCode.CellFailed);

        Task<IReadOnlyList<NotebookRun>> Run(IProgress<RunEvent> progress)
        {
            writing.Next = progress;
            return new NotebookRunner(Options).RunAsync(selection.Notebooks, writing, cancellation);
        }
    }

    /// <summary>The notebooks' folder if a path is the folder of a course; any other path unchanged.</summary>
    private static string OfCourse(string path) =>
        NotebookSelection.Of([path]).EmptyFolders is [var folder] && CourseFolders.At(folder) is { } course
            ? course.Notebooks
            : path;

    /// <summary>An error message if the results cannot be written, or if writing them would replace a file that is not
    /// an earlier result; otherwise null.</summary>
    private string? Obstacle(
        OutputFolder output,
        ExecutedNotebooks executed,
        WrittenResults results,
        IReadOnlyList<string> notebooks
    )
    {
        using IDisposable alone = output.Lock();
        if (IsInPlace && notebooks.FirstOrDefault(HasLostText) is { } lost)
            return Notebook.LostText(lost);
        if (IsInPlace && notebooks.FirstOrDefault(Notebook.IsDib) is { } dib)
            return Notebook.NoOutputs(dib);
        foreach (string notebook in notebooks)
        {
            string[] files = FilesOf(notebook, executed);
            if (files.Any(file => notebooks.Any(other => MayBeSame(file, other))))
                return $"The results of {notebook} would overwrite a notebook of this run: choose an --output other "
                    + $"than {output.Path}.";
            if (files.FirstOrDefault(file => !results.MayReplace(file)) is { } foreign)
                return $"{foreign} is not a result of an earlier run, or was edited since, and would be "
                    + $"overwritten: move it away, or choose an --output other than {output.Path}.";
        }
        if (
            Reports
                .Select(Path.GetFullPath)
                .FirstOrDefault(report =>
                    Directory.Exists(report) || (File.Exists(report) && !RunReport.IsReport(report))
                ) is
            { } notReport
        )
            return $"{notReport} is not a report of an earlier run and would be replaced: move it away, or choose "
                + $"another --report.";
        Directory.CreateDirectory(output.Notebooks);
        File.Create(Path.Combine(output.Notebooks, $".{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose).Dispose();
        return null;
    }

    /// <summary>Whether a notebook contains bytes that are invalid in its encoding.</summary>
    private static bool HasLostText(string notebook) =>
        NamedFile.TryRead(
            () => File.Exists(notebook) && !NamedFile.ReadWhole(notebook).IsWhole,
            otherwise: false // The run reports the error.
        );

    /// <summary>Whether two paths may refer to the same file, considering symbolic links and file systems that ignore
    /// case.</summary>
    private static bool MayBeSame(string result, string notebook) =>
        File.Exists(result)
        && string.Equals(RealPath.Of(result), RealPath.Of(notebook), StringComparison.OrdinalIgnoreCase);

    private bool WriteReports(RunSummary summary)
    {
        bool written = true;
        foreach (string report in Reports)
        {
            try
            {
                RunReport.Write(report, summary);
                terminal.WriteLine($"Report: {Path.GetFullPath(report)}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.WriteError($"The report {report} could not be written: {e.Message}");
                written = false;
            }
        }
        return written;
    }

    private static string[] FilesOf(string notebook, ExecutedNotebooks executed) =>
        [executed.FileOf(notebook), executed.FailedFileOf(notebook)];

    private static string[] SourceFolders(IReadOnlyList<NotebookRun> runs) =>
        [.. runs.Select(run => Path.GetDirectoryName(run.Path)!).Distinct()];

    /// <summary>Writes each executed notebook as soon as it finishes, so that it is not lost if the run is
    /// interrupted.</summary>
    private sealed class FinishedNotebookWriter(
        ExecutedNotebooks executed, OutputFolder output, WrittenResults results, Terminal terminal)
        : IProgress<RunEvent>
    {
        private readonly Lock _gate = new();
        private volatile bool _hasFailed;

        public bool HasFailed => _hasFailed;

        /// <summary>For <c>--inplace</c>: the files to which executed notebooks are also written if they pass, with
        /// their modification times. A file that has changed since is not overwritten.</summary>
        public required Dictionary<string, DateTime> Sources { get; init; }

        /// <summary>Receives each event after the executed notebook has been written.</summary>
        public IProgress<RunEvent>? Next { get; set; }

        public void Report(RunEvent value)
        {
            if (value is NotebookFinished finished)
                Write(finished.Run);
            Next?.Report(value);
        }

        private void Write(NotebookRun run)
        {
            try
            {
                using IDisposable alone = output.Lock();
                // Checked again: a file may have been created or edited while the notebook ran.
                if (FilesOf(run.Path, executed).FirstOrDefault(file => !results.MayReplace(file)) is { } foreign)
                    throw new IOException($"{foreign} was changed during the run.");
                if (executed.Write(run) is { } written)
                    results.Add(written, run.Path);
                if (run.Status != RunStatus.Passed || !Sources.TryGetValue(run.Path, out DateTime read))
                    return;
                if (File.GetLastWriteTimeUtc(run.Path) != read)
                    throw new IOException($"{run.Path} was changed during the run.");
                run.Executed!.WriteBack(run.Path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _hasFailed = true;
                lock (_gate)
                    terminal.WriteError($"The executed notebook of {run.FileName} could not be written: {e.Message}");
            }
        }
    }
}
