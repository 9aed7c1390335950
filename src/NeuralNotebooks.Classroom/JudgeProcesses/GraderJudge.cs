namespace NeuralNotebooks.Classroom;

/// <summary>Judges in other processes: compiles each task's session in one, runs it in another, and returns the values
/// of the probes. Whose code it is decides which processes these are.</summary>
/// <param name="isolation">The kind of sandbox that isolates submissions from the machine.</param>
public sealed class GraderJudge(IsolationKind isolation) : IJudge, IAsyncDisposable
{
    private readonly CodeProcesses _ofSubmissions = new(Sandbox.Of(isolation)), _ofTeacher = new TeacherProcesses();
    private readonly ConcurrentDictionary<(string Source, string Task, string? Kit), JudgeFolder> _folders = [];
    private readonly ConcurrentBag<JudgingSlot> _free = [];
    private int _slots;

    internal bool IsIsolated { get; } = isolation != IsolationKind.None;

    async Task<TaskValues> IJudge.JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        if (!request.IsAnswered)
            return TaskValues.NotAnswered(request.Task);
        if (!_free.TryTake(out JudgingSlot? slot))
            slot = new JudgingSlot(Interlocked.Increment(ref _slots) - 1);
        try
        {
            CodeProcesses processes = request.Code.Owner == CodeOwner.Teacher ? _ofTeacher : _ofSubmissions;
            return await JudgeInSlotAsync(slot, processes, request, cancellation);
        }
        finally
        {
            _free.Add(slot);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out JudgingSlot? slot))
            await slot.DisposeAsync();
    }

    private async Task<TaskValues> JudgeInSlotAsync(
        JudgingSlot slot, CodeProcesses processes, JudgeRequest request, CancellationToken cancellation)
    {
        JudgeFolder folder = _folders.GetOrAdd(
            (request.Source.Path, request.Task.Name, request.Options.KitScript),
            _ => JudgeFolder.Of(request.Source, [request.Task], request.Options.KitScript));
        EvaluatorSpec evaluator = processes.EvaluatorOf(request, folder);
        await slot.StartAsync(evaluator); // The evaluator starts while the compiler works.
        TaskCompiled compiled;
        try
        {
            compiled = await processes.CompileAsync(slot, request, folder, cancellation);
        }
        catch (JudgeProcessLostException e)
        {
            TaskValues lost = TaskValues.NotJudged(
                request.Task, new MissingValue(MissingReason.DoesNotCompile, $"{e.Reason}"),
                ["The compiler did not finish this cell. Split long expressions, and give nested lambdas names."]);
            return lost with { Transcript = e.Transcript };
        }
        if (compiled.Refusal is { } refusal)
            return TaskValues.NotJudged(request.Task, refusal, compiled.Notes);
        if (compiled.Probes.Count != request.Task.Probes.Count)
            throw new JudgeException("Unexpected reply from the compiler process.");
        var session = new TaskSession(
            request.Task, compiled,
            StartSession.Of(request.Code.Owner, compiled, request.Source.Name, request.Code.Student),
            request.Options.SessionLimit);
        return await session.EvaluateAsync(
            () => slot.IdleOrNew(evaluator), processes.AreReused ? slot.AddIdleAsync : null, cancellation);
    }
}
