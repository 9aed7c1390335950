namespace NeuralNotebooks.Classroom;

/// <summary>Checks an assignment: the solution must earn all points, and every known wrong solution must lose
/// some.</summary>
/// <param name="records">The folder in which values are stored for the next check; null to run everything.</param>
public sealed class AssignmentCheck(GraderJudge judge, JudgeOptions options, string? records = null)
{
    /// <summary>The folder in the user's data folder in which the values of checks are stored.</summary>
    public static string Records => Path.Combine(UserFolder.Path, "checks");

    /// <summary>Finds forbidden or allowed ids in a source that name no existing symbol. This must be checked before
    /// the release, which contains only hashes of the ids.</summary>
    public static IReadOnlyList<SourceProblem> UnknownIds(AssignmentSource source, string? kitScript)
    {
        var problems = new ProblemList(source.Path);
        var ids = new ListedIdsCheck(source, problems);
        if (ids.HasAny)
            TaskScope.Visit(source, kitScript, problems, ids.Check);
        return problems.InOrder(source.Cells);
    }

    public async Task<CheckReport> RunAsync(
        AssignmentSource source, Action<int, int>? progress, CancellationToken cancellation)
    {
        ProblemList errors = new(source.Path), advice = new(source.Path);
        AssignmentTask[] tasks = [.. source.TasksWithProbes];
        CheckTitle(source, errors);
        using var record = CheckRecord.Of(source, judge, options, records);
        int ended = 0, all = tasks.Sum(task => 2 + task.Mistakes.Count);
        var checks = new MistakeCheck?[tasks.Length];
        await RunStepsAsync(
            tasks.Select((task, i) => Counted(async () => checks[i] = await CheckSolutionAsync(
                new TaskTrials(source, task, record, options, cancellation), task, errors))));
        MistakeCheck[] comparable = [.. checks.OfType<MistakeCheck>()];
        await RunStepsAsync(
            [
                () => record.RunAsync(
                    StudentVersion.Of(source.UpToTask).ToJson(),
                    () => new StubRun(source.UpToTask, options, errors).RunAsync(cancellation)),
                () => Task.Run(() => CheckNames(source, errors), cancellation),
                .. comparable.SelectMany(check => check.Steps()).Select(Counted),
            ]);
        await RunStepsAsync(comparable.Select(check => (Func<Task>)check.CompareAsync));
        MistakeMatrix[] matrices = [.. comparable.Select(check => check.Matrix())];
        AssignmentAdvice.Give(source, matrices, advice);
        record.IsComplete = source.OnlyTask is null;
        return new CheckReport(source, errors.InOrder(source.Cells), advice.InOrder(source.Cells), matrices)
        {
            Judged = (tasks.Length, tasks.Count(task => !record.HasJudged(task))),
        };

        Func<Task> Counted(Func<Task> step) => async () =>
        {
            await step();
            progress?.Invoke(Interlocked.Increment(ref ended), all);
        };

        // Completes only after all steps that have begun have ended, and with them their processes.
        Task RunStepsAsync(IEnumerable<Func<Task>> steps) =>
            Parallel.ForEachAsync(
                steps,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount),
                    CancellationToken = cancellation,
                },
                async (step, _) => await step());
    }

    /// <summary>Compares the points below the title, in the first Markdown cell, with those of the tasks.</summary>
    private static void CheckTitle(AssignmentSource source, ProblemList errors)
    {
        if (source.Cells.FirstOrDefault(cell => cell.Cell is MarkdownCell) is not { Role: CellRole.Given } title)
            return;
        Match written = MarkerPatterns.WrittenPoints().Match(title.Cell.Source);
        if (written.Success
            && decimal.Parse(written.Groups["points"].Value, CultureInfo.InvariantCulture) != source.MaxPoints.Exact)
            errors.Add(
                title.Place,
                Region.Lines(title.Cell.Source[..written.Index]).Length,
                $"The title says {written.Value}, and the tasks have {Readable.Points(source.MaxPoints)}. Expected the "
                    + "same number.");
    }

    /// <returns>The check of the task's stub and mistakes; null if their values cannot be compared with those of the
    /// solution.</returns>
    private static async Task<MistakeCheck?> CheckSolutionAsync(
        TaskTrials trials, AssignmentTask task, ProblemList errors) =>
        await new SolutionCheck(task, trials, errors).RunAsync() is { } solution
            ? new(task, solution, trials, errors)
            : null;

    private void CheckNames(AssignmentSource source, ProblemList errors)
    {
        var ids = new ListedIdsCheck(source, errors);
        var probes = new ProbeNamesCheck(errors);
        TaskScope.Visit(source.UpToTask, options.KitScript, errors, scope =>
        {
            if (!source.IsChecked(scope.Task))
                return;
            ids.Check(scope);
            probes.Check(scope);
        });
    }
}
