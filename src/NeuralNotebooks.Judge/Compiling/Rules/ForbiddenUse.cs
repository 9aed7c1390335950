namespace NeuralNotebooks.Judge;

internal sealed record ForbiddenUse(ForbiddenName What, FileLinePositionSpan Place)
{
    private bool IsInJudgedCell => Place.Path == CellCompiler.JudgedPath;

    private int Line => Place.StartLinePosition.Line + 1;

    public MissingValue Refusal => new(MissingReason.Forbidden, What.Id, IsInJudgedCell ? Line : null);

    public string Sentence =>
        Invariant($"{(IsInJudgedCell ? "" : Place.Path + ", ")}line {Line}: {What.Name} is not allowed in an answer.");
}

/// <param name="Id">The documentation-comment id for the teacher's lists, or a keyword.</param>
internal sealed record ForbiddenName(string Id, string Name);
