namespace NeuralNotebooks.Judge;

/// <param name="Cell">The student's other cell that contains it; null if the judged cell does.</param>
internal sealed record ForbiddenUse(ForbiddenName What, StudentText? Cell, int Line)
{
    public MissingValue Refusal => new(MissingReason.Forbidden, What.Id, Cell is null ? Line : null);

    public string Sentence =>
        Invariant($"{(Cell is null ? "" : Cell.Path + ", ")}line {Line}: {What.Name} is not allowed in an answer.");
}

/// <param name="Id">The documentation-comment id for the teacher's lists, or a keyword.</param>
internal sealed record ForbiddenName(string Id, string Name);
