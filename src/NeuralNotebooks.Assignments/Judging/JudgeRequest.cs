namespace NeuralNotebooks.Assignments;

internal sealed record JudgeRequest(
    AssignmentSource Source, CodeToJudge Code, AssignmentTask Task, JudgeOptions Options)
{
    /// <summary>The texts of the session, for the compiler. The code must answer the task.</summary>
    public CompileTask Texts() => new SessionTexts(this).Collect();

    /// <summary>A hash of the inputs on which the values depend, except the kit and the limits. If it has not changed,
    /// stored values are reused.</summary>
    /// <remarks>The reference is not part of the hash, because its values are only compared.</remarks>
    public string Hash()
    {
        CompileTask texts = Texts() with { NamesOfSolution = [] };
        return HexHash.Of($"{Source.Name}\n{Code.Student}\n"
            + JsonSerializer.Serialize(texts, JudgeMessageJson.Default.CompileTask));
    }

    public bool IsAnswered => Code.Answers.ContainsKey(Task.Name);
}
