using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary>What <c>nn grade</c> was asked to do.</summary>
/// <param name="Submitted">The submissions.</param>
/// <param name="Sources">The assignments.</param>
/// <param name="Output">Where the results go.</param>
/// <param name="Shard">The part of the class.</param>
/// <param name="Only">A student, or a student and a task with a colon between them; null for the whole class.</param>
/// <param name="IsForReceipts">Whether to write receipts alone.</param>
/// <param name="IsBlind">Whether results bear no names.</param>
/// <param name="Imports">The platforms for which the grades are written, too.</param>
/// <param name="Options">How it is graded.</param>
internal sealed record GradeRequest(
    string Submitted,
    IReadOnlyList<string> Sources,
    string Output,
    Shard Shard,
    string? Only,
    bool IsForReceipts,
    bool IsBlind,
    IReadOnlyList<string> Imports,
    GradingOptions Options
);
