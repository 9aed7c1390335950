namespace NeuralNotebooks.Classroom;

/// <summary>Checks an assignment: the solution must earn all points, and every known wrong solution must lose
/// some.</summary>
/// <param name="judge">Runs the solution, the stubs and the mistakes.</param>
/// <param name="options">How they are judged.</param>
public sealed class AssignmentCheck(Judge judge, JudgeOptions options)
{
    /// <summary>Finds forbidden or allowed ids in a source that name no existing symbol. This must be checked before
    /// the release, which contains only hashes of the ids.</summary>
    /// <param name="source">The source.</param>
    /// <param name="kitScript">The kit's script to use if the source's folder has none.</param>
    public static IReadOnlyList<SourceProblem> UnknownIds(AssignmentSource source, string? kitScript)
    {
        var problems = new ProblemList(source.Path);
        var ids = new ListedIds(source, problems);
        if (ids.HasAny)
            TaskScope.Visit(source, kitScript, problems, ids.Check);
        return problems.InOrder(source.Cells);
    }

    /// <summary>Checks a source.</summary>
    /// <exception cref="JudgeException">Judging failed, and the source is not the reason.</exception>
    public async Task<CheckReport> RunAsync(
        AssignmentSource source,
        Action<int, int>? progress,
        CancellationToken cancellation
    )
    {
        ProblemList errors = new(source.Path), advice = new(source.Path);
        AssignmentTask[] tasks = [.. source.JudgedTasks];
        int done = 0, all = tasks.Sum(task => 2 + task.Mistakes.Count);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var checks = new MistakeCheck?[tasks.Length];
        await AllAsync(
            tasks.Select((task, i) => Counted(async () => checks[i] = await CheckSolutionAsync(task))),
            stop,
            cancellation
        );
        MistakeCheck[] comparable = [.. checks.OfType<MistakeCheck>()];
        await AllAsync(
            [
                () => new StubRun(source, options, errors).RunAsync(stop.Token),
                () => Task.Run(() => CheckNames(source, errors), stop.Token),
                .. tasks.Where(task => task.Questions is not null)
                    .SelectMany(task => new QuestionCheck(source, task, judge, options, errors).Steps())
                    .Select(step => (Func<Task>)(() => step(stop.Token))),
                .. comparable.SelectMany(check => check.Steps()).Select(Counted),
            ],
            stop,
            cancellation
        );
        await AllAsync(comparable.Select(check => (Func<Task>)check.CompareAsync), stop, cancellation);
        MistakeMatrix[] matrices = [.. comparable.Select(check => check.Matrix())];
        AssignmentAdvice.Give(source, matrices, advice);
        return new CheckReport(source, errors.InOrder(source.Cells), advice.InOrder(source.Cells), matrices);

        async Task<MistakeCheck?> CheckSolutionAsync(AssignmentTask task)
        {
            var trials = new Trials(source, task, judge, options, stop.Token);
            return await new SolutionCheck(task, trials, errors).RunAsync() is { } solution
                ? new(task, solution, trials, errors)
                : null;
        }

        Func<Task> Counted(Func<Task> ask) =>
            async () =>
            {
                await ask();
                progress?.Invoke(Interlocked.Increment(ref done), all);
            };
    }

    /// <summary>Checks the names in the texts of all tasks.</summary>
    private void CheckNames(AssignmentSource source, ProblemList errors)
    {
        var ids = new ListedIds(source, errors);
        var probes = new ProbeScope(errors);
        TaskScope.Visit(source, options.KitScript, errors, scope =>
        {
            ids.Check(scope);
            probes.Check(scope);
        });
    }

    /// <summary>Runs steps in parallel. The first failure cancels the other steps. Completes only after all steps have
    /// ended, and with them their processes.</summary>
    private static Task AllAsync(
        IEnumerable<Func<Task>> steps,
        CancellationTokenSource stop,
        CancellationToken cancellation
    ) =>
        Parallel.ForEachAsync(
            steps,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount),
                CancellationToken = cancellation,
            },
            async (step, token) =>
            {
                using CancellationTokenRegistration end = token.Register(stop.Cancel);
                await step();
            }
        );
}
