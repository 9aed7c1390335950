namespace NeuralNotebooks.Classroom;

/// <summary>The pages of a quiz: one for each student, without answers, and the teacher's key.</summary>
internal static class QuizPages
{
    private static readonly Markup _columns = Markup.Raw("<th>student</th><th>question</th><th>answer</th>");

    /// <summary>The pages of all students, of which each begins a new sheet of paper.</summary>
    public static string ForStudents(AssignmentSource source, IEnumerable<QuizSheet> sheets, StudentList students) =>
        Page($"Quiz: {source.Name}", Markup.Join("", sheets.Where(sheet => sheet.Questions.Count > 0).Select(sheet =>
            Markup.Of($"""
                <section class="sheet">
                <p class="who"><b>{NameOf(sheet.Submission, students)}</b> <span>{source.Name}</span></p>
                {QuestionsOf(sheet)}</section>

                """))));

    public static string Key(
        AssignmentSource source, IReadOnlyList<QuizSheet> sheets, IEnumerable<StudentId> absent,
        IEnumerable<string> problems, StudentList students) =>
        Page($"Key: {source.Name}", Markup.Of($"""
            <h1>Key to the quiz about {source.Name}</h1>
            <p>Do not hand this out. In an oral exam, ask for the reason if a value is right, and for the line that was
            overlooked if it is wrong.</p>
            {Markup.Table(_columns, sheets.SelectMany(sheet => Rows(sheet, students)))}
            {Listed("No submission", absent.Select(id => Markup.Text(NameOf(students.Of(students.FolderOf(id))))))}
            {Listed("No questions about", problems.Select(Markup.Sentence).Concat(sheets.SelectMany(sheet =>
                sheet.Problems.Select(problem => Markup.Of(
                    $"{NameOf(sheet.Submission, students)}, {Markup.Sentence(problem)}")))))}
            """));

    private static string Page(string title, Markup body) => ClassroomPage.Of(
        title, Markup.Of($"<main class=\"wide quiz\">\n{body}</main>\n"), ClassroomPage.Asset("quiz.css"));

    private static Markup QuestionsOf(QuizSheet sheet)
    {
        int number = 1;
        return Markup.Join("", sheet.Questions.GroupBy(question => question.Task).Select(task =>
        {
            int start = number;
            number += task.Count();
            return Markup.Of($"""
                <h2>{task.Key.Title}</h2>
                <pre>{task.Key.Lines.Select((line, i) => Markup.Of($"<span>{i + 1}</span>{line}\n"))}</pre>
                <p>The call <code>{task.Key.Call}</code> runs.</p>
                <ol start="{start}">
                {task.Select(one => Markup.Of($"<li>{Markup.Sentence(one.Text)} <span></span></li>\n"))}</ol>

                """);
        }));
    }

    private static IEnumerable<Markup> Rows(QuizSheet sheet, StudentList students) =>
        sheet.Questions.Select((question, i) => Markup.Of(
            $"<td>{(i == 0 ? NameOf(sheet.Submission, students) : sheet.Submission.Id.Text)}</td><td>{i + 1}. "
                + $"{question.Task.Title}: {Markup.Sentence(question.Text)}</td><td><b>{question.Answer}</b></td>"));

    private static Markup Listed(string title, IEnumerable<Markup> items) =>
        Markup.List(items) is { IsEmpty: false } list ? Markup.Of($"<h2>{title}</h2>\n{list}") : default;

    private static string NameOf(Submission submission, StudentList students) =>
        NameOf(students.Of(submission.Folder, submission.Id));

    private static string NameOf(Student student) => Readable.Visible(
        student.LastName.Length + student.FirstName.Length == 0
            ? student.Id.Text
            : $"{student.LastName}, {student.FirstName} ({student.Id})");
}
