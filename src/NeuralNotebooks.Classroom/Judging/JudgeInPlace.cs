namespace NeuralNotebooks.Classroom;

/// <summary>Judges in this process, by the same rules as <see cref="Judge"/>. A page in the browser uses it: it has
/// only one process, and runs only code of its reader. There are no isolation and no limits.</summary>
/// <param name="folder">The folder with the kit's script.</param>
/// <param name="framework">The framework that the code refers to.</param>
internal sealed class JudgeInPlace(string folder, FrameworkReferences framework) : IDisposable
{
    private readonly SessionCompiler _compiler = new(folder, framework);

    /// <summary>The answers to each task that has probes, in the source's order, each followed by those to the
    /// questions about its code.</summary>
    public IReadOnlyList<TaskAnswers> Answer(AssignmentSource source, Work work)
    {
        using CellExecution execution = JudgedSession.BeginCell(new TranscriptSink(TextWriter.Null));
        return [.. source.JudgedTasks.Select(task => Answer(source, work, task))];
    }

    /// <inheritdoc/>
    public void Dispose() => _compiler.Dispose();

    private TaskAnswers Answer(AssignmentSource source, Work work, AssignmentTask task)
    {
        if (work.CellOf(task) is null)
            return TaskAnswers.NotAnswered(task);
        TaskCompiled compiled = _compiler.Compile(SessionTexts.Of(source, work, task, isTrusted: false));
        if (compiled.Refusal is { } refusal)
            return TaskAnswers.Refused(task, refusal, compiled.Notes);
        var session = new JudgedSession();
        var begin = StartSession.Of(compiled, source, work);
        SessionStarted started = session.Begin(begin);
        SessionStarted? failed = begin.HasJudgedCellFailed(started) ? started : null;
        return new(
            task.Name,
            [
                .. compiled.Probes.Select(probe =>
                    probe.Refusal
                    ?? (
                        failed is not null && probe.UsesVariables
                            ? new NoAnswer(NoAnswerReason.CellFailed)
                            : session.Ask(probe.Cell!, probe.Method).Answer
                    )
                ),
            ],
            compiled.Notes,
            "",
            TimeSpan.Zero
        )
        {
            Failed = failed,
            Questions = compiled.Questions,
        };
    }
}
