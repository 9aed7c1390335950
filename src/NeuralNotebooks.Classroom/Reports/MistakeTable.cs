namespace NeuralNotebooks.Classroom;

/// <summary>The table of an assignment on the teacher's page: below each task the groups of equal wrong answers, with
/// their share of the class and the mistake that explains them.</summary>
internal sealed class MistakeTable(AssignmentReport report)
{
    private const int MaxGroups = 30, MaxNames = 20;

    public Markup Of() =>
        Markup.Table(
            Markup.Raw(
                """<th>Task</th><th class="number">Students</th><th class="number">Share</th><th>Answers</th>"""),
            report.Tasks.SelectMany(Rows), "table mistakes");

    public static Markup Students(IEnumerable<string> students)
    {
        Markup[] all = [.. students.Select(student => Markup.Text(student, 100))];
        Markup names = Markup.Join(", ", all);
        return all.Length <= MaxNames
            ? Markup.Of($"""<span class="soft">{names}</span>""")
            : Markup.Details(Readable.Count(all.Length, "student"), names);
    }

    private static IEnumerable<Markup> Rows(TaskReport task)
    {
        yield return Row(
            task, Markup.Of($"<b>{Markup.Sentence(task.Title)}</b>"), task.Points.Count + task.Unmarked, Summary(task));
        if (task.Unanswered > 0)
            yield return Row(task, "", task.Unanswered, "not answered");
        foreach (AnswerGroup group in task.Wrong.Take(MaxGroups))
            yield return Row(task, "", group.Students.Count, Group(group));
        int rest = task.Wrong.Skip(MaxGroups).Sum(group => group.Students.Count);
        if (rest > 0)
            yield return Row(task, "", rest, "other wrong answers");
        foreach (var accepted in task.Accepted.CountBy(group => group)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return Row(
                task, "", accepted.Value,
                Markup.Of($"accepted, by <code>{Adjustments.AcceptFile}</code>: group <code>{accepted.Key}</code>"));
    }

    private static Markup Row(TaskReport task, Markup name, int students, Markup answers) =>
        Markup.Of(
            $"""
            <td>{name}</td><td class="number">{students}</td>
            <td class="number">{Readable.Share(students, task.Points.Count + task.Unmarked)}</td><td>{answers}</td>

            """);

    private static Markup Summary(TaskReport task)
    {
        string Share(Func<Points, bool> which) => Readable.Share(task.Points.Count(which), task.Points.Count);
        Markup probes = Markup.List(
            task.Probes.Select(probe =>
            {
                string kinds = string.Join(", ", probe.Kinds);
                return Markup.Of(
                    $"""
                    {probe.Probe.Name}, {Readable.Points(probe.Probe.Points)}: {probe.Passed} of {probe.Total}
                    passed{(kinds.Length > 0 ? $"; the others: {kinds}" : "")}
                    """);
            }));
        Markup unmarked = task.Unmarked == 0
            ? default
            : Markup.Of(
                $"""; {Readable.Count(task.Unmarked, "answer")} <a href="{MarkingPage.FileName}">to be marked</a>""");
        return Markup.Of(
            $"""
            mean {ReportPage.Mean(task.Points)} of {Readable.Points(task.MaxPoints)}; all points:
            {Share(points => points >= task.MaxPoints)}, none: {Share(points => points == default)}{unmarked}
            {(probes.IsEmpty ? default : Markup.Details(Readable.Count(task.Probes.Count, "probe"), probes))}
            """);
    }

    private static Markup Group(AnswerGroup group) =>
        Markup.Of(
            $"""
            {group.Sentence} <span class="soft">· group <code>{group.Key}</code></span>
            {Markup.Details("Answer of one student", group.Sample)}
            {Students(group.Students)}
            """);
}
