namespace NeuralNotebooks.Assignments;

/// <summary>The check that a live page runs before its notebook is handed in. The notebook is read and judged by the
/// same rules as in grading, but without hidden probes, and with stubs in place of the solutions.</summary>
public static class HandInCheck
{
    /// <param name="path">The notebook's path in the folder of the release. The file need not exist.</param>
    /// <param name="isJudged">Whether its answers are judged. An answer with an endless loop would block the
    /// page.</param>
    /// <returns>A JSON object with whether the id is missing, the points that would be lost, the tasks, and notes; or
    /// with a problem if the notebook cannot be read.</returns>
    public static async Task<string> RunAsync(
        FrameworkReferences framework, string path, string notebook, bool isJudged = true)
    {
        try
        {
            AssignmentSource assignment =
                ReleasedAssignment.For(path) ?? throw new SubmissionException("The page lacks its assignment.");
            SubmissionContent content = new AnswerReader(assignment, "").Read(Encoding.UTF8.GetBytes(notebook));
            var judge = new PageJudge(Path.GetDirectoryName(path)!, framework);
            IReadOnlyList<TaskValues> values = isJudged ? await JudgeAsync(assignment, content, judge) : [];
            return JsonSerializer.Serialize(Report(assignment, content, values), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is SubmissionException or NotebookFormatException or IOException)
        {
            return new JsonObject { ["problem"] = e.Message }.ToJsonString();
        }
    }

    private static async Task<IReadOnlyList<TaskValues>> JudgeAsync(
        AssignmentSource assignment, SubmissionContent content, IJudge judge)
    {
        AssignmentSource source = assignment with
        {
            Tasks = [.. assignment.Tasks.Select(task => WithEarlierAnswer(task, content))],
        };
        StudentsCode own = content.Code with { Student = content.OwnId ?? "" };
        List<TaskValues> values = [];
        foreach (AssignmentTask task in source.TasksWithProbes)
            values.Add(await judge.JudgeAsync(new(source, own, task, new JudgeOptions()), CancellationToken.None));
        return values;
    }

    /// <summary>What grading would read of the notebook, and what would not count.</summary>
    private static object Report(
        AssignmentSource assignment, SubmissionContent content, IReadOnlyList<TaskValues> values)
    {
        bool hasId = assignment.Cells.Any(cell => cell.Role == CellRole.Student);
        var tasks = assignment.Tasks.Select(task => new
        {
            Task = task,
            Begun = content.Answers.ContainsKey(task.Name),
            Problems = content.Answers.ContainsKey(task.Name)
                && values.FirstOrDefault(one => one.Task == task.Name) is { } judged ? ProblemsOf(judged, task) : [],
        }).ToArray();
        var lost = Points.Sum(tasks.Where(one => !one.Begun || one.Problems.Length > 0).Select(one => one.Task.Points));
        return new
        {
            LacksId = hasId && string.IsNullOrEmpty(content.OwnId),
            Lost = lost == default(Points) ? "" : Readable.Points(lost),
            Tasks = tasks.Select(one => new
            {
                one.Task.Name,
                Points = Readable.Points(one.Task.Points),
                one.Begun,
                one.Problems,
            }),
            Notes = (IEnumerable<string>)
            [
                .. hasId ? [IdNote(content.OwnId)] : Array.Empty<string>(),
                .. NotesOf(content),
                .. values.Where(judged => WhyNotRun(judged) is null).SelectMany(judged => judged.Notes).Distinct(),
            ],
        };
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
    private static AssignmentTask WithEarlierAnswer(AssignmentTask task, SubmissionContent content) =>
        !task.IsText && CellNames.DeclaredBy(task.Stub).Count == 0
        && content.Answers.TryGetValue(task.Name, out Answer? answer)
            ? task with { Solution = answer.Text }
            : task;

    private static string[] ProblemsOf(TaskValues values, AssignmentTask task)
    {
        if (WhyNotRun(values) is { } lost)
            return values.Notes.Count > 0
                ? [.. values.Notes]
                : [$"{NoValueSentence.Of(lost)}."];
        IEnumerable<string> problems = task.Probes
            .Where((_, i) => values.Values[i] is MissingValue { Reason: MissingReason.DoesNotCompile })
            .Select(probe => $"It cannot be used as the assignment declares it: {probe.Name}");
        // A NotImplementedException can come from a stub of an earlier task, which grading replaces by its solution.
        if (values.Failed is { Failure: { Detail: not "System.NotImplementedException" } failure } failed)
            problems = problems.Append(
                $"The cell itself fails{(failure.Line is { } line ? Invariant($" at line {line}") : "")}: "
                    + $"{failed.Message}");
        return [.. problems];
    }
}
