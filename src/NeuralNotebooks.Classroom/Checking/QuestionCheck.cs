namespace NeuralNotebooks.Classroom;

/// <summary>Checks the questions about the code of a task: there must be three about the solution and about each known
/// mistake, and the right answers must earn all their points.</summary>
/// <param name="source">The assignment.</param>
/// <param name="judge">Makes the questions.</param>
/// <param name="options">The options for a student's code. The teacher's cells are judged without its rules.</param>
/// <param name="errors">Receives the errors.</param>
internal sealed class QuestionCheck(
    AssignmentSource source, AssignmentTask task, IJudge judge, JudgeOptions options, ProblemList errors)
{
    private static readonly string[] _students = ["student-1", "student-2", "student-3"];

    /// <summary>The steps of the check: one for the solution, and one for each mistake.</summary>
    public IEnumerable<Func<Task>> Steps(CancellationToken cancellation) =>
        task.Mistakes.Select(mistake => (Func<Task>)(() => CheckMistakeAsync(mistake, cancellation)))
            .Prepend(() => CheckSolutionAsync(cancellation));

    private async Task CheckSolutionAsync(CancellationToken cancellation)
    {
        foreach (string student in _students)
            if (await ProblemOfAsync(student, task.Reference, cancellation) is { } problem)
            {
                errors.Add(task.Questions!.Place, null, $"About the code of this solution, {problem}");
                return;
            }
    }

    private async Task CheckMistakeAsync(KnownMistake mistake, CancellationToken cancellation)
    {
        if (await ProblemOfAsync(_students[0], mistake.Code, cancellation) is { } problem)
            errors.Add(mistake.Place, null, $"About the code of this mistake, {problem}");
    }

    /// <summary>What is wrong with the questions about a cell; null if nothing is.</summary>
    private async Task<string?> ProblemOfAsync(string student, string code, CancellationToken cancellation)
    {
        CodeToJudge judged = new(student, [new(1, code, task.Name)]);
        JudgeRequest request = new(source, judged, task, options with { IsTrusted = true })
        {
            AboutCode = task.Questions,
        };
        return ProblemOf((await judge.JudgeAsync(request, cancellation)).Sheet());
    }

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
