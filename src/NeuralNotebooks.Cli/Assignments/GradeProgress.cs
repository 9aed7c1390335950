using System.Diagnostics;
using System.Globalization;
using NeuralNotebooks.Classroom;
using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>The progress of grading: done, remaining, time left; a bar on a terminal, lines elsewhere.</summary>
internal sealed class GradeProgress : IProgress<GradedRun>
{
    private readonly Lock _gate = new();
    private readonly Action<GradedRun, int> _show;
    private readonly List<GradeOutcome> _outcomes = [];

    private GradeProgress(Action<GradedRun, int> show) => _show = show;

    /// <returns>What remains of all that was graded.</returns>
    public static Task<IReadOnlyList<GradeOutcome>> ShowAsync(
        Terminal terminal,
        int count,
        Func<IProgress<GradedRun>, Task> run
    )
    {
        if (!terminal.IsLive || !terminal.Console.Profile.Capabilities.Ansi)
        {
            long start = Stopwatch.GetTimestamp();
            return new GradeProgress((graded, done) =>
            {
                terminal.WriteLine(
                    $"{Line(graded, done, count)}{TimeLeft(Stopwatch.GetElapsedTime(start), done, count)}"
                );
                terminal.Output.Flush();
            }).WatchAsync(run);
        }
        return terminal
            .Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context =>
            {
                ProgressTask bar = context.AddTask($"0 of {count}", maxValue: Math.Max(1, count));
                return new GradeProgress((graded, done) =>
                {
                    bar.Description = Markup.Escape(PrintableText.Of(Line(graded, done, count)));
                    bar.Value = done;
                }).WatchAsync(run);
            });
    }

    public void Report(GradedRun value)
    {
        lock (_gate)
        {
            _outcomes.Add(GradeOutcome.Of(value));
            _show(value, _outcomes.Count);
        }
    }

    private async Task<IReadOnlyList<GradeOutcome>> WatchAsync(Func<IProgress<GradedRun>, Task> run)
    {
        await run(this);
        return _outcomes;
    }

    private static string Line(GradedRun graded, int done, int count) =>
        $"{done} of {count}: {graded.Submission.Key}{(graded.Submission.Problem is null ? "" : ", NOT GRADED")}";

    private static string TimeLeft(TimeSpan elapsed, int done, int count) =>
        done == count
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; {count - done} to come, about {Math.Ceiling(elapsed.TotalSeconds / done * (count - done)):0} s left"
            );
}
