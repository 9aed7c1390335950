using Spectre.Console.Rendering;

namespace NeuralNotebooks.Cli;

/// <summary>Shows progress in a terminal: one updating line for each notebook, with name, bar, cell and time.</summary>
internal sealed class TerminalProgress : IProgress<RunEvent>
{
    private readonly ConcurrentDictionary<string, ProgressTask> _tasks = new();
    private readonly ConcurrentDictionary<ProgressTask, string> _states = new();

    public static Task<IReadOnlyList<NotebookRun>> ShowAsync(
        IAnsiConsole console,
        IReadOnlyList<string> notebooks,
        Func<IProgress<RunEvent>, Task<IReadOnlyList<NotebookRun>>> run)
    {
        var live = new TerminalProgress();
        return console.Progress()
            .AutoClear(true) // The summary that follows contains all of it.
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                new StateColumn(live),
                new ElapsedTimeColumn(),
                new SpinnerColumn())
            .StartAsync(context =>
            {
                foreach (string notebook in notebooks)
                    live._tasks[notebook] = context.AddTask(
                        Markup.Escape(Path.GetFileNameWithoutExtension(notebook)), autoStart: false);
                return run(live);
            });
    }

    public void Report(RunEvent value)
    {
        ProgressTask task = _tasks[value.Path];
        switch (value)
        {
            case NotebookStarted started:
                task.MaxValue = Math.Max(1, started.CellCount);
                task.StartTask();
                break;
            case CellStarted cell:
                _states[task] = Invariant($"cell {cell.Number} of {task.MaxValue}");
                break;
            case CellFinished cell:
                task.Value = Math.Min(cell.Cell.Number, task.MaxValue);
                break;
            case NotebookFinished { Run: var run }:
                _states[task] = RunSummaryView.Verdict(run.Status);
                task.StopTask();
                break;
        }
    }

    private sealed class StateColumn(TerminalProgress live) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
            => new Text(live._states.GetValueOrDefault(task, task.IsStarted ? "starting" : "waiting"));

        public override int? GetColumnWidth(RenderOptions options) => 16;
    }
}
