namespace NeuralNotebooks.Classroom;

/// <summary>Suggests how to improve an assignment that may be free of errors.</summary>
internal static class AssignmentAdvice
{
    private const int MinProbes = 4;

    /// <param name="source">The assignment.</param>
    /// <param name="checks">The finished checks of its tasks with probes.</param>
    /// <param name="advice">Receives the suggestions.</param>
    public static void Give(AssignmentSource source, IReadOnlyList<TaskCheck> checks, ProblemList advice)
    {
        foreach (TaskCheck check in checks)
        {
            AdviseOnProbes(check.Task, advice);
            AdviseOnMistakes(check, advice);
        }
        if (
            source.Cells.All(cell => cell.Role != CellRole.Student)
            && checks.FirstOrDefault(check => VariantUse.Of(source, check.Task).Contains(true)) is { } variant
        )
            advice.Add(
                variant.Task.TestsPlace,
                null,
                "The numbers differ from student to student, but there is no cell for the student's id. "
                    + "Expected one whose first line is // STUDENT."
            );
    }

    private static void AdviseOnProbes(AssignmentTask task, ProblemList advice)
    {
        if (task.Probes.Count < MinProbes)
            advice.Add(
                task.TestsPlace,
                null,
                Invariant(
                    $"The task {task.Name} has few probes ({task.Probes.Count}): a wrong answer may pass all of them."
                )
            );
        foreach (Probe probe in task.Probes.Where(probe => probe.Points == default(Points)))
            advice.Add(
                task.TestsPlace,
                probe.Line,
                $"The probe \"{probe.Name}\" has no points: the others have all of the task's."
            );
    }

    private static void AdviseOnMistakes(TaskCheck check, ProblemList advice)
    {
        AssignmentTask task = check.Task;
        if (task.Mistakes.Count == 0)
            advice.Add(
                task.Place,
                null,
                $"The task {task.Name} has no mistakes, so it is not known whether its probes detect any. Expected "
                    + $"cells whose first line is // MISTAKE {task.Name}: the sentence for a student who made it."
            );
        if (task.Mistakes.Count == 0 || !check.CanCompare)
            return;
        MistakeMatrix matrix = check.Matrix();
        foreach ((_, Probe probe) in task.Probes.Index().Where(at => !matrix.Rows.Any(row => row.Lost[at.Index])))
            advice.Add(
                task.TestsPlace,
                probe.Line,
                $"No mistake fails the probe \"{probe.Name}\": it catches no known mistake."
            );
    }
}
