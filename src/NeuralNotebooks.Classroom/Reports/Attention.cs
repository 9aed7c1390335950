namespace NeuralNotebooks.Classroom;

/// <summary>What the teacher should look at first.</summary>
internal static class Attention
{
    /// <summary>Fewer students say little about a probe.</summary>
    private const int MinStudents = 5;

    private const int MaxNames = 20, MaxRows = 50;

    public static Markup Of(AssignmentReport report)
    {
        Markup rows = Markup.Kinds(Rows(report), "kinds look");
        return rows.IsEmpty ? default : Markup.Of($"<h3>To look at</h3>\n{rows}");
    }

    /// <summary>The names of students; many are folded.</summary>
    public static Markup Students(IEnumerable<string> students)
    {
        Markup[] all = [.. students.Select(student => Markup.Text(student, 100))];
        Markup names = Markup.Join(", ", all);
        string count = Readable.Count(all.Length, "student");
        return all.Length <= MaxNames
            ? Markup.Of($"""<span class="soft">{names}</span>""")
            : Markup.Of($"""<details class="ids"><summary>{count}</summary>{names}</details>""");
    }

    private static IEnumerable<(string Label, Markup Html)> Rows(AssignmentReport report)
    {
        foreach (TaskReport task in report.Tasks)
            if (
                task.Probes.Count > 0
                && task.Points.Count > task.Unanswered
                && task.Probes.All(probe => probe.Passed == 0)
            )
                yield return (
                    "nobody passes",
                    Markup.Of(
                        $"""
                        <b>No answer passes any probe of {task.Name}:
                        the task, its text or its reference may be wrong.</b>
                        """
                    )
                );
        if (report.Students.Count >= MinStudents)
            foreach (TaskReport task in report.Tasks.Where(task => task.Probes.Any(probe => probe.Passed > 0)))
            {
                ProbeReport[] lost = [.. task.Probes.Where(probe => probe.Passed == 0)],
                    won = [.. task.Probes.Where(probe => probe.Passed == probe.Total)];
                if (lost.Length > 0)
                    yield return (
                        "nobody passes",
                        $"{Names(lost)} of {task.Name}: what is asked may not be what the text says."
                    );
                if (won.Length > 0)
                    yield return (
                        "all pass",
                        $"{(won.Length == task.Probes.Count ? "Every probe" : Names(won))} of {task.Name}: "
                            + $"{(won.Length == 1 ? "it does" : "they do")} not tell right from wrong answers."
                    );
            }
        foreach (TaskReport task in report.Tasks.Where(task => task.Unmarked > 0))
            yield return (
                "by hand",
                Markup.Of(
                    $"""
                    {Readable.Count(task.Unmarked, "answer")} to {task.Name} not yet marked: the
                    <a href="{MarkingPage.FileName}">marking page</a> writes <code>{Adjustments.FileName}</code>.
                    """
                )
            );
        foreach (TaskReport task in report.Tasks)
            foreach (var limit in task.Limits.GroupBy(limit => limit.Reason).OrderBy(limit => limit.Key))
            {
                Markup students = Students(limit.Select(entry => entry.Student));
                yield return (
                    DifferenceWords.Of(limit.Key).Label,
                    Markup.Of($"{Readable.Count(limit.Count(), "run")} of {task.Name}: {students}")
                );
            }
        foreach (TaskReport task in report.Tasks)
            foreach (var same in task.Refused.GroupBy(use => use.Id, use => use.Student).OrderBy(same => same.Key))
                yield return (
                    DifferenceWords.Of(NoAnswerReason.Forbidden).Label,
                    Markup.Of($"<code>{same.Key}</code> in answers to {task.Name}: {Students(same)}")
                );
        foreach ((string label, List<(string Student, string Text)> entries) in (
            (string, List<(string, string)>)[])[("not graded", report.Unread), ("note", report.Notes)])
            foreach (var same in entries.GroupBy(entry => entry.Text, entry => entry.Student).Take(MaxRows))
                yield return (label, Markup.Of($"{Markup.Sentence(same.Key)} {Students(same)}"));
    }

    private static string Names(IEnumerable<ProbeReport> probes)
        => string.Join(", ", probes.Take(MaxNames).Select(probe => $"“{probe.Probe.Name}”"));
}
