namespace NeuralNotebooks.Classroom;

/// <summary>A task, and the code whose answer to it is judged.</summary>
internal sealed record JudgeRequest(
    AssignmentSource Source, CodeToJudge Code, AssignmentTask Task, JudgeOptions Options)
{
    private static readonly Probe _programOfQuestions = new("the questions about the code", "", default, IsShown: true);

    /// <summary>The questions about the code that are asked in place of the probes; null for the probes.</summary>
    public TaskQuestions? AboutCode { get; init; }

    /// <summary>What the session is asked for: the probes, or the value of the questions' program.</summary>
    public IReadOnlyList<Probe> Asked => AboutCode is null ? Task.Probes : [_programOfQuestions];

    /// <summary>The texts of the session, for the compiler. The code must answer the task.</summary>
    public CompileTask Texts() => new SessionTexts(this).Collect();

    /// <summary>A hash of the inputs on which the reply depends, except the kit and the limits. If it has not changed,
    /// stored values are reused.</summary>
    /// <remarks>The reference is not part of the hash, because its values are only compared.</remarks>
    public string Hash()
    {
        string texts = JsonSerializer.Serialize(Texts() with { Reference = "" }, JudgeMessageJson.Default.CompileTask);
        return HexHash.Of($"{Source.Name}\n{Code.Student}\n{texts}");
    }

    /// <summary>The reply if the code does not answer the task; null if it does.</summary>
    public JudgeReply? NotAnswered() =>
        Code.CellOf(Task) is null ? new(NotJudged(new(MissingReason.NotAnswered), []), Questions: null) : null;

    /// <summary>The values if the task cannot be judged.</summary>
    public TaskValues NotJudged(MissingValue why, IReadOnlyList<string> notes) =>
        TaskValues.NotJudged(Task.Name, Asked.Count, why, notes);
}
