namespace NeuralNotebooks.Classroom;

/// <summary>Judges in this process, by the same rules as <see cref="Judge"/>. A page in the browser uses it: it has
/// only one process, and runs only code of its reader. There are no isolation and no limits.</summary>
/// <param name="folder">The folder with the kit's script.</param>
/// <param name="framework">The framework that the code refers to.</param>
internal sealed class JudgeInPlace(string folder, FrameworkReferences framework) : IDisposable
{
    private readonly SessionCompiler _compiler = new(folder, framework);

    /// <summary>The answers to each task that has probes, in the source's order.</summary>
    public IReadOnlyList<TaskAnswers> Answer(AssignmentSource source, Work work) =>
        [
            .. source.JudgedTasks.Select(task =>
                work.CellOf(task) is null
                    ? TaskAnswers.NotAnswered(task)
                    : Answer(new(source, work, task, new())).Answers
            ),
        ];

    /// <summary>The questions about the code of a work's answer to a task.</summary>
    public QuestionSheet AskAboutCode(AssignmentSource source, Work work, AssignmentTask task)
    {
        var (answers, questions) = Answer(new(source, work, task, new()) { AboutCode = task.Questions });
        return new CodeQuestionResult(questions, answers.Answers.Single()).Sheet();
    }

    /// <inheritdoc/>
    public void Dispose() => _compiler.Dispose();

    private (TaskAnswers Answers, CodeQuestions? Questions) Answer(TaskQuestion question)
    {
        using CellExecution execution = JudgedSession.BeginCell(new TranscriptSink(TextWriter.Null));
        TaskCompiled compiled = _compiler.Compile(question.Texts());
        if (compiled.Refusal is { } refusal)
            return (question.Refused(refusal, compiled.Notes), compiled.Questions);
        var session = new JudgedSession();
        var begin = StartSession.Of(compiled, question.Source, question.Work);
        SessionStarted started = session.Begin(begin);
        SessionStarted? failed = begin.HasJudgedCellFailed(started) ? started : null;
        TaskAnswers answers = new(
            question.Task.Name,
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
        };
        return (answers, compiled.Questions);
    }
}
