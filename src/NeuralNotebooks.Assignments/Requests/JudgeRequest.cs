namespace NeuralNotebooks.Assignments;

internal sealed record JudgeRequest(
    AssignmentSource Source, CodeToJudge Code, AssignmentTask Task, JudgeOptions Options)
{
    /// <summary>The texts of the session, for the compiler. The code must answer the task.</summary>
    public CompileTask Texts() => new SessionTexts(this).Collect();

    /// <summary>A hash of the inputs on which the values depend, except the kit and the limits. If it has not changed,
    /// stored values are reused.</summary>
    /// <remarks>Of the task's solution only the names that it declares are part of the hash: its values are only
    /// compared, but these names decide which probes are refused and which members are searched for forbidden
    /// uses.</remarks>
    public string Hash() =>
        HexHash.Of($"{Source.Name}\n{Code.Student}\n"
            + JsonSerializer.Serialize(Texts(), JudgeMessageJson.Default.CompileTask));

    public bool IsAnswered => Code.Answers.ContainsKey(Task.Name);
}
