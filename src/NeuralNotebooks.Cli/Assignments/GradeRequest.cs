namespace NeuralNotebooks.Cli;

/// <summary>The arguments of <c>nn grade</c>.</summary>
/// <param name="Submitted">The folder or zip file with the submissions.</param>
/// <param name="Sources">The paths of the assignments' sources.</param>
/// <param name="Output">The folder for the results.</param>
/// <param name="Shard">The part of the class to grade.</param>
/// <param name="Only">A student, or a student and a task with a colon between them; null for the whole class.</param>
/// <param name="IsBlind">Whether to leave the students' names out of the results.</param>
/// <param name="Imports">The platforms for which to write import files of the grades.</param>
/// <param name="Options">The options of grading.</param>
internal sealed record GradeRequest(
    string Submitted,
    IReadOnlyList<string> Sources,
    string Output,
    Shard Shard,
    string? Only,
    bool IsBlind,
    IReadOnlyList<string> Imports,
    GradingOptions Options);
