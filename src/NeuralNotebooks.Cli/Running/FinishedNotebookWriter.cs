namespace NeuralNotebooks.Cli;

/// <summary>Writes each executed notebook as soon as it finishes, so that it is not lost if the run is
/// interrupted.</summary>
internal sealed class FinishedNotebookWriter(ExecutedNotebooks executed, Terminal terminal) : IProgress<RunEvent>
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
            executed.Write(run);
            if (run.Status != RunStatus.Passed || !Sources.TryGetValue(run.Path, out DateTime read))
                return;
            if (File.GetLastWriteTimeUtc(run.Path) != read)
                throw new IOException($"{run.Path} was changed during the run.");
            run.Executed!.WriteBack(run.Path);
        }
        catch (Exception e)
        {
            // Whatever the error is, the other notebooks are written.
            _hasFailed = true;
            lock (_gate)
                terminal.WriteError($"The executed notebook of {run.FileName} could not be written: {e.Message}");
        }
    }
}
