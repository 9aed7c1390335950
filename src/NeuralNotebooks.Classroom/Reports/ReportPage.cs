namespace NeuralNotebooks.Classroom;

internal static class ReportPage
{
    private const int MaxNotes = 50;

    private static readonly Markup _help = Markup.Of(
        $"""
        <p class="sans small soft">To show all students of a group the same sentence, copy the cell of one of them into
        the source, below a first line <code>// MISTAKE</code> with the task and the sentence, and grade again with
        <code>--resume</code>. To accept the answer of a group as right, add a line with the group’s number to
        <code>{Adjustments.AcceptFile}</code> (first line: <code>{Adjustments.AcceptedColumns}</code>): its students get
        the points of the probes that they lost.</p>

        """);

    public static string Of(IReadOnlyList<AssignmentReport> assignments, GradingStore store)
    {
        Markup links = Markup.List(
            assignments.Select((assignment, i) => Markup.Of($"<a href=\"#{Anchor(i)}\">{assignment.Name}</a>")),
            "links");
        return ClassroomPage.Of(
            "Results",
            Markup.Of(
                $"""
                <main class="wide">
                <p class="meta">For the teacher only: this page shows hidden tests and expected values</p>
                <h1>Results</h1>
                {(assignments.Count == 0 ? Markup.Block("Nothing has been graded yet.") : default)}
                {(assignments.Count > 1 ? links : default)}
                {assignments.Select((assignment, i) => Assignment(assignment, Anchor(i), store))}
                </main>

                """));
    }

    private static string Anchor(int assignment) => Invariant($"a{assignment + 1}");

    private static Markup Assignment(AssignmentReport report, string anchor, GradingStore store)
    {
        Points[] scores = [.. report.Students.Select(row => row.Score).OfType<Points>()];
        int absent = report.Students.Count(row => row.State == StudentRow.NotSubmitted);
        string submissions = Readable.Count(report.Students.Count() - absent, "submission")
            + (absent == 0 ? "" : Invariant($", {absent} missing"));
        string unread = report.Unread.Count == 0 ? "" : Invariant($", {report.Unread.Count} not graded");
        string middle = scores.Length == 0
            ? ""
            : $", median {Median(scores)}, mean {Mean(scores)} of {report.MaxScore.ForPage}";
        return Markup.Of(
            $"""
            <section id="{anchor}" class="assignment">
            <h2>{report.Name}</h2>
            <p class="sans soft">{submissions}{unread}{middle}</p>
            {Students(report, store)}
            {Notes(report)}
            {(report.Tasks.Count == 0 ? default : new MistakeTable(report).Of())}
            {(report.Tasks.Any(task => task.Wrong.Any()) ? _help : default)}
            </section>

            """);
    }

    private static Markup Notes(AssignmentReport report)
    {
        IEnumerable<(string, Markup)> Rows(string label, IEnumerable<(string Student, string Text)> entries) =>
            entries.GroupBy(entry => entry.Text, entry => entry.Student).Take(MaxNotes)
                .Select(same => (label, Markup.Of($"{Markup.Sentence(same.Key)} {MistakeTable.Students(same)}")));
        return Markup.Kinds(
            [
                .. Rows("not graded", report.Unread), .. Rows("note", report.Notes),
                .. report.SameCode.Take(MaxNotes).Select(same => ("same code", MistakeTable.Students(same))),
            ]);
    }

    private static Markup Students(AssignmentReport report, GradingStore store)
    {
        IEnumerable<Markup> tasks = report.Tasks.Select(task => Number("th", Markup.Sentence(task.Title)));
        Markup head = Markup.Of($"<th>Student</th>{Number("th", "Score")}{tasks}");
        return Markup.Table(head, report.Students.Select(Row));

        Markup Row(StudentRow row)
        {
            SubmissionKey key = new(row.Student, report.Name);
            ResultPath page = ResultFolder.FeedbackOf(key);
            Markup name = Markup.Text(row.Student, 100);
            if (File.Exists(page.In(store.Path)))
                name = Markup.Of($"""<a href="{page.Link}">{name}</a>""");
            Markup score = row.Score is { } known ? Markup.Of($"<b>{known.ForPage}</b>") : row.State;
            IEnumerable<Markup> points = report.Tasks.Select(task => Number(
                "td", row.Tasks.TryGetValue(task.Name, out Points earned) ? earned.ForPage : ""));
            return Markup.Of($"<td>{name}</td>{Number("td", score)}{points}");
        }

        static Markup Number(string cell, Markup content) =>
            Markup.Of($"""<{Markup.Raw(cell)} class="number">{content}</{Markup.Raw(cell)}>""");
    }

    public static string Mean(IReadOnlyCollection<Points> points)
        => points.Count == 0 ? "–" : (Points.Sum(points) / points.Count).ForPage;

    private static string Median(Points[] points)
    {
        Points[] sorted = [.. points.Order()];
        return ((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2).ForPage;
    }
}
