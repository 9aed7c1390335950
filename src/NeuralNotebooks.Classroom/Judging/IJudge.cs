namespace NeuralNotebooks.Classroom;

/// <summary>Judges students' code, in other processes (<see cref="Judge"/>) or in this one
/// (<see cref="JudgeInPlace"/>).</summary>
internal interface IJudge
{
    /// <summary>Judges one task of a work.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    Task<JudgeReply> JudgeAsync(JudgeRequest request, CancellationToken cancellation);
}

/// <summary>Judging all tasks of a work.</summary>
internal static class WholeWork
{
    /// <summary>Judges a work task by task. Several works can be judged concurrently.</summary>
    /// <returns>The answers to each task that has probes, in the source's order.</returns>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public static async Task<IReadOnlyList<TaskAnswers>> AnswerAllAsync(
        this IJudge judge,
        AssignmentSource source,
        Work work,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        List<TaskAnswers> answers = [];
        foreach (AssignmentTask task in source.JudgedTasks)
            answers.Add((await judge.JudgeAsync(new(source, work, task, options), cancellation)).Answers);
        return answers;
    }
}
