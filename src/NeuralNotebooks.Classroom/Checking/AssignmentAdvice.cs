namespace NeuralNotebooks.Classroom;

internal static class AssignmentAdvice
{
    private const int MinProbes = 4;

    public static void Give(AssignmentSource source, IReadOnlyList<MistakeMatrix> matrices, ProblemList advice)
    {
        AssignmentTask[] tasks = [.. source.TasksWithProbes];
        foreach (AssignmentTask task in tasks)
            AdviseOnTask(task, advice);
        foreach (MistakeMatrix matrix in matrices)
            AdviseOnMistakes(matrix, advice);
        if (source.Cells.All(cell => cell.Role != CellRole.Student)
            && Array.Find(tasks, task => VariantUse.Of(source, task).Contains(true)) is { } variant)
            advice.Add(
                variant.TestsPlace, null,
                "The numbers differ from student to student, but there is no cell for the student's id. "
                    + "Expected one whose first line is // STUDENT.");
    }

    private static void AdviseOnTask(AssignmentTask task, ProblemList advice)
    {
        foreach (string id in task.Rules.Allowed.Where(UsualVocabulary.ReachesOutside))
            advice.Add(
                task.Place, null,
                $"// ALLOWED {task.Name} lists {id}, with which an answer reaches files, processes, the network or "
                    + "other code. In a sandbox it reaches little, but without one everything that you can.");
        if (task.Probes.Count < MinProbes)
            advice.Add(
                task.TestsPlace, null,
                Invariant($"The task {task.Name} has few probes ({task.Probes.Count}): a wrong answer may pass ")
                    + "all of them.");
        if (task.Mistakes.Count == 0)
            advice.Add(
                task.Place, null,
                $"The task {task.Name} has no mistakes, so it is not known whether its probes detect any. Expected "
                    + $"cells whose first line is // MISTAKE {task.Name}: the sentence for a student who made it.");
    }

    private static void AdviseOnMistakes(MistakeMatrix matrix, ProblemList advice)
    {
        AssignmentTask task = matrix.Task;
        foreach ((int i, Probe probe) in task.Probes.Index())
            if (task.Mistakes.Count > 0 && !matrix.Rows.Any(row => row.Lost[i]))
                advice.Add(
                    task.TestsPlace, probe.Line,
                    $"No mistake fails the probe \"{probe.Name}\": it catches no known mistake.");
    }
}
