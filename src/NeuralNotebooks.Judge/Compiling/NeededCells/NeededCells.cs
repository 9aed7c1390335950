namespace NeuralNotebooks.Judge;

/// <summary>The student's cells that run in the session of a task: required ones declare names which the answer uses,
/// directly or indirectly; optional ones use variables of these, and may change them.</summary>
internal sealed record NeededCells(
    IReadOnlyCollection<StudentText> Required, IReadOnlyCollection<StudentText> Optional, IReadOnlyList<string> Notes);
