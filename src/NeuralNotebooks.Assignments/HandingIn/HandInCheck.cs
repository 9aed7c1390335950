namespace NeuralNotebooks.Assignments;

/// <summary>Checks a notebook before it is handed in. It is read and judged by the same rules as in grading, but
/// without hidden probes, and with stubs in place of the solutions.</summary>
internal static class HandInCheck
{
    public static async Task<HandInReport> RunAsync(
        AssignmentSource assignment, byte[] notebook, IJudge? judge, JudgeOptions options,
        CancellationToken cancellation)
    {
        var content = new AnswerReader(assignment, "").Read(notebook);
        AssignmentSource source = assignment with
        {
            Tasks = [.. assignment.Tasks.Select(task => WithReference(task, content))],
        };
        StudentsCode own = content.Code with { Student = content.OwnId ?? "" };
        List<TaskValues> values = [];
        if (judge is not null)
            foreach (AssignmentTask task in source.TasksWithProbes)
                values.Add(await judge.JudgeAsync(new(source, own, task, options), cancellation));
        bool hasId = assignment.Cells.Any(cell => cell.Role == CellRole.Student);
        return new(
            [
                .. assignment.Tasks.Select(task => new HandInTask(
                    task.Name, task.Points,
                    content.Answers.GetValueOrDefault(task.Name)?.Place,
                    content.Answers.ContainsKey(task.Name)
                    && values.Find(one => one.Task == task.Name) is { } judged
                        ? [.. ProblemsOf(judged, task)]
                        : [])),
            ],
            [
                .. hasId ? [IdNote(content.OwnId)] : Array.Empty<string>(),
                .. NotesOf(content),
                .. values.Where(judged => WhyNotRun(judged) is null).SelectMany(judged => judged.Notes).Distinct(),
            ],
            LacksId: hasId && string.IsNullOrEmpty(content.OwnId));
    }

    /// <summary>Notes about the notebook. The page lists unanswered tasks itself.</summary>
    private static IEnumerable<string> NotesOf(SubmissionContent content)
    {
        string[] own =
        [
            .. content.Code.OwnCode
                .Where(cell => content.Code.AnswersIn(cell).Count == 0 && cell.Code.Split('\n').Any(HasCode))
                .Select(cell => Invariant($"cell {cell.Number}")),
        ];
        return content.Notes.Where(note => !note.IsUnanswered)
            .Select(note => note.Text)
            .Concat(
                own.Length == 0
                    ? []
                    :
                    [
                        $"Other cells ({string.Join(", ", own)}) count only if they declare a name that an answer "
                            + "uses, or use such a variable.",
                    ]);
    }

    private static bool HasCode(string line) => line.AsSpan().Trim() is not ([] or ['/', '/', ..]);

    /// <summary>Why the session of a task did not run; null if it did. The first probe is
    /// <see cref="ReleasedAssignment.SessionRuns"/>.</summary>
    private static MissingValue? WhyNotRun(TaskValues values) => values.Values[0] as MissingValue;

    private static string IdNote(string? id) =>
        string.IsNullOrEmpty(id)
            ? "The notebook gives no id: enter it in the cell that begins with // STUDENT. Without it, the numbers are "
                + "the example's."
            : $"The numbers are those of “{Readable.Visible(id)}”.";

    /// <summary>For later tasks the stub replaces the solution. If the stub declares nothing, the student's answer
    /// does.</summary>
    private static AssignmentTask WithReference(AssignmentTask task, SubmissionContent content) =>
        !task.IsText && CellNames.DeclaredBy(task.Stub).Count == 0
        && content.Answers.TryGetValue(task.Name, out Answer? answer)
            ? task with { Reference = answer.Text }
            : task;

    private static IEnumerable<string> ProblemsOf(TaskValues values, AssignmentTask task)
    {
        if (WhyNotRun(values) is { } lost)
            return values.Notes.Count > 0
                ? values.Notes
                : [$"{new Difference(DifferenceKind.NoValue, lost).Sentence}."];
        IEnumerable<string> problems = task
            .Probes.Where((_, i) => values.Values[i] is MissingValue { Reason: MissingReason.DoesNotCompile })
            .Select(probe => $"It cannot be used as the assignment declares it: {probe.Name}");
        // A NotImplementedException can come from a stub of an earlier task, which grading replaces by its solution.
        return values.Failed is { Failure: { Detail: not "System.NotImplementedException" } failure } failed
            ? problems.Append(
                $"The cell itself fails{(failure.Line is { } line ? Invariant($" at line {line}") : "")}: "
                    + $"{failed.Message}")
            : problems;
    }
}
