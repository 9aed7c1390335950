using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>The teacher's page.</summary>
internal static class ReportPage
{
    /// <summary>Where the students' pages are, unless the teacher has named another folder.</summary>
    public const string PagesFolder = "feedback";

    public static string Of(IReadOnlyList<AssignmentReport> assignments, GradingStore store, Sentences sentences)
    {
        var body = new StringBuilder(
            "<main class=\"wide\">\n<p class=\"meta\">For the teacher: this page shows what no student may "
                + "see</p>\n<h1>Results</h1>\n"
        );
        if (assignments.Count == 0)
            body.Append("<p>Nothing has been graded yet.</p>\n");
        if (assignments.Count > 1)
            body.Append(
                    CultureInfo.InvariantCulture,
                    $"""<ul class="links">{string.Concat(assignments.Select((assignment, i) => $"<li><a href=\"#{Anchor(i)}\">{PageText.Plain(assignment.Name)}</a></li>"))}</ul>"""
                )
                .Append('\n');
        foreach ((AssignmentReport assignment, int i) in assignments.Select((assignment, i) => (assignment, i)))
            body.Append(Assignment(assignment, Anchor(i), store, sentences));
        return ClassroomPage.Of("Results", body.Append("</main>\n").ToString());
    }

    /// <summary>"12 %"; 0 % if there are none.</summary>
    public static string Share(int count, int of) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(of == 0 ? 0 : Math.Round(100.0 * count / of, MidpointRounding.AwayFromZero))} %"
        );

    private static string Anchor(int assignment) => string.Create(CultureInfo.InvariantCulture, $"a{assignment + 1}");

    private static string Anchor(string assignment, int task) =>
        string.Create(CultureInfo.InvariantCulture, $"{assignment}-{task + 1}");

    private static string Assignment(AssignmentReport report, string anchor, GradingStore store, Sentences sentences)
    {
        Points[] scores = [.. report.Students.Select(row => row.Score)];
        string submissions = PageText.Count(report.Students.Count + report.Unread.Count, "submission");
        string unread =
            report.Unread.Count == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", {report.Unread.Count} not graded");
        string middle =
            scores.Length == 0
                ? ""
                : $", median {Readable.Number(Median(scores))}, mean {Mean(scores)} of "
                    + $"{Readable.Number(report.MaxScore)}";
        var html = new StringBuilder(
            $"""
            <section id="{anchor}" class="assignment">
            <h2>{PageText.Plain(report.Name)}</h2>
            <p class="sans soft">{submissions}{unread}{middle}</p>
            {(scores.Length == 0 ? "" : Histogram.Of(scores, report.MaxScore))}
            """);
        html.Append(Attention.Of(report)).Append(Overview(report, anchor));
        foreach ((TaskReport task, int i) in report.Tasks.Select((task, i) => (task, i)))
            html.Append(TaskSection.Of(report.Name, task, Anchor(anchor, i), store, sentences));
        return html.Append(Students(report, store)).Append("</section>\n").ToString();
    }

    private static string Overview(AssignmentReport report, string anchor)
    {
        if (report.Tasks.Count == 0)
            return "";
        var html = new StringBuilder(
            """<div class="table overview"><table><thead><tr><th>Task</th><th class="number">Mean</th><th class="number">All points</th><th class="number">None</th><th>Most frequent mistake</th></tr></thead><tbody>"""
        ).Append('\n');
        foreach ((TaskReport task, int i) in report.Tasks.Select((task, i) => (task, i)))
        {
            int all = task.Points.Count(points => points >= task.MaxPoints),
                none = task.Points.Count(points => points == default);
            string mistake =
                task.Mistakes.Select(mistake =>
                        $"{PageText.Sentence(mistake.Sentence)} ({Share(mistake.Count, task.Points.Count)})"
                    )
                    .FirstOrDefault()
                ?? """<span class="soft">–</span>""";
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<tr><td><a href="#{Anchor(anchor, i)}">{PageText.Plain(task.Name)}</a></td><td class="number">{Mean(task.Points)} of {Readable.Number(task.MaxPoints)}</td><td class="number">{Share(all, task.Points.Count)}</td><td class="number">{Share(none, task.Points.Count)}</td><td>{mistake}</td></tr>"""
                )
                .Append('\n');
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Students(AssignmentReport report, GradingStore store)
    {
        if (report.Students.Count == 0)
            return "";
        var html = new StringBuilder(
            $"<details><summary>{PageText.Count(report.Students.Count, "student")} with their points</summary>\n"
        );
        html.Append("""<div class="table"><table><thead><tr><th>Student</th><th class="number">Score</th>""");
        foreach (TaskReport task in report.Tasks)
            html.Append(CultureInfo.InvariantCulture, $"""<th class="number">{PageText.Plain(task.Name)}</th>""");
        html.Append("</tr></thead><tbody>\n");
        foreach (StudentRow row in report.Students)
        {
            string page = Path.Combine(PagesFolder, row.Student, report.Name, report.Name + ".html"),
                name = PageText.Plain(row.Student, 100);
            if (File.Exists(Path.Combine(store.Path, page)))
                name =
                    $"""<a href="{string.Join('/', page.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))}">{name}</a>""";
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<tr><td>{name}</td><td class="number"><b>{Readable.Number(row.Score)}</b></td>{string.Concat(row.Tasks.Select(points => $"<td class=\"number\">{Readable.Number(points)}</td>"))}</tr>"""
                )
                .Append('\n');
        }

        return html.Append("</tbody></table></div>\n</details>\n").ToString();
    }

    private static string Mean(IReadOnlyCollection<Points> points)
        => points.Count == 0 ? "–" : Readable.Number(Math.Round(points.Average(earned => (double)earned), 2));

    private static Points Median(Points[] points)
    {
        Points[] sorted = [.. points.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
