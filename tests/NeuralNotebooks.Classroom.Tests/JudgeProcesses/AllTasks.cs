namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Judging the answers to all tasks.</summary>
internal static class AllTasks
{
    /// <summary>Judges code task by task. Several submissions can be judged concurrently.</summary>
    /// <returns>The values of each task that has probes, in the source's order.</returns>
    /// <exception cref="JudgeException">Judging failed, and the code is not the reason.</exception>
    public static async Task<IReadOnlyList<TaskValues>> EvaluateAllAsync(
        this IJudge judge, AssignmentSource source, CodeToJudge code, JudgeOptions options,
        CancellationToken cancellation)
    {
        List<TaskValues> values = [];
        foreach (AssignmentTask task in source.TasksWithProbes)
            values.Add(await judge.JudgeAsync(new(source, code, task, options), cancellation));
        return values;
    }
}
