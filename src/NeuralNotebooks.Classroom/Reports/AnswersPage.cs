using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>The answers to a task that a person marks, side by side with the model answer.</summary>
internal static class AnswersPage
{
    private const int MaxText = 20_000;

    public static string FileName(string assignment, string task) => $"{assignment}.{task}.html";

    public static string Of(AssignmentReport report, TaskReport task, GradingStore store, Adjustments adjustments)
    {
        var answers = new StringBuilder();
        string solution = "";
        foreach (StudentRow row in report.Students)
        {
            if (
                store.Read(row.Student, report.Name) is not { } submission
                || adjustments.Of(submission).Tasks.FirstOrDefault(grade => grade.Task.Name == task.Name)
                    is not { } grade
            )
                continue;
            solution = grade.Task.Solution;
            string points = grade.IsUnmarked
                ? "not yet marked"
                : $"<b>{Readable.Number(grade.Points)}</b> of {Readable.Number(task.MaxPoints)}";
            string style = grade.Task.IsText ? " class=\"prose\"" : "";
            string comment =
                grade.Comment.Length == 0 ? "" : $"""<p class="soft">{PageText.Sentence(grade.Comment)}</p>""" + "\n";
            answers.Append(
                CultureInfo.InvariantCulture,
                $"""
                <article><div class="head"><b>{PageText.Plain(
                    row.Student,
                    100
                )}</b><span class="points">{points}</span></div>
                {(
                    grade.Task.Submitted is { } text
                        ? $"<pre{style}>{PageText.Plain(text, MaxText)}</pre>"
                        : "<p class=\"soft\">no answer</p>"
                )}
                {comment}</article>

                """);
        }

        string body = $"""
            <main class="wide">
            <p class="meta">For the teacher · <a href="{ClassReport.FileName}">all results</a></p>
            <h1>{PageText.Plain(report.Name)}: {PageText.Plain(task.Name)}</h1>
            <p class="sans">Marks are rows of <code>{Adjustments.FileName}</code>: <code>student,task,points,comment</code>.</p>
            <details open="open"><summary>Model answer, {Readable.Points(
                task.MaxPoints
            )}</summary><pre class="prose">{PageText.Plain(solution, MaxText)}</pre></details>
            <div class="answers">
            {answers}</div>
            </main>

            """;
        return ClassroomPage.Of($"{report.Name}: {task.Name}", body);
    }
}
