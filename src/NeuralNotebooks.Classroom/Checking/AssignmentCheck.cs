namespace NeuralNotebooks.Classroom;

/// <summary>Checks an assignment: the solution must earn all points, and every known wrong solution must lose
/// some.</summary>
/// <param name="judge">Runs the solution, the stubs and the mistakes.</param>
/// <param name="options">How they are judged.</param>
public sealed class AssignmentCheck(Judge judge, JudgeOptions options)
{
    private const int MinProbes = 4;

    /// <summary>Finds forbidden or allowed ids in a source that name no existing symbol. This must be checked before
    /// the release, which contains only hashes of the ids.</summary>
    /// <param name="source">The source.</param>
    /// <param name="kitScript">The kit's script to use if the source's folder has none.</param>
    public static IReadOnlyList<SourceProblem> UnknownIds(AssignmentSource source, string? kitScript)
    {
        var problems = new List<SourceProblem>();
        new ProbeScope(source, kitScript, (place, line, sentence) =>
            problems.Add(new SourceProblem(source.Path, place, line, sentence))).Check(onlyIds: true);
        return problems;
    }

    /// <summary>Checks a source.</summary>
    /// <exception cref="JudgeException">Judging failed, and the source is not the reason.</exception>
    public async Task<CheckReport> RunAsync(
        AssignmentSource source,
        Action<int, int>? progress,
        CancellationToken cancellation
    )
    {
        var errors = new ConcurrentBag<SourceProblem>();
        var advice = new ConcurrentBag<SourceProblem>();

        AssignmentTask[] tasks = [.. source.Tasks.Where(task => task.Probes.Count > 0)];
        int done = 0, all = tasks.Sum(task => 2 + task.Mistakes.Count);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TaskCheck[] checks =
        [
            .. tasks.Select(task =>
                new TaskCheck(task, new Trials(source, task, judge, options, stop.Token), Error)
            ),
        ];
        await AllAsync(checks.Select(check => Counted(check.AskSolutionAsync)));
        TaskCheck[] comparable = [.. checks.Where(check => check.CanCompare)];
        await AllAsync([
            () => new StubRun(source, options, Error).RunAsync(stop.Token),
            () => Task.Run(() => new ProbeScope(source, options.KitScript, Error).Check(), stop.Token),
            .. comparable.SelectMany(check => check.Others()).Select(Counted),
        ]);
        await AllAsync(comparable.Select(check => (Func<Task>)check.CompareMistakesAsync));
        foreach (TaskCheck check in checks)
            AdviseOn(check, source, Advise);
        if (
            source.Cells.All(cell => cell.Role != CellRole.Student)
            && tasks.FirstOrDefault(task => VariantUse.Of(source, task).Contains(true)) is { } variant
        )
            Advise(
                variant.TestsPlace,
                null,
                "The numbers differ from student to student, but there is no cell for the student's id. "
                    + "Expected one whose first line is // STUDENT."
            );
        return new CheckReport(
            source,
            InOrder(source, errors),
            InOrder(source, advice),
            [.. comparable.Select(check => check.Matrix())]
        );

        void Error(string place, int? line, string sentence) =>
            errors.Add(new SourceProblem(source.Path, place, line, sentence));

        void Advise(string place, int? line, string sentence) =>
            advice.Add(new SourceProblem(source.Path, place, line, sentence));

        // Completes only after all steps have ended, and with them their processes.
        Task AllAsync(IEnumerable<Func<Task>> steps) =>
            Parallel.ForEachAsync(
                steps,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount),
                    CancellationToken = cancellation,
                },
                async (step, token) =>
                {
                    // The first failure cancels the other steps.
                    using CancellationTokenRegistration end = token.Register(stop.Cancel);
                    await step();
                }
            );

        Func<Task> Counted(Func<Task> ask) =>
            async () =>
            {
                await ask();
                progress?.Invoke(Interlocked.Increment(ref done), all);
            };
    }

    private static void AdviseOn(TaskCheck check, AssignmentSource source, Action<string, int?, string> advise)
    {
        AssignmentTask task = check.Task;
        string tests = task.TestsPlace;
        if (task.Probes.Count < MinProbes)
            advise(
                tests,
                null,
                Invariant(
                    $"The task {task.Name} has few probes ({task.Probes.Count}): a wrong answer may pass all of them."
                )
            );
        foreach (Probe probe in task.Probes.Where(probe => probe.Points == default(Points)))
            advise(tests, probe.Line, $"The probe \"{probe.Name}\" has no points: the others have all of the task's.");
        if (task.Mistakes.Count == 0)
            advise(
                task.Place,
                null,
                $"The task {task.Name} has no mistakes, so it is not known whether its probes detect any. Expected "
                    + $"cells whose first line is // MISTAKE {task.Name}: the sentence for a student who made it."
            );
        else if (check.CanCompare)
        {
            MistakeMatrix matrix = check.Matrix();
            for (int i = 0; i < task.Probes.Count; i++)
            {
                if (!matrix.Rows.Any(row => row.Lost[i]))
                    advise(
                        tests,
                        task.Probes[i].Line,
                        $"No mistake fails the probe \"{task.Probes[i].Name}\": it catches no known mistake."
                    );
            }
        }
    }

    private static SourceProblem[] InOrder(AssignmentSource source, IEnumerable<SourceProblem> problems) =>
        [
            .. problems
                .OrderBy(problem =>
                    source.Cells.Select(cell => cell.Place).TakeWhile(place => place != problem.Cell).Count()
                )
                .ThenBy(problem => problem.Line ?? 0)
                .ThenBy(problem => problem.Sentence, StringComparer.Ordinal),
        ];
}
