using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary>What <c>nn grade</c> was asked to do.</summary>
internal sealed record GradeRequest
{
    public required string Submitted { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required string Output { get; init; }

    public required Shard Shard { get; init; }

    /// <summary>A student, or a student and a task with a colon between them; null for the whole class.</summary>
    public string? Only { get; init; }

    /// <summary>Whether to list what would be refused, and to run and store nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether to write receipts alone.</summary>
    public bool IsForReceipts { get; init; }

    /// <summary>Whether results bear no names.</summary>
    public bool IsBlind { get; init; }

    public IReadOnlyList<string> Imports { get; init; } = [];

    public required GradingOptions Options { get; init; }
}
