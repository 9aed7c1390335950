namespace NeuralNotebooks.Assignments;

/// <summary>Code that is judged. Its type says whose it is, and so in which processes it runs and what it may
/// use.</summary>
/// <param name="Student">The student's id, from which the variant's numbers are generated.</param>
/// <param name="Answers">The answers, by task. A cell can be part of several.</param>
internal abstract record CodeToJudge(
    string Student, IReadOnlyList<SubmittedCell> Cells, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>The cells with code of the student: the answers in code, and all code that is not from the
    /// source.</summary>
    public IEnumerable<SubmittedCell> OwnCode =>
        Cells.Where(cell => AnswersIn(cell) is [_, ..] answers
            ? answers.Any(answer => !answer.Task.IsText) : cell.IsOwnCode);

    public IReadOnlyList<Answer> AnswersIn(SubmittedCell cell) =>
        [.. Answers.Values.Where(answer => answer.Cells.Contains(cell))];
}

/// <summary>The answers of a student and the student's other code. Each session of it runs in a process of its own, in
/// a sandbox.</summary>
internal sealed record StudentsCode(
    string Student, IReadOnlyList<SubmittedCell> Cells, IReadOnlyDictionary<string, Answer> Answers)
    : CodeToJudge(Student, Cells, Answers);

/// <summary>A cell of the teacher in place of the answer to a task, such as the reference or a mistake. It may use
/// everything, is not isolated, and several tasks share a process.</summary>
internal sealed record TeachersCode(AssignmentTask Task, string Text, string Student)
    : CodeToJudge(Student, [], new Dictionary<string, Answer> { [Task.Name] = Answer.OfTeacher(Task, Text) });
