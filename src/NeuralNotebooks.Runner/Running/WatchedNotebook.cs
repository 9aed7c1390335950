namespace NeuralNotebooks.Runner;

/// <summary>A notebook that runs again whenever its file or that of its claims changes. Its process goes on, so that
/// only what has changed and the cells below it run.</summary>
public sealed class WatchedNotebook : IAsyncDisposable
{
    /// <summary>How often the files are looked at. When one has changed, it must stay the same for as long: an editor
    /// may write it in parts, or delete it first.</summary>
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private WorkerProcess? _worker;
    private RunSoFar _last = RunSoFar.None;

    /// <summary>The number of the first cell that the last run has run; null if it has run none.</summary>
    public int? First { get; private set; }

    /// <summary>Cancelled when the run stops, since a file has changed.</summary>
    public CancellationToken Stopped { get; private set; }

    /// <summary>Runs a notebook, and again after each change of its files, until it is cancelled.</summary>
    /// <param name="run">Runs the notebook once.</param>
    public static async Task WatchAsync(string path, Func<WatchedNotebook, Task> run, CancellationToken cancellation)
    {
        await using var watched = new WatchedNotebook();
        while (true)
        {
            string read = StateOf(path), last = read;
            using var stop = new CancellationTokenSource();
            (watched.Stopped, watched.First) = (stop.Token, null);
            Task running = run(watched);
            for (bool hasChanged = false; !(hasChanged && running.IsCompleted);)
            {
                await Task.Delay(_interval, CancellationToken.None);
                string now = StateOf(path);
                hasChanged = now != read && now == last;
                last = now;
                if (hasChanged)
                    await stop.CancelAsync();
                if (!running.IsCompleted)
                    continue;
                await running;
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Begins a run: finds the process to use, and the results of the last run that remain.</summary>
    /// <param name="run">The cells of the run, and the lists to which their results will be added.</param>
    /// <param name="claims">Each claim, with the number of cells above it.</param>
    /// <param name="isCode">Whether a cell has only code, so that what it has done can be undone.</param>
    internal async Task<(WorkerProcess Worker, RunSoFar Kept)> BeginAsync(
        RunSoFar run, IEnumerable<(Claim Claim, int Above)> claims, Func<CodeCell, bool> isCode,
        Func<Task<WorkerProcess>> start, CancellationToken cancellation)
    {
        int same = run.Cells.Zip(_last.Cells).TakeWhile(pair => AreSame(pair.First, pair.Second)).Count();
        int kept = _last.Runs.Take(same)
            .TakeWhile(ended => ended.Status is CellStatus.Passed or CellStatus.Skipped).Count();
        // A claim needs the variables as they were after the cells above it.
        foreach ((Claim claim, int above) in claims.Where(one => _last.Passed(one.Claim) is null))
            kept = Math.Min(kept, above);
        try
        {
            if (_worker is { HasEnded: false } && _last.Cells.Skip(kept).All(isCode))
                kept = Math.Min(kept, await _worker.ReturnToAsync(kept + 1, cancellation) - 1);
            else
                await DisposeAsync();
        }
        catch (ProcessGoneException)
        {
            await DisposeAsync();
        }
        RunSoFar results = _worker is null ? RunSoFar.None : _last with { Runs = [.. _last.Runs.Take(kept)] };
        _last = run;
        First = results.Runs.Count < run.Cells.Count ? results.Runs.Count + 1 : null;
        return (_worker ??= await start(), results);
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.DisposeAsync();
        _worker = null;
    }

    private static bool AreSame(CodeCell one, CodeCell other) =>
        one.Source == other.Source && one.Language == other.Language
        && one.IsSkipped == other.IsSkipped && one.MayFail == other.MayFail;

    private static string StateOf(string notebook) => string.Join(
        ' ',
        ((string[])[notebook, Claims.FileOf(notebook)]).Select(path => NamedFile.TryRead(
            () => new FileInfo(path) is { Exists: true } file
                ? Invariant($"{file.LastWriteTimeUtc.Ticks} {file.Length}") : "absent",
            otherwise: "absent")));
}

/// <param name="Runs">The cells that have ended, which are the first ones.</param>
internal sealed record RunSoFar(
    IReadOnlyList<CodeCell> Cells, IReadOnlyList<CellRun> Runs, IReadOnlyList<ClaimResult> Claims)
{
    public static RunSoFar None { get; } = new([], [], []);

    /// <summary>A claim that has passed, with its result; null if it is a new one.</summary>
    public ClaimResult? Passed(Claim claim) => Claims.FirstOrDefault(one =>
        one.Run.Status == CellStatus.Passed && one.Claim.After == claim.After && one.Claim.Code == claim.Code);
}

internal sealed record ClaimResult(Claim Claim, CellRun Run);
