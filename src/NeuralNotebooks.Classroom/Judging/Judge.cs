using System.Collections.Concurrent;

namespace NeuralNotebooks.Classroom;

/// <summary>Asks submissions: compiles each task's session in one process, runs it in another, and brings back what the probes' values were.</summary>
/// <remarks>
/// The process that compiles never runs a submission's code, so it stays warm and serves many. The process that runs a session is new for
/// each task and never sees the compiler, another task's session, or an expected value.
/// </remarks>
public sealed class Judge : IAsyncDisposable
{
    private static readonly TimeSpan _compileLimit = TimeSpan.FromSeconds(20);

    private readonly Sandbox _sandbox = new PlainSandbox();
    private readonly ConcurrentDictionary<(string Source, string Verb, int Memory), ConcurrentBag<JudgedProcess>> _idle = [];

    /// <summary>Judges a work task by task.</summary>
    /// <returns>The answers to each task that has probes, in the source's order.</returns>
    /// <exception cref="JudgeException">Judging failed for a reason that is not the work's.</exception>
    public async Task<IReadOnlyList<TaskAnswers>> AnswerAsync(AssignmentSource source, Work work, JudgeOptions options, CancellationToken cancellation)
    {
        var answers = new List<TaskAnswers>();
        foreach (AssignmentTask task in source.Tasks.Where(task => task.Probes.Count > 0 && options.Tasks?.Contains(task.Name) != false))
            answers.Add(await AnswerAsync(source, work, task, options, cancellation));
        return answers;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (ConcurrentBag<JudgedProcess> processes in _idle.Values)
            while (processes.TryTake(out JudgedProcess? process))
                await process.DisposeAsync();
    }

    private async Task<TaskAnswers> AnswerAsync(AssignmentSource source, Work work, AssignmentTask task, JudgeOptions options, CancellationToken cancellation)
    {
        if (work.Cells.LastOrDefault(cell => cell.Task == task.Name) is not { } cell)
            return Refused(task, new NoAnswer(NoAnswerReason.NotAnswered), []);
        TaskCompiled compiled;
        try
        {
            compiled = await CompileAsync(source, SessionTexts.Of(source, work, task, cell, options), options, cancellation);
        }
        catch (JudgedProcessLostException e)
        {
            return Refused(task, new NoAnswer(e.Reason, "compiler"), ["The compiler could not cope with this cell."]) with { Transcript = e.Transcript };
        }
        if (compiled.Refusal is { } refusal)
            return Refused(task, refusal, compiled.Notes);
        if (compiled.Probes.Count != task.Probes.Count)
            throw new JudgeException("The compiler answered another question.");
        var session = new TaskSession(task, compiled, new BeginSession(compiled.Cells, compiled.Libraries, source.Name, work.Student), Limit(task, options));
        await session.AskAllAsync(() => Take(source, RunnerProgram.Verb, options), options.IsTrusted ? process => Return(source, RunnerProgram.Verb, options, process) : null, cancellation);
        return session.Answers();
    }

    private async Task<TaskCompiled> CompileAsync(AssignmentSource source, CompileTask question, JudgeOptions options, CancellationToken cancellation)
    {
        JudgedProcess compiler = Take(source, CompilerProgram.Verb, options);
        try
        {
            TaskCompiled compiled = await compiler.AskAsync<TaskCompiled>(question, _compileLimit, 4 * _compileLimit, cancellation);
            Return(source, CompilerProgram.Verb, options, compiler);
            return compiled;
        }
        catch
        {
            await compiler.DisposeAsync();
            throw;
        }
    }

    private static TimeSpan Limit(AssignmentTask task, JudgeOptions options)
    {
        TimeSpan least = TimeSpan.FromSeconds(10), byReference = 20 * options.ReferenceTimes.GetValueOrDefault(task.Name);
        return options.TimeLimit ?? (byReference > least ? byReference : least);
    }

    private static TaskAnswers Refused(AssignmentTask task, NoAnswer why, IReadOnlyList<string> notes)
        => new(task.Name, [.. task.Probes.Select(_ => why)], notes, "", TimeSpan.Zero);

    private JudgedProcess Take(AssignmentSource source, string verb, JudgeOptions options)
        => Idle(source, verb, options).TryTake(out JudgedProcess? idle) ? idle
            : JudgedProcess.Start(_sandbox, verb, JudgedFolder.Of(source.Path, options.KitScript), new SandboxLimits(options.MemoryMegabytes));

    private void Return(AssignmentSource source, string verb, JudgeOptions options, JudgedProcess process) => Idle(source, verb, options).Add(process);

    private ConcurrentBag<JudgedProcess> Idle(AssignmentSource source, string verb, JudgeOptions options)
        => _idle.GetOrAdd((source.Path, verb, options.MemoryMegabytes), _ => []);
}
