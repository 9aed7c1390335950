namespace NeuralNotebooks.Classroom;

/// <summary>Checks the questions about the code of a task: there must be three about the solution and about each known
/// mistake, and the right answers must earn all their points.</summary>
/// <param name="source">The assignment.</param>
/// <param name="task">The task.</param>
/// <param name="judge">Makes the questions.</param>
/// <param name="options">The options for a student's work. The teacher's cells are judged without its rules.</param>
/// <param name="errors">Receives the errors.</param>
internal sealed class QuestionCheck(
    AssignmentSource source,
    AssignmentTask task,
    IJudge judge,
    JudgeOptions options,
    ProblemList errors
)
{
    private static readonly string[] _students = ["student-1", "student-2", "student-3"];

    /// <summary>The steps of the check: one for the solution, and one for each mistake whose code is in the
    /// source.</summary>
    public IEnumerable<Func<CancellationToken, Task>> Steps() =>
        task.Mistakes.Where(mistake => !mistake.IsAdopted)
            .Select(mistake => Step("mistake", mistake.Place, mistake.Code, _students[..1]))
            .Prepend(Step("solution", task.Questions!.Place, task.Reference, _students));

    private Func<CancellationToken, Task> Step(string what, string place, string code, string[] students) =>
        async cancellation =>
        {
            foreach (string student in students)
            {
                Work work = new(student, [new(1, code, task.Name)]);
                JudgeRequest request = new(source, work, task, options with { IsTrusted = true })
                {
                    AboutCode = task.Questions,
                };
                if (ProblemOf((await judge.JudgeAsync(request, cancellation)).Sheet()) is not { } problem)
                    continue;
                errors.Add(place, null, $"About the code of this {what}, {problem}");
                return;
            }
        };

    private string? ProblemOf(QuestionSheet sheet)
    {
        if (sheet.Questions.Count < CodeQuestions.MaxQuestions)
            return $"only {Readable.Count(sheet.Questions.Count, "question")} can be asked. "
                + (sheet.Problem is { } problem ? $"{problem} " : "")
                + Invariant($"Expected {CodeQuestions.MaxQuestions}: choose another example call, or another task.");
        string call = Invariant($"Defend.Call({task.Questions!.Call}, {sheet.Number}, ")
            + $"{string.Join(", ", sheet.Questions.Select(question => question.Right))});";
        JudgedQuestions graded = new(task.Questions.Points, sheet, QuestionAnswers.In(call), "");
        return graded.Points == graded.Max ? null : $"the right answers do not earn all points: {call}";
    }
}
