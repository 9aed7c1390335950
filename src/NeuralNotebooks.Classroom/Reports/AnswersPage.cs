namespace NeuralNotebooks.Classroom;

/// <summary>The answers to a task that a person marks, side by side with the model answer.</summary>
internal static class AnswersPage
{
    private const int MaxText = 20_000;

    public static string FileName(string assignment, string task) => $"{assignment}.{task}.html";

    public static string Of(AssignmentReport report, TaskReport task, GradingStore store, Adjustments adjustments)
    {
        (string Student, TaskGrade Grade)[] answers =
        [
            .. from row in report.Students
            let submission = store.Read(row.Student, report.Name)
            where submission is not null
            let grade = adjustments.Of(submission).Tasks.FirstOrDefault(grade => grade.Task.Name == task.Name)
            where grade is not null
            select (row.Student, grade),
        ];
        string solution = answers.LastOrDefault().Grade?.Task.Solution ?? "";
        return ClassroomPage.Of(
            $"{report.Name}: {task.Name}",
            Markup.Of(
                $"""
                <main class="wide">
                <p class="meta">For the teacher · <a href="{ClassReport.FileName}">all results</a></p>
                <h1>{report.Name}: {task.Name}</h1>
                <p class="sans">Marks are rows of <code>{Adjustments.FileName}</code>:
                <code>student,task,points,comment</code>.</p>
                <details open="open"><summary>Model answer, {Readable.Points(task.MaxPoints)}</summary>
                <pre class="prose">{Markup.Text(solution, MaxText)}</pre></details>
                <div class="answers">
                {answers.Select(answer => Answer(answer.Student, answer.Grade))}</div>
                </main>

                """
            )
        );
    }

    private static Markup Answer(string student, TaskGrade grade)
    {
        Markup points = grade.IsUnmarked
            ? "not yet marked"
            : Markup.Of($"<b>{Readable.Number(grade.Points)}</b> of {Readable.Number(grade.Task.Points)}");
        Markup text = grade.Task.Submitted is { } submitted
            ? Markup.Of($"<pre class=\"{(grade.Task.IsText ? "prose" : "")}\">{Markup.Text(submitted, MaxText)}</pre>")
            : Markup.Paragraph("no answer", "soft");
        return Markup.Of(
            $"""
            <article><div class="head"><b>{Markup.Text(student, 100)}</b><span class="points">{points}</span></div>
            {text}
            {Markup.Paragraph(Markup.Sentence(grade.Comment), "soft")}</article>

            """
        );
    }
}
