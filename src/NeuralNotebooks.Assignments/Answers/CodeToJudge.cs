namespace NeuralNotebooks.Assignments;

/// <summary>Code that is judged. Its type says whose it is, and so in which processes it runs and what it may
/// use.</summary>
/// <param name="Student">The student's id, from which the variant's numbers are generated.</param>
/// <param name="Answers">The answers, by task. A cell can be part of several.</param>
internal abstract record CodeToJudge(
    CodeOwner Owner, string Student, IReadOnlyList<SubmittedCell> Cells, IReadOnlyDictionary<string, Answer> Answers)
{
    // Not to be changed with 'with', which could give a text another owner.
    public CodeOwner Owner { get; } = Owner;

    public IReadOnlyList<SubmittedCell> Cells { get; } = Cells;

    public IReadOnlyDictionary<string, Answer> Answers { get; } = Answers;

    /// <summary>The cells with code of the student: the answers in code, and all code that is not from the
    /// source.</summary>
    public IEnumerable<SubmittedCell> OwnCode =>
        Cells.Where(cell => AnswersIn(cell) is [_, ..] answers
            ? answers.Any(answer => !answer.Task.IsText) : cell.IsOwnCode);

    public IReadOnlyList<Answer> AnswersIn(SubmittedCell cell) =>
        [.. Answers.Values.Where(answer => answer.Cells.Contains(cell))];
}

/// <summary>Answers and other code that are judged as a student's: with the rules. Each session runs in a process of
/// its own, in the judge's sandbox if it has one.</summary>
internal sealed record StudentsCode(
    string Student, IReadOnlyList<SubmittedCell> Cells, IReadOnlyDictionary<string, Answer> Answers)
    : CodeToJudge(CodeOwner.Student, Student, Cells, Answers);

/// <summary>A cell of the teacher in place of the answer to a task. It may use everything, is not isolated, and several
/// tasks share a process; so no other text can be made one.</summary>
internal sealed record TeachersCode : CodeToJudge
{
    private TeachersCode(AssignmentTask task, string text)
        : base(
            CodeOwner.Teacher, "", [], new Dictionary<string, Answer> { [task.Name] = Answer.OfTeacher(task, text) }) =>
        Task = task;

    public AssignmentTask Task { get; }

    public static TeachersCode Solution(AssignmentTask task) => new(task, task.Solution);

    public static TeachersCode Stub(AssignmentTask task) => new(task, task.Stub);

    public static TeachersCode Of(AssignmentTask task, KnownMistake mistake) => new(task, mistake.Code);
}
