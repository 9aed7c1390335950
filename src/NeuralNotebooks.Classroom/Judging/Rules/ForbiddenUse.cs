namespace NeuralNotebooks.Classroom;

/// <summary>A use of something that is not allowed in an answer.</summary>
/// <param name="Id">Its documentation-comment id, or another name.</param>
/// <param name="Place">The place of the use.</param>
internal sealed record ForbiddenUse(string Id, FileLinePositionSpan Place)
{
    private bool IsInJudgedCell => Place.Path == SessionCompiler.JudgedPath;

    private int Line => Place.StartLinePosition.Line + 1;

    /// <summary>What each probe of the task has in place of a value.</summary>
    public MissingValue Refusal => new(MissingReason.Forbidden, Id, IsInJudgedCell ? Line : null);

    /// <summary>The sentence for teacher and student.</summary>
    public string Sentence =>
        Invariant($"{(IsInJudgedCell ? "" : Place.Path + ", ")}line {Line}: {Id} is not allowed in an answer.");
}
