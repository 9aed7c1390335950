namespace NeuralNotebooks.Classroom;

/// <summary>The teacher's page.</summary>
internal static class ReportPage
{
    /// <summary>Where the students' pages are, unless the teacher has named another folder.</summary>
    public const string PagesFolder = "feedback";

    public static string Of(IReadOnlyList<AssignmentReport> assignments, GradingStore store, Sentences sentences)
    {
        Markup links = Markup.List(
            assignments.Select((assignment, i) => Markup.Of($"<a href=\"#{Anchor(i)}\">{assignment.Name}</a>")),
            "links"
        );
        return ClassroomPage.Of(
            "Results",
            Markup.Of(
                $"""
                <main class="wide">
                <p class="meta">For the teacher: this page shows what no student may see</p>
                <h1>Results</h1>
                {(assignments.Count == 0 ? Markup.Block("Nothing has been graded yet.") : default)}
                {(assignments.Count > 1 ? links : default)}
                {assignments.Select((assignment, i) => Assignment(assignment, Anchor(i), store, sentences))}
                </main>

                """
            )
        );
    }

    private static string Anchor(int assignment) => Invariant($"a{assignment + 1}");

    private static string Anchor(string assignment, int task) => Invariant($"{assignment}-{task + 1}");

    private static Markup Assignment(AssignmentReport report, string anchor, GradingStore store, Sentences sentences)
    {
        Points[] scores = [.. report.Students.Select(row => row.Score)];
        string submissions = Readable.Count(scores.Length + report.Unread.Count, "submission");
        string unread = report.Unread.Count == 0 ? "" : Invariant($", {report.Unread.Count} not graded");
        string middle = scores.Length == 0
            ? ""
            : $", median {Median(scores)}, mean {Mean(scores)} of {Readable.Number(report.MaxScore)}";
        return Markup.Of(
            $"""
            <section id="{anchor}" class="assignment">
            <h2>{report.Name}</h2>
            <p class="sans soft">{submissions}{unread}{middle}</p>
            {(scores.Length == 0 ? default : Histogram.Of(scores, report.MaxScore))}
            {Attention.Of(report)}
            {(report.Tasks.Count == 0 ? default : Overview(report, anchor))}
            {report.Tasks.Select((task, i) => TaskSection.Of(task, Anchor(anchor, i), store, sentences))}
            {(scores.Length == 0 ? default : Students(report, store))}
            </section>

            """
        );
    }

    private static Markup Overview(AssignmentReport report, string anchor)
    {
        return Markup.Table(
            Markup.Raw(
                """
                <th>Task</th><th class="number">Mean</th><th class="number">All points</th><th class="number">None</th>
                <th>Most frequent mistake</th>
                """
            ),
            report.Tasks.Select(Row),
            "table overview"
        );

        Markup Row(TaskReport task, int i)
        {
            string Share(Func<Points, bool> which) => Readable.Share(task.Points.Count(which), task.Points.Count);
            Markup mistake = task
                .Mistakes.Select(mistake =>
                    Markup.Of(
                        $"{Markup.Sentence(mistake.Sentence)} ({Readable.Share(mistake.Count, task.Points.Count)})"
                    )
                )
                .FirstOrDefault(Markup.Raw("""<span class="soft">–</span>"""));
            return Markup.Of(
                $"""
                <td><a href="#{Anchor(anchor, i)}">{task.Name}</a></td>
                <td class="number">{Mean(task.Points)} of {Readable.Number(task.MaxPoints)}</td>
                <td class="number">{Share(points => points >= task.MaxPoints)}</td>
                <td class="number">{Share(points => points == default)}</td><td>{mistake}</td>
                """
            );
        }
    }

    private static Markup Students(AssignmentReport report, GradingStore store)
    {
        IEnumerable<Markup> tasks = report.Tasks.Select(task => Number("th", task.Name));
        Markup head = Markup.Of($"<th>Student</th>{Number("th", "Score")}{tasks}");
        return Markup.Details(
            $"{Readable.Count(report.Students.Count, "student")} with their points",
            Markup.Table(head, report.Students.Select(Row))
        );

        Markup Row(StudentRow row)
        {
            string[] page = [PagesFolder, row.Student, report.Name, report.Name + ".html"];
            Markup name = Markup.Text(row.Student, 100);
            if (File.Exists(Path.Combine([store.Path, .. page])))
                name = Markup.Of($"""<a href="{string.Join('/', page.Select(Uri.EscapeDataString))}">{name}</a>""");
            if (File.Exists(LostProbes.PathOf(store, row.Student, report.Name)))
                name = Markup.Of(
                    $"""{name} <span class="small">· {LostProbes.Link(row.Student, report.Name)}</span>"""
                );
            Markup score = Markup.Of($"<b>{Readable.Number(row.Score)}</b>");
            IEnumerable<Markup> points = row.Tasks.Select(points => Number("td", Readable.Number(points)));
            return Markup.Of($"<td>{name}</td>{Number("td", score)}{points}");
        }

        static Markup Number(string cell, Markup content) =>
            Markup.Of($"""<{Markup.Raw(cell)} class="number">{content}</{Markup.Raw(cell)}>""");
    }

    private static string Mean(IReadOnlyCollection<Points> points)
        => points.Count == 0 ? "–" : Readable.Number(Math.Round(points.Average(earned => (double)earned), 2));

    private static string Median(Points[] points)
    {
        Points[] sorted = [.. points.Order()];
        return Readable.Number((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
    }
}
