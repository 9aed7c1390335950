namespace NeuralNotebooks.Classroom;

/// <summary>Judges submissions: compiles each task's session in one process, runs it in another, and returns the values
/// of the probes.</summary>
/// <remarks>
/// The process that compiles never runs a submission's code, so it is reused for many submissions. The process that
/// runs a session is new for each task, and contains neither the compiler, nor another task's session, nor an expected
/// value.
/// </remarks>
/// <param name="isolation">The kind of sandbox that isolates submissions from the machine. Trusted work runs without
/// it.</param>
public sealed class Judge(IsolationKind isolation = IsolationKind.None) : IAsyncDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Of(isolation);
    private readonly ConcurrentDictionary<(string Source, string? Kit), JudgedFolder> _folders = [];
    private readonly ConcurrentDictionary<string, TaskCompiled> _compiledOnce = [];
    private readonly ConcurrentBag<JudgingSlot> _free = [];
    private int _slots;

    /// <summary>Judges a work task by task. Several works can be judged concurrently.</summary>
    /// <returns>The answers to each task that has probes, in the source's order.</returns>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<IReadOnlyList<TaskAnswers>> AnswerAsync(
        AssignmentSource source,
        Work work,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        var answers = new List<TaskAnswers>();
        foreach (AssignmentTask task in source.JudgedTasks)
            answers.Add(await AnswerAsync(source, work, task, options, cancellation));
        return answers;
    }

    /// <summary>Judges one task of a work.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<TaskAnswers> AnswerAsync(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        JudgeOptions options,
        CancellationToken cancellation
    ) =>
        work.CellOf(task) is null
            ? TaskAnswers.NotAnswered(task)
            : (await InSlotAsync(slot =>
                AnswerInSlotAsync(slot, new(source, work, task, options), cancellation)
            )).Answers;

    /// <summary>Makes the questions about the code of a work's answer to a task. They are made and judged in another
    /// session than the probes, so that they contain no hidden input.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<QuestionSheet> AskAboutCodeAsync(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        var question = new TaskQuestion(source, work, task, options) { AboutCode = task.Questions };
        var (answers, questions) = await InSlotAsync(slot => AnswerInSlotAsync(slot, question, cancellation));
        return new CodeQuestionResult(questions, answers.Answers.Single()).Sheet();
    }

    /// <summary>The documentation-comment ids of the forbidden types and members that a work's answer to a task uses.
    /// The answer is compiled in the sandbox, and does not run.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<IReadOnlyList<string>> RefusedAsync(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        if (work.CellOf(task) is null)
            return [];
        var question = new TaskQuestion(source, work, task, options with { IsTrusted = false });
        try
        {
            return (await InSlotAsync(slot => CompileAsync(slot, question, cancellation))).Refused;
        }
        catch (JudgedProcessLostException)
        {
            return []; // The compiler process ended, so it is not known what the answer uses.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out JudgingSlot? slot))
            await slot.DisposeAsync();
    }

    private async Task<T> InSlotAsync<T>(Func<JudgingSlot, Task<T>> judge)
    {
        if (!_free.TryTake(out JudgingSlot? slot))
            slot = new JudgingSlot(Interlocked.Increment(ref _slots) - 1);
        try
        {
            return await judge(slot);
        }
        finally
        {
            _free.Add(slot);
        }
    }

    private async Task<(TaskAnswers Answers, CodeQuestions? Questions)> AnswerInSlotAsync(
        JudgingSlot slot,
        TaskQuestion question,
        CancellationToken cancellation
    )
    {
        JudgeOptions options = question.Options;
        JudgedPlace runner = RunnerOf(question);
        await slot.StartAsync(runner); // The runner starts while the compiler works.
        TaskCompiled compiled;
        try
        {
            compiled = options.IsTrusted
                ? await CompileOnceAsync(slot, question, cancellation)
                : await CompileAsync(slot, question, cancellation);
        }
        catch (JudgedProcessLostException e)
        {
            TaskAnswers lost = question.Refused(
                new NoAnswer(NoAnswerReason.DoesNotCompile, $"{e.Reason}"),
                ["The compiler did not finish this cell. Split long expressions, and give nested lambdas names."]
            );
            return (lost with { Transcript = e.Transcript }, null);
        }
        if (compiled.Refusal is { } refusal)
            return (question.Refused(refusal, compiled.Notes), compiled.Questions);
        if (compiled.Probes.Count != question.Asked.Count)
            throw new JudgeException("Unexpected reply from the compiler process.");
        var session = new TaskSession(
            question.Task.Name,
            question.Asked,
            compiled,
            StartSession.Of(compiled, question.Source, question.Work),
            options.SessionLimit
        );
        TaskAnswers answers = await session.AnswerAsync(
            () => slot.Take(runner),
            options.IsTrusted ? slot.AddIdleAsync : null,
            cancellation
        );
        return (answers, compiled.Questions);
    }

    private Task<TaskCompiled> CompileAsync(
        JudgingSlot slot,
        TaskQuestion question,
        CancellationToken cancellation
    ) => slot.CompileAsync(SandboxOf(question.Options), FolderOf(question), question.Texts(), cancellation);

    /// <summary>Compiles texts of the teacher and caches the result, since the same text is used for all
    /// variants.</summary>
    private async Task<TaskCompiled> CompileOnceAsync(
        JudgingSlot slot,
        TaskQuestion question,
        CancellationToken cancellation
    )
    {
        string json = JsonSerializer.Serialize(question.Texts(), JudgeMessageJson.Default.CompileTask),
            key = $"{question.Source.Path}\n{question.Options.KitScript}\n{json}";
        return _compiledOnce.TryGetValue(key, out TaskCompiled? known)
            ? known
            : _compiledOnce[key] = await CompileAsync(slot, question, cancellation);
    }

    /// <summary>The process in which a session runs.</summary>
    private JudgedPlace RunnerOf(TaskQuestion question)
    {
        JudgeOptions options = question.Options;
        TimeSpan? cpu = options.IsTrusted ? null : options.SessionLimit + SandboxLimits.CpuBesideSession;
        return new(
            RunnerProgram.Verb,
            SandboxOf(options),
            FolderOf(question),
            new SandboxLimits(options.MemoryMegabytes, cpu),
            options.IsTrusted ? question.Source.Path : null
        );
    }

    private Sandbox SandboxOf(JudgeOptions options) => options.IsTrusted ? Sandbox.None : _sandbox;

    private JudgedFolder FolderOf(TaskQuestion question) =>
        _folders.GetOrAdd(
            (question.Source.Path, question.Options.KitScript),
            key => JudgedFolder.Of(key.Source, key.Kit)
        );
}

/// <summary>One task of a work, to be judged.</summary>
/// <param name="Source">The assignment.</param>
/// <param name="Work">The student's code.</param>
/// <param name="Task">The task, which the work answers.</param>
/// <param name="Options">How it is judged.</param>
internal sealed record TaskQuestion(AssignmentSource Source, Work Work, AssignmentTask Task, JudgeOptions Options)
{
    /// <summary>The questions about the code that are asked in place of the probes; null for the probes.</summary>
    public TaskQuestions? AboutCode { get; init; }

    /// <summary>What the session is asked for: the probes, or the value of the questions' program.</summary>
    public IReadOnlyList<AskedValue> Asked =>
        AboutCode is null
            ? [.. Task.Probes.Select(probe => new AskedValue(probe.Name, probe.IsShown))]
            : [new("the questions about the code", IsShown: true)];

    /// <summary>The request to the compiler.</summary>
    public CompileTask Texts() => SessionTexts.Of(Source, Work, Task, Options.IsTrusted, AboutCode);

    /// <summary>The answers if the task cannot be judged.</summary>
    public TaskAnswers Refused(NoAnswer why, IReadOnlyList<string> notes) =>
        TaskAnswers.Refused(Task.Name, Asked.Count, why, notes);
}
