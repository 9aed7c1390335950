using System.Text.Json;
using NeuralNotebooks.Speed;
using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>Starts the measuring program, shows its progress, then its results.</summary>
internal sealed class BenchWorkflow(Terminal terminal)
{
    public async Task<int> RunAsync(BenchRequest request, CancellationToken cancellation)
    {
        CourseFolders? course = CourseFolders.Find();
        string? program = course is null ? null : Path.Combine(course.Speed, SpeedProgram.FileName);
        if (course is null || !File.Exists(program))
            return terminal.Fail(
                ExitCode.NotFound,
                course is null
                    ? "There is no course here: run nn bench inside the course's folder."
                    : $"The measuring program {program} has not been built. Build it: dotnet build"
            );

        string folder = Path.GetFullPath(request.Output ?? course.Bench);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(
                ExitCode.CellFailed,
                $"The folder {folder} for the page cannot be created: {e.Message}"
            );
        }

        try
        {
            using SpeedProgram speed = SpeedProgram.Start(program, request, folder);
            SpeedReport report = await WatchAsync(speed, request, cancellation);
            if (request.AsJson)
                await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(report, SpeedReport.Json));
            else
                BenchView.Show(terminal, report);
            return ExitCode.Passed;
        }
        catch (OperationCanceledException)
        {
            return terminal.Fail(ExitCode.Interrupted, "Interrupted.");
        }
        catch (JsonException e)
        {
            return terminal.Fail(ExitCode.CellFailed, e.Message);
        }
    }

    /// <summary>A progress bar in a terminal, one line per step in a log, nothing with --json.</summary>
    private Task<SpeedReport> WatchAsync(SpeedProgram speed, BenchRequest request, CancellationToken cancellation)
    {
        if (request.AsJson)
            return speed.ReadAsync(_ => { }, cancellation);
        if (!terminal.IsLive)
            return speed.ReadAsync(
                line => terminal.WriteLine($"[{line.Done + 1}/{line.Of}] {line.Doing}"),
                cancellation
            );
        return terminal
            .Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new ElapsedTimeColumn(),
                new SpinnerColumn()
            )
            .StartAsync(context =>
            {
                ProgressTask task = context.AddTask("starting");
                return speed.ReadAsync(
                    line =>
                    {
                        (task.MaxValue, task.Value) = (line.Of, line.Done);
                        task.Description = Markup.Escape(line.Doing);
                    },
                    cancellation);
            });
    }
}
