namespace NeuralNotebooks.Classroom;

/// <summary>Collects the values of one task's probes: those of the solution and of the student and, if the student
/// loses points, those of the known mistakes. Code whose values are stored does not run again.</summary>
internal sealed class TaskGrader(AssignmentSource source, IJudge judge, TeacherValues teacher, JudgeOptions options)
{
    /// <summary>Grades a task with the numbers of the folder's id and, if the notebook gives an id that is no
    /// other student's and the answer loses points, also with the numbers of that id. The better result
    /// counts.</summary>
    /// <param name="stored">The task in stored results of the same kit and limits; null if there are none.</param>
    public async Task<TaskRun> GradeAsync(
        AssignmentTask task, SubmissionContent submitted, JudgedTask? stored, CancellationToken cancellation)
    {
        Answer? answer = submitted.Answers.GetValueOrDefault(task.Name);
        (JudgedValues judged, bool isByOwnId) = await WithBetterIdAsync(task, submitted, stored, cancellation);
        return new(Judged(task, answer, judged), judged.Student.Cpu, isByOwnId);
    }

    public static JudgedTask Ungraded(AssignmentTask task) =>
        Judged(task with { Probes = [] }, null, JudgedValues.None(task with { Probes = [] }));

    private static JudgedTask Judged(AssignmentTask task, Answer? answer, JudgedValues judged) =>
        new(task.Name, task.Title, task.Points, task.IsByHand, task.IsText, task.Solution, answer?.Text, judged.Probes)
        {
            Mistakes = judged.Mistakes,
            Key = judged.Key,
            SolutionKey = judged.SolutionKey,
            Notes = judged.Student.Notes,
            Transcript = judged.Student.Transcript,
            Images = answer?.Images is { Count: > 0 } images
                ? images.ToDictionary(image => image.Key, image => image.Value.FileName)
                : null,
        };

    private async Task<(JudgedValues Values, bool IsByOwnId)> WithBetterIdAsync(
        AssignmentTask task, SubmissionContent submitted, JudgedTask? stored, CancellationToken cancellation)
    {
        JudgedValues judged = await JudgeProbesAsync(task, submitted.Code, stored, cancellation);
        if (submitted.OwnId is not { } own || submitted.IsOwnIdOfOther || judged.Key.Length == 0
            || !teacher.Variants.Contains(task.Name) || !judged.LosesPoints)
            return (judged, false);
        StudentsCode withOwnId = submitted.Code with { Student = own };
        JudgedValues again = await JudgeProbesAsync(task, withOwnId, stored, cancellation);
        bool isBetter = again.Points > judged.Points;
        TimeSpan cpu = judged.Student.Cpu + again.Student.Cpu;
        JudgedValues better = isBetter ? again : judged;
        return (better with { Student = better.Student with { Cpu = cpu } }, isBetter);
    }

    private async Task<JudgedValues> JudgeProbesAsync(
        AssignmentTask task, StudentsCode code, JudgedTask? stored, CancellationToken cancellation)
    {
        if (task.Probes.Count == 0)
            return JudgedValues.None(task);
        JudgeRequest request = new(source, code, task, options);
        string key = request.IsAnswered ? request.Hash() : "";
        TaskValues? known = request.IsAnswered ? StoredValues(stored, key) : TaskValues.NotAnswered(task);
        // The default time limit is a multiple of the solution's CPU time, which is not stored. If the student's
        // answer has to be judged, the solution is judged in this run, too.
        KeyedValues solution = await teacher.SolutionAsync(
            task, code.Student, known is null ? null : stored, cancellation);
        CheckSolution(task, solution.Values);
        TaskValues values = known ?? await JudgeAsync(request, solution.Cpu, cancellation);
        JudgedProbe[] probes =
            [.. task.Probes.Select((probe, i) => new JudgedProbe(probe, solution.Values[i], values.Values[i]))];
        List<MistakeValues> mistakes = [];
        foreach (KnownMistake mistake in key.Length > 0 && !probes.All(probe => probe.IsPassed) ? task.Mistakes : [])
        {
            KeyedValues own = await teacher.MistakeAsync(
                task, mistake, code.Student, solution.Cpu, stored, cancellation);
            mistakes.Add(new(mistake.Sentence, own.Values, own.Key));
        }
        return new(values, probes, mistakes, key, solution.Key);
    }

    private static TaskValues? StoredValues(JudgedTask? stored, string key) =>
        stored?.Key != key ? null : new(
            stored.Name, [.. stored.Probes.Select(probe => probe.Actual)], stored.Notes, stored.Transcript,
            TimeSpan.Zero);

    private async Task<TaskValues> JudgeAsync(
        JudgeRequest request, TimeSpan solutionTime, CancellationToken cancellation)
    {
        JudgeOptions limited = request.Options with { SolutionTime = solutionTime };
        TaskValues values = await judge.JudgeAsync(request with { Options = limited }, cancellation);
        int lines = request.Code.Answers[request.Task.Name].Text.AsSpan().Count('\n') + 1;
        return values with { Values = [.. values.Values.Select(value => WithoutForeignLine(value, lines))] };
    }

    private static void CheckSolution(AssignmentTask task, IReadOnlyList<ProbeValue> solution)
    {
        foreach ((Probe probe, ProbeValue value) in task.Probes.Zip(solution))
            if (!ValueComparison.CanBeExpected(value))
                throw new JudgeException(
                    $"The assignment's solution has no valid value for “{probe.Name}” of {task.Name} "
                        + $"for this student ({ValueText.Of(value)}): see nn assign check.");
    }

    /// <summary>Removes a line number that does not exist in the cell. The number is shown to the student, and the
    /// student's code could have chosen it to reveal a value.</summary>
    private static ProbeValue WithoutForeignLine(ProbeValue value, int lines) =>
        value is MissingValue { Line: { } line } none && (line < 1 || line > lines) ? none with { Line = null } : value;
}

/// <param name="IsByOwnId">Whether the variant's numbers are those of the student's id in the notebook.</param>
internal sealed record TaskRun(JudgedTask Task, TimeSpan Cpu, bool IsByOwnId);

/// <param name="Mistakes">The values of known mistakes, if the student loses points.</param>
/// <param name="Key">A hash of the inputs on which the student's values depend; empty without an answer.</param>
internal sealed record JudgedValues(
    TaskValues Student, IReadOnlyList<JudgedProbe> Probes, IReadOnlyList<MistakeValues> Mistakes, string Key,
    string SolutionKey)
{
    public bool LosesPoints => !Probes.All(probe => probe.IsPassed);

    public Points Points => Points.Sum(Probes.Where(probe => probe.IsPassed).Select(probe => probe.Probe.Points));

    public static JudgedValues None(AssignmentTask task) => new(TaskValues.NotAnswered(task), [], [], "", "");
}
