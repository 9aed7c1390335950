namespace NeuralNotebooks.Assignments;

/// <summary>Code that is judged: the answers of a student, or cells of the teacher in their place, and the student's
/// other code.</summary>
/// <param name="Answers">The answers, by task. A cell can be part of several.</param>
internal sealed record CodeToJudge(
    string Student, IReadOnlyList<SubmittedCell> Cells, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>Whether it is the teacher's, such as the reference and the mistakes. Then it may use everything, is not
    /// isolated, and several tasks share a process.</summary>
    public bool IsTeachers { get; init; }

    /// <summary>The cells with code of the student: the answers in code, and all code that is not from the
    /// source.</summary>
    public IEnumerable<SubmittedCell> OwnCode =>
        Cells.Where(cell => AnswersIn(cell) is [_, ..] answers
            ? answers.Any(answer => !answer.Task.IsText) : cell.IsOwnCode);

    public IReadOnlyList<Answer> AnswersIn(SubmittedCell cell) =>
        [.. Answers.Values.Where(answer => answer.Cells.Contains(cell))];

    internal static CodeToJudge OfTeacher(AssignmentTask task, string code, string student) =>
        new(student, [], new Dictionary<string, Answer> { [task.Name] = Answer.OfTeacher(task, code) })
        {
            IsTeachers = true,
        };
}
