namespace NeuralNotebooks.Assignments;

/// <summary>Judges in this process, by the same rules as the grader. A page in the browser uses it: it has only one
/// process, and runs only code of its reader. There are no isolation and no limits.</summary>
internal sealed class PageJudge(string folder, FrameworkReferences framework) : IJudge
{
    private readonly SessionCompiler _compiler = new(folder, framework);

    Task<TaskValues> IJudge.JudgeAsync(JudgeRequest request, CancellationToken cancellation) =>
        Task.FromResult(request.IsAnswered ? Judged(request) : TaskValues.NotAnswered(request.Task));

    private TaskValues Judged(JudgeRequest request)
    {
        using CellExecution execution = JudgedSession.SendOutputsTo(new TranscriptSink(TextWriter.Null));
        TaskCompiled compiled = _compiler.Compile(request.Texts());
        if (compiled.Refusal is { } refusal)
            return TaskValues.NotJudged(request.Task, refusal, compiled.Notes);
        var session = new JudgedSession();
        var start = StartSession.Of(request.Code.Owner, compiled, request.Source.Name, request.Code.Student);
        SessionStarted started = session.Start(start);
        SessionStarted? failed = start.HasJudgedCellFailed(started) ? started : null;
        return new(
            request.Task.Name,
            [
                .. compiled.Probes.Select(probe =>
                    probe.Unevaluated(failed is not null) ?? session.Ask(probe.Cell!, probe.Method).Value),
            ],
            compiled.Notes, "", TimeSpan.Zero)
        {
            Failed = failed,
        };
    }
}
