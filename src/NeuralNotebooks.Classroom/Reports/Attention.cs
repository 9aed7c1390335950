using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>What a teacher should look at first.</summary>
internal static class Attention
{
    /// <summary>With fewer students, it means nothing if all of them pass or lose a probe.</summary>
    private const int MinStudents = 5;

    private const int MaxNames = 20, MaxRows = 50;

    public static string Of(AssignmentReport report)
    {
        (string Label, string Html)[] rows = [.. Rows(report)];
        if (rows.Length == 0)
            return "";
        var html = new StringBuilder("<h3>To look at</h3>\n<ul class=\"kinds look\">\n");
        foreach ((string label, string text) in rows)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<li><span class="count">{label}</span><span>{text}</span></li>"""
                )
                .Append('\n');
        return html.Append("</ul>\n").ToString();
    }

    private static IEnumerable<(string Label, string Html)> Rows(AssignmentReport report)
    {
        foreach (
            TaskReport task in report.Tasks.Where(task =>
                task.Probes.Count > 0
                && task.Points.Count - task.Unanswered > 0
                && task.Probes.All(probe => probe.Passed == 0)
            )
        )
            yield return (
                "nobody passes",
                $"<b>No answer passes any probe of {PageText.Plain(task.Name)}: the task, its text or its "
                    + $"reference may be wrong.</b>"
            );
        if (report.Students.Count >= MinStudents)
        {
            foreach (TaskReport task in report.Tasks.Where(task => task.Probes.Any(probe => probe.Passed > 0)))
            {
                ProbeReport[] lost = [.. task.Probes.Where(probe => probe.Passed == 0)],
                    won = [.. task.Probes.Where(probe => probe.Passed == probe.Total)];
                if (lost.Length > 0)
                    yield return (
                        "nobody passes",
                        $"{Names(lost)} of {PageText.Plain(task.Name)}: what is asked may not be what the text says."
                    );
                if (won.Length > 0)
                    yield return (
                        "all pass",
                        $"{(won.Length == task.Probes.Count ? "Every probe" : Names(won))} of "
                            + $"{PageText.Plain(task.Name)}: {(won.Length == 1 ? "it does" : "they do")} not "
                            + $"tell right from wrong answers."
                    );
            }
        }

        foreach (TaskReport task in report.Tasks.Where(task => task.Unmarked > 0))
            yield return (
                "by hand",
                $"{PageText.Count(task.Unmarked, "answer")} to {PageText.Plain(task.Name)} not yet marked: "
                    + $"read them <a "
                    + $"href=\"{Uri.EscapeDataString(AnswersPage.FileName(report.Name, task.Name))}\">side "
                    + $"by side</a>, and write the points into <code>{Adjustments.FileName}</code>."
            );
        foreach (TaskReport task in report.Tasks)
            foreach (
                IGrouping<NoAnswerReason, (string Student, NoAnswerReason Reason)> limit in task
                    .Limits.GroupBy(limit => limit.Reason)
                    .OrderBy(limit => limit.Key)
            )
                yield return (
                    DifferenceLabel.Of(limit.Key),
                    $"{PageText.Count(limit.Count(), "run")} of {PageText.Plain(task.Name)}: "
                        + $"{Students([.. limit.Select(entry => entry.Student)])}"
                );
        foreach (
            IGrouping<string, (string Student, string Problem)> problem in report
                .Unread.GroupBy(entry => entry.Problem, StringComparer.Ordinal)
                .Take(MaxRows)
        )
            yield return (
                "not graded",
                $"{PageText.Sentence(problem.Key)} {Students([.. problem.Select(entry => entry.Student)])}"
            );
        foreach (
            IGrouping<string, (string Student, string Note)> note in report
                .Notes.GroupBy(entry => entry.Note, StringComparer.Ordinal)
                .Take(MaxRows)
        )
            yield return (
                "note",
                $"{PageText.Sentence(note.Key)} {Students([.. note.Select(entry => entry.Student)])}"
            );
    }

    private static string Names(IReadOnlyCollection<ProbeReport> probes)
        => string.Join(", ", probes.Take(MaxNames).Select(probe => $"“{PageText.Plain(probe.Probe.Name)}”"));

    /// <summary>Their ids; folded if there are many.</summary>
    public static string Students(IReadOnlyList<string> students)
    {
        string[] names = [.. students.Select(student => PageText.Plain(student, 100))];
        return names.Length <= MaxNames
            ? $"""<span class="soft">{string.Join(", ", names)}</span>"""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"""<details class="ids"><summary>{names.Length} students</summary>{string.Join(", ", names)}</details>"""
            );
    }
}
