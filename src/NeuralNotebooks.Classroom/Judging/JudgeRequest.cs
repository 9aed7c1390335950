namespace NeuralNotebooks.Classroom;

/// <summary>One task of a work, to be judged.</summary>
/// <param name="Source">The assignment.</param>
/// <param name="Work">The student's code.</param>
/// <param name="Task">The task.</param>
/// <param name="Options">How it is judged.</param>
internal sealed record JudgeRequest(AssignmentSource Source, Work Work, AssignmentTask Task, JudgeOptions Options)
{
    /// <summary>The questions about the code that are asked in place of the probes; null for the probes.</summary>
    public TaskQuestions? AboutCode { get; init; }

    /// <summary>What the session is asked for: the probes, or the value of the questions' program.</summary>
    public IReadOnlyList<AskedValue> Asked =>
        AboutCode is null
            ? [.. Task.Probes.Select(probe => new AskedValue(probe.Name, probe.IsShown))]
            : [new("the questions about the code", IsShown: true)];

    /// <summary>The texts of the session, for the compiler. The work must answer the task.</summary>
    public CompileTask Texts() => new SessionTexts(this).Request();

    /// <summary>A hash of the inputs on which the reply depends, except the kit and the limits. If it has not changed,
    /// stored answers are reused.</summary>
    /// <remarks>The reference is not part of the hash, because its values are only compared with the answers.</remarks>
    public string Hash()
    {
        string texts = JsonSerializer.Serialize(Texts() with { Reference = "" }, JudgeMessageJson.Default.CompileTask);
        return HexHash.Of($"{Source.Name}\n{Work.Student}\n{texts}");
    }

    /// <summary>The reply if the work does not answer the task; null if it does.</summary>
    public JudgeReply? NotAnswered() =>
        Work.CellOf(Task) is null ? new(NotJudged(new(NoAnswerReason.NotAnswered), []), Questions: null) : null;

    /// <summary>The answers if the task cannot be judged.</summary>
    public TaskAnswers NotJudged(NoAnswer why, IReadOnlyList<string> notes) =>
        TaskAnswers.NotJudged(Task.Name, Asked.Count, why, notes);
}
